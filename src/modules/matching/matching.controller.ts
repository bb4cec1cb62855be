import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { candidateMatchesSchema, candidateMatchSchema, matchResultsSchema, vacancyMatchesSchema, vacancyMatchSchema } from './match-openapi.js';
import { MatchRequest } from './match-request.dto.js';
import { MatchesQuery } from './matches-query.dto.js';
import { MatchingService, type DecisionBasis, type MatchPage, type RankedCandidate, type RankedVacancy } from './matching.service.js';
import { StatelessMatchingService, type MatchResults } from './stateless-matching.service.js';

@ApiTags('Treff')
@Controller()
export class MatchingController {
  constructor(private readonly matching: MatchingService, private readonly stateless: StatelessMatchingService) {}

  @Get('candidates/:id/matches')
  @ApiOperation({ summary: 'Stillinger som passer for en deltaker', description: 'Best først: bånd, så poengsum, så id. Poengene i «parts» blir nøyaktig «score».' })
  @ApiResponse({ status: 200, schema: vacancyMatchesSchema })
  @ApiProblems('request.invalid', 'candidate.not-found')
  forCandidate(@Param('id', ParseUUIDPipe) id: string, @Query() query: MatchesQuery): Promise<MatchPage<RankedVacancy>> {
    return this.matching.forCandidate(id, query);
  }

  @Get('candidates/:id/matches/:vacancyId')
  @ApiOperation({ summary: 'Hvorfor, eller hvorfor ikke, denne stillingen' })
  @ApiResponse({ status: 200, schema: vacancyMatchSchema })
  @ApiProblems('request.invalid', 'candidate.not-found', 'vacancy.not-found')
  vacancyForCandidate(@Param('id', ParseUUIDPipe) id: string, @Param('vacancyId', ParseUUIDPipe) vacancyId: string): Promise<RankedVacancy & DecisionBasis> {
    return this.matching.vacancyForCandidate(id, vacancyId);
  }

  @Get('vacancies/:id/matches')
  @ApiOperation({ summary: 'Deltakere som passer for en stilling' })
  @ApiResponse({ status: 200, schema: candidateMatchesSchema })
  @ApiProblems('request.invalid', 'vacancy.not-found')
  forVacancy(@Param('id', ParseUUIDPipe) id: string, @Query() query: MatchesQuery): Promise<MatchPage<RankedCandidate>> {
    return this.matching.forVacancy(id, query);
  }

  @Get('vacancies/:id/matches/:candidateId')
  @ApiOperation({ summary: 'Hvorfor, eller hvorfor ikke, denne deltakeren' })
  @ApiResponse({ status: 200, schema: candidateMatchSchema })
  @ApiProblems('request.invalid', 'candidate.not-found', 'vacancy.not-found')
  candidateForVacancy(@Param('id', ParseUUIDPipe) id: string, @Param('candidateId', ParseUUIDPipe) candidateId: string): Promise<RankedCandidate & DecisionBasis> {
    return this.matching.candidateForVacancy(id, candidateId);
  }

  @Post('matches') @HttpCode(200)
  @ApiOperation({ summary: 'Match poster uten å lagre dem', description: 'Samme svar som «jobbmatch match». Poster med feil står i «issues»; resten matches.' })
  @ApiResponse({ status: 200, schema: matchResultsSchema })
  @ApiProblems('request.invalid', 'request.malformed', 'request.too-large')
  match(@Body() request: MatchRequest): Promise<MatchResults> {
    return this.stateless.match(request);
  }
}
