import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { DateQuery } from '../plans/plan.dto.js';
import { CANDIDATE_EXAMPLE, VACANCY_EXAMPLE } from '../records/record-openapi.js';
import { measureResultsSchema, pairPlanSchema, planChecksSchema } from './measures-openapi.js';
import { MeasuresRequest, PairPlanQuery } from './measures-request.dto.js';
import { MeasuresService, type PairPlanAnswer, type PlanChecks } from './measures.service.js';
import { StatelessMeasuresService, type MeasureResults } from './stateless-measures.service.js';

@ApiTags('Tiltak')
@Controller()
export class MeasuresController {
  constructor(private readonly measures: MeasuresService, private readonly stateless: StatelessMeasuresService) {}

  @Post('measures') @HttpCode(200)
  @ApiOperation({ summary: 'Foreslå tiltak uten å lagre noe', description: 'Samme svar som «jobbmatch measures», med tidslinje og deltakerens tekster. Poster med feil står i «issues». Tjenesten foreslår; NAV eller kommunen bestemmer.' })
  @ApiBody({ type: MeasuresRequest, examples: { par: { value: { candidates: [CANDIDATE_EXAMPLE], vacancies: [VACANCY_EXAMPLE], on: '2026-11-22', locales: ['nb', 'uk'] } } } })
  @ApiResponse({ status: 200, schema: measureResultsSchema })
  @ApiProblems('request.invalid', 'request.malformed', 'request.too-large', 'request.unprocessable')
  propose(@Body() request: MeasuresRequest): Promise<MeasureResults> {
    return this.stateless.propose(request);
  }

  @Get('candidates/:id/plan-checks')
  @ApiOperation({ summary: 'Plankontroller for en deltaker', description: 'Timer fra fjerde måned, programslutt, forlengelse, overlapp, alder, KVP og språktilbud: oppfylt, ikke oppfylt eller ukjent, med kilde og hva som må gjøres. Tiltakene er de personen har sagt ja til.' })
  @ApiResponse({ status: 200, schema: planChecksSchema })
  @ApiProblems('request.invalid', 'candidate.not-found', 'request.unprocessable')
  planChecks(@Param('id', ParseUUIDPipe) id: string, @Query() { on }: DateQuery): Promise<PlanChecks> {
    return this.measures.planChecks(id, on);
  }

  @Get('candidates/:id/matches/:vacancyId/plan')
  @ApiOperation({ summary: 'Veien fra deltaker til stilling', description: 'Tiltak, tidslinje og tekster: alt for de som jobber med saken, i klare ord for deltakeren, eller det arbeidsgiveren kan få vite.' })
  @ApiResponse({ status: 200, schema: pairPlanSchema })
  @ApiProblems('request.invalid', 'candidate.not-found', 'vacancy.not-found', 'request.unprocessable')
  pairPlan(@Param('id', ParseUUIDPipe) id: string, @Param('vacancyId', ParseUUIDPipe) vacancyId: string, @Query() query: PairPlanQuery): Promise<PairPlanAnswer> {
    return this.measures.pairPlan(id, vacancyId, query);
  }
}
