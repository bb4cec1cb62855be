import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { HttpReply } from '../../platform/http/http-types.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { entityTag, versionsAllowed } from '../records/entity-tag.js';
import type { Page } from '../records/page.js';
import { RECORD_HEADERS } from '../records/record-openapi.js';
import { nirCsv, type NirRegistration } from './nir-export.js';
import { historySchema, NEW_PLAN_EXAMPLE, nirSchema, PLAN_EXAMPLE, planPageSchema, planSchema } from './plan-openapi.js';
import type { PlanEvent } from './plan-store.js';
import type { PlanView } from './plan.view.js';
import { AnswerBody, DateQuery, EndBody, NewPlanBody, NirQuery, PlanBody, PlanListQuery } from './plan.dto.js';
import { PlansService } from './plans.service.js';

const stored = { schema: planSchema, headers: RECORD_HEADERS };
const ifMatch = { name: 'If-Match', required: true, description: 'ETag fra da planen ble hentet.', example: '"1"' };

@ApiTags('Planer')
@Controller('plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  @ApiOperation({ summary: 'Planer, side for side' })
  @ApiResponse({ status: 200, schema: planPageSchema })
  @ApiProblems('request.invalid')
  list(@Query() query: PlanListQuery): Promise<Page<PlanView>> {
    return this.plans.list(query);
  }

  @Post()
  @ApiOperation({ summary: 'Lag en plan', description: 'Planen følger reglene fra i dag, også når de endres senere. Den er et utkast til personen har sagt ja eller nei.' })
  @ApiBody({ type: NewPlanBody, examples: { hurtigspor: { value: NEW_PLAN_EXAMPLE } } })
  @ApiResponse({ status: 201, ...stored })
  @ApiProblems('request.invalid', 'request.malformed', 'request.identity-number', 'candidate.not-found', 'vacancy.not-found')
  async create(@Body() body: NewPlanBody, @Res({ passthrough: true }) reply: HttpReply): Promise<PlanView> {
    const plan = await this.plans.create(body);
    reply.header('location', `/api/v1/plans/${plan.id}`);
    return answer(plan, reply);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Én plan, kontrollert', description: '«programme.checks» er plankontrollene for de valgte tiltakene, etter reglene planen ble laget under.' })
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'plan.not-found')
  async get(@Param('id', ParseUUIDPipe) id: string, @Query() { on }: DateQuery, @Res({ passthrough: true }) reply: HttpReply): Promise<PlanView> {
    return answer(await this.plans.get(id, on), reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Endre en plan', description: 'Sender alt planen skal inneholde. Endres tiltak, stilling, periode eller språktilbud, må personen svare på nytt.' })
  @ApiHeader(ifMatch)
  @ApiBody({ type: PlanBody, examples: { hurtigspor: { value: PLAN_EXAMPLE } } })
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'request.identity-number', 'plan.not-found', 'vacancy.not-found', 'plan.ended', 'request.version-stale', 'request.version-required')
  async replace(@Param('id', ParseUUIDPipe) id: string, @Body() body: PlanBody, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<PlanView> {
    return answer(await this.plans.replace(id, body, versionsAllowed(expected)), reply);
  }

  @Post(':id/answers') @HttpCode(200)
  @ApiOperation({ summary: 'Registrer personens ja eller nei', description: 'Til planen som den er nå, eller til å dele noe med arbeidsgiveren for denne stillingen. Det siste svaret gjelder; et nei virker straks.' })
  @ApiHeader(ifMatch)
  @ApiBody({ type: AnswerBody, examples: { ja: { value: { question: 'plan', answer: 'yes', locale: 'uk', textVersion: '2026-11.4f1c2a', on: '2026-11-22' } } } })
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'plan.not-found', 'plan.ended', 'request.version-stale', 'request.version-required')
  async answer(@Param('id', ParseUUIDPipe) id: string, @Body() body: AnswerBody, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<PlanView> {
    return answer(await this.plans.answer(id, body, versionsAllowed(expected)), reply);
  }

  @Post(':id/end') @HttpCode(200)
  @ApiOperation({ summary: 'Avslutt en plan', description: 'Grunnen er en kode. Planen og historikken blir stående; det som var delt, deles ikke lenger.' })
  @ApiHeader(ifMatch)
  @ApiBody({ type: EndBody, examples: { ansatt: { value: { reason: 'hired', on: '2027-03-01' } } } })
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'plan.not-found', 'plan.ended', 'request.version-stale', 'request.version-required')
  async end(@Param('id', ParseUUIDPipe) id: string, @Body() body: EndBody, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<PlanView> {
    return answer(await this.plans.end(id, body, versionsAllowed(expected)), reply);
  }

  @Delete(':id') @HttpCode(204)
  @ApiOperation({ summary: 'Slett et utkast', description: 'Bare en plan ingen har svart på. Andre avsluttes.' })
  @ApiHeader(ifMatch)
  @ApiNoContentResponse({ description: 'Slettet.' })
  @ApiProblems('request.invalid', 'plan.not-found', 'plan.kept', 'request.version-stale', 'request.version-required')
  async remove(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') expected: string | undefined): Promise<void> {
    await this.plans.remove(id, versionsAllowed(expected));
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Alt som er gjort med en plan', description: 'Hvem, når og hva; eldste først. Historikken kan bare legges til.' })
  @ApiResponse({ status: 200, schema: historySchema })
  @ApiProblems('request.invalid', 'plan.not-found')
  history(@Param('id', ParseUUIDPipe) id: string): Promise<{ readonly items: readonly PlanEvent[] }> {
    return this.plans.history(id);
  }

  @Get(':id/nir')
  @ApiOperation({ summary: 'Hurtigsporet til registrering i NIR', description: 'Start og slutt å føre inn i Nasjonalt introduksjonsregister, som JSON eller CSV.' })
  @ApiResponse({ status: 200, description: 'Registreringen.', content: { 'application/json': { schema: nirSchema }, 'text/csv': { schema: { type: 'string' } } } })
  @ApiProblems('request.invalid', 'plan.not-found', 'plan.no-fast-track')
  async nir(@Param('id', ParseUUIDPipe) id: string, @Query() { format = 'json' }: NirQuery, @Res({ passthrough: true }) reply: HttpReply): Promise<NirRegistration | string> {
    const nir = await this.plans.nir(id);
    if (format === 'json') return nir;
    reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="nir-${id}.csv"`);
    return nirCsv(nir);
  }
}

function answer(plan: PlanView, reply: HttpReply): PlanView {
  reply.header('etag', entityTag(plan.version));
  return plan;
}
