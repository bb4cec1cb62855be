import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FollowUpFigures } from '../../core/follow-up/figures.js';
import type { HttpReply } from '../../platform/http/http-types.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { entityTag, versionsAllowed } from '../records/entity-tag.js';
import type { Page } from '../records/page.js';
import { RECORD_HEADERS } from '../records/record-openapi.js';
import { figuresSchema, followUpHistorySchema, followUpPageSchema, followUpSchema } from './follow-up-openapi.js';
import type { FollowUpEvent } from './follow-up-store.js';
import { FiguresQuery, FollowUpListQuery, ProposalBody, StepBody } from './follow-up.dto.js';
import { FollowUpService, type FollowUpView } from './follow-up.service.js';

const stored = { schema: followUpSchema, headers: RECORD_HEADERS };
const ifMatch = { name: 'If-Match', required: true, description: 'ETag fra da oppfølgingen ble hentet.', example: '"1"' };

@ApiTags('Oppfølging')
@Controller('follow-up')
export class FollowUpController {
  constructor(private readonly followUps: FollowUpService) {}

  @Get()
  @ApiOperation({ summary: 'Oppfølginger, side for side' })
  @ApiResponse({ status: 200, schema: followUpPageSchema })
  @ApiProblems('request.invalid')
  list(@Query() query: FollowUpListQuery): Promise<Page<FollowUpView>> {
    return this.followUps.list(query);
  }

  @Post()
  @ApiOperation({ summary: 'Foreslå en deltaker for en stilling', description: 'Treffet lagres slik det vurderes nå, med versjonen av reglene for poeng, så de kan holdes opp mot det som skjedde.' })
  @ApiBody({ type: ProposalBody, examples: { forslag: { value: { candidateId: '5a2d2f61-2f55-4d1f-8f0e-6f4f6d1c9b22', vacancyId: '3f0a3e0e-6f0a-4b55-9b52-0d3b4b1c7a11' } } } })
  @ApiResponse({ status: 201, ...stored })
  @ApiProblems('request.invalid', 'request.malformed', 'candidate.not-found', 'vacancy.not-found', 'follow-up.duplicate')
  async propose(@Body() body: ProposalBody, @Res({ passthrough: true }) reply: HttpReply): Promise<FollowUpView> {
    const made = await this.followUps.propose(body);
    reply.header('location', `/api/v1/follow-up/${made.id}`);
    return answer(made, reply);
  }

  @Get('figures')
  @ApiOperation({ summary: 'Hva det ble til', description: 'Antall på hvert steg og for hver grunn, i alt og for hver versjon av poengreglene treffet ble vurdert med.' })
  @ApiResponse({ status: 200, schema: figuresSchema })
  @ApiProblems('request.invalid')
  figures(@Query() query: FiguresQuery): Promise<FollowUpFigures> {
    return this.followUps.figures(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Én oppfølging' })
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'follow-up.not-found')
  async get(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: HttpReply): Promise<FollowUpView> {
    return answer(await this.followUps.get(id), reply);
  }

  @Post(':id/steps') @HttpCode(200)
  @ApiOperation({ summary: 'Registrer neste steg', description: 'Kontaktet, møte, utplassering, ansatt eller avsluttet med en grunn. Ingen fritekst om mennesker.' })
  @ApiHeader(ifMatch)
  @ApiBody({ type: StepBody, examples: { møte: { value: { step: 'meeting', on: '2026-11-22' } }, avsluttet: { value: { step: 'ended', reason: 'language' } } } })
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'follow-up.not-found', 'follow-up.step-not-allowed', 'request.version-stale', 'request.version-required')
  async move(@Param('id', ParseUUIDPipe) id: string, @Body() body: StepBody, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<FollowUpView> {
    return answer(await this.followUps.move(id, body, versionsAllowed(expected)), reply);
  }

  @Post(':id/take-back') @HttpCode(200)
  @ApiOperation({ summary: 'Ta tilbake et feilført steg', description: 'Tilbake til steget før. Begge blir stående i historikken.' })
  @ApiHeader(ifMatch)
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'follow-up.not-found', 'follow-up.step-not-allowed', 'follow-up.duplicate', 'request.version-stale', 'request.version-required')
  async takeBack(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<FollowUpView> {
    return answer(await this.followUps.takeBack(id, versionsAllowed(expected)), reply);
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Alt som er registrert', description: 'Hvem, når og hva; eldste først. Historikken kan bare legges til.' })
  @ApiResponse({ status: 200, schema: followUpHistorySchema })
  @ApiProblems('request.invalid', 'follow-up.not-found')
  history(@Param('id', ParseUUIDPipe) id: string): Promise<{ readonly items: readonly FollowUpEvent[] }> {
    return this.followUps.history(id);
  }
}

function answer(followUp: FollowUpView, reply: HttpReply): FollowUpView {
  reply.header('etag', entityTag(followUp.version));
  return followUp;
}
