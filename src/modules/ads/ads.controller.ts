import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { holdsIdentityNumber } from '../../core/records/identity-number.js';
import type { HttpReply } from '../../platform/http/http-types.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { AppError, type FieldProblem } from '../../platform/problems/app-error.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import { entityTag, versionsAllowed } from '../records/entity-tag.js';
import { AdToRead, CORRECTION_BODY, CORRECTION_SCHEMA, DRAFT_SCHEMA, DUPLICATES_SCHEMA } from './ads.openapi.js';
import { CORRECTABLE, CorrectionsService, type CorrectedFields, type Correction } from './corrections.service.js';
import { draftVacancy, type VacancyDraft } from './draft-vacancy.js';
import { DuplicatesService, type DuplicateView } from './duplicates.service.js';
import type { AdKnowledge } from './read-ad.js';

const ifMatch = { name: 'If-Match', required: true, description: 'ETag fra da stillingen ble hentet.', example: '"1"' };

@ApiTags('Stillinger')
@Controller('vacancies')
export class AdsController {
  constructor(private readonly corrections: CorrectionsService, private readonly duplicates: DuplicatesService, @Inject(KNOWLEDGE) private readonly knowledge: AdKnowledge) {}

  @Post('read') @HttpCode(200)
  @ApiOperation({ summary: 'Les en annonse', description: 'Leser krav og vilkår ut av en annonsetekst som et utkast, med ordene de er lest fra. Ingenting lagres: kontroller utkastet, legg til det som mangler, og registrer stillingen.' })
  @ApiResponse({ status: 200, schema: DRAFT_SCHEMA })
  @ApiProblems('request.invalid', 'request.identity-number')
  read(@Body() { title, text }: AdToRead): VacancyDraft {
    for (const [pointer, value] of [['/title', title], ['/text', text]] as const) {
      if (holdsIdentityNumber(value)) throw new AppError('request.identity-number', 'Teksten ser ut til å inneholde et fødselsnummer.', [{ pointer, code: 'identity-number.refused', detail: 'Ta bort nummeret og prøv igjen.' }]);
    }
    return draftVacancy({ title, text }, this.knowledge);
  }

  @Get(':id/duplicates')
  @ApiOperation({ summary: 'Annonser som ser ut til å være samme stilling', description: 'Samme arbeidsgiver og kommune, og nesten samme tittel og tekst.' })
  @ApiResponse({ status: 200, schema: DUPLICATES_SCHEMA })
  @ApiProblems('request.invalid', 'vacancy.not-found')
  async duplicatesOf(@Param('id', ParseUUIDPipe) id: string): Promise<{ items: readonly DuplicateView[] }> {
    return { items: await this.duplicates.of(id) };
  }

  @Get(':id/corrections')
  @ApiOperation({ summary: 'Det en person har rettet i stillingen' })
  @ApiResponse({ status: 200, schema: CORRECTION_SCHEMA })
  @ApiProblems('request.invalid', 'vacancy.not-found')
  async correction(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: HttpReply): Promise<Correction> {
    const { correction, version } = await this.corrections.get(id);
    reply.header('etag', entityTag(version));
    return correction;
  }

  @Put(':id/corrections')
  @ApiOperation({ summary: 'Rett stillingen', description: 'Legges over det kilden og teksten sier, også etter at stillingen er hentet på nytt. Erstatter en tidligere retting. Krav og tilbud rettes hvert for seg; en tom liste betyr at det ikke kreves.' })
  @ApiHeader(ifMatch)
  @ApiBody({ schema: CORRECTION_BODY, examples: { språk: { value: { requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'A2' }] }] } } } } })
  @ApiResponse({ status: 200, schema: CORRECTION_SCHEMA })
  @ApiProblems('request.invalid', 'request.identity-number', 'vacancy.not-found', 'request.version-stale', 'request.version-required')
  async correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: unknown, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<Correction> {
    const { correction, version } = await this.corrections.put(id, correctedFields(body), versionsAllowed(expected));
    reply.header('etag', entityTag(version));
    return correction;
  }

  @Delete(':id/corrections') @HttpCode(204)
  @ApiOperation({ summary: 'Ta bort rettingen', description: 'Stillingen blir slik kilden sier den er.' })
  @ApiHeader(ifMatch)
  @ApiNoContentResponse({ description: 'Tatt bort.' })
  @ApiProblems('request.invalid', 'vacancy.not-found', 'request.version-stale', 'request.version-required')
  async uncorrect(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') expected: string | undefined): Promise<void> {
    await this.corrections.remove(id, versionsAllowed(expected));
  }
}

/** The members a correction may hold. What stands in them is judged with the whole record. */
function correctedFields(body: unknown): CorrectedFields {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(body) || Object.keys(body).length === 0) throw new AppError('request.invalid', 'En retting er et objekt med minst ett felt.');
  const known: readonly string[] = CORRECTABLE;
  const problems = Object.entries(body).flatMap(([name, value]): FieldProblem[] => {
    if (!known.includes(name)) return [{ pointer: `/${known.includes(name) ? name : '?'}`, code: 'correction.field', detail: `Bare disse feltene kan rettes: ${known.join(', ')}.` }];
    const bad = (name === 'requirements' || name === 'offers') ? !isObject(value) : value === null;
    return bad ? [{ pointer: `/${name}`, code: 'correction.form', detail: 'Feltet har feil form.' }] : [];
  });
  if (problems.length > 0) throw new AppError('request.invalid', 'Rettingen kan ikke brukes.', problems);
  return body;
}
