import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsDefined, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { LOCALES, MEASURE_IDS, type Locale, type MeasureId } from '../../core/measures/rule-set.js';
import { IsCivilDate } from './is-civil-date.js';
import { AFTER_PROGRAMME, PLAN_END_REASONS, QUESTIONS, type AfterProgramme, type PlanContent, type PlanEndReason, type Question } from './plan-content.js';

const oneOf = (values: readonly string[]): { message: string } => ({ message: `$property må være blant ${values.join(', ')}` });
const date = { type: 'string', format: 'date' } as const;
/** Stated, because reflection reads nothing off a union with null. */
const mayBeNull = { type: 'string' } as const;

export class ContactBody {
  @ApiProperty({ example: 'Kari Berg' }) @IsString() @Length(1, 100)
  readonly name!: string;

  @ApiPropertyOptional({ example: '+47 51 00 00 00' }) @IsOptional() @Matches(/^\+?[\d ]{5,20}$/, { message: 'phone må være et telefonnummer' })
  readonly phone?: string;

  @ApiPropertyOptional({ example: 'kari.berg@kommune.example' }) @IsOptional() @IsEmail() @MaxLength(100)
  readonly email?: string;
}

export class PlanMeasureBody {
  @ApiProperty({ enum: MEASURE_IDS, example: 'work-training' }) @IsIn(MEASURE_IDS, oneOf(MEASURE_IDS))
  readonly measure!: MeasureId;

  @ApiProperty({ ...date, description: 'Første dag.', example: '2026-12-01' }) @IsCivilDate()
  readonly from!: string;

  @ApiPropertyOptional({ ...mayBeNull, format: 'date', description: 'Siste dag; uten den er tiltaket åpent.', example: '2027-02-28' }) @IsOptional() @IsCivilDate()
  readonly to?: string | null;
}

export class PeriodBody {
  @ApiProperty({ ...date, example: '2026-12-01' }) @IsCivilDate()
  readonly from!: string;

  @ApiProperty({ ...date, description: 'Siste dag.', example: '2027-05-31' }) @IsCivilDate()
  readonly to!: string;
}

/** Everything of a plan that people choose; a change sends all of it. */
export class PlanBody {
  @ApiPropertyOptional({ ...mayBeNull, format: 'uuid', description: 'Stillingen planen gjelder; uten den er det en plan uten arbeidsgiver ennå.' }) @IsOptional() @IsUUID()
  readonly vacancyId?: string | null;

  @ApiProperty({ type: [PlanMeasureBody], description: 'Valgte tiltak med datoer, høyst 20. To hovedtiltak samtidig gir en advarsel, ikke et nei.' })
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PlanMeasureBody)
  readonly measures!: PlanMeasureBody[];

  @ApiPropertyOptional({ type: ContactBody, description: 'Kontaktperson i kommunen.' }) @IsOptional() @ValidateNested() @Type(() => ContactBody)
  readonly municipalityContact?: ContactBody | null;

  @ApiPropertyOptional({ type: ContactBody, description: 'Kontaktperson hos arbeidsgiveren.' }) @IsOptional() @ValidateNested() @Type(() => ContactBody)
  readonly employerContact?: ContactBody | null;

  @ApiPropertyOptional({ type: PeriodBody, description: 'Hurtigspor: periode som registreres i NIR.' }) @IsOptional() @ValidateNested() @Type(() => PeriodBody)
  readonly fastTrack?: PeriodBody | null;

  @ApiPropertyOptional({ type: [String], description: 'Språk det gis opplæring i (ISO 639); utelatt = ikke kjent.', example: ['no'] })
  @IsOptional() @IsArray() @ArrayMaxSize(5) @ArrayUnique() @Matches(/^[a-z]{2,3}$/, { each: true, message: 'languageOffer må være språkkoder' })
  readonly languageOffer?: string[] | null;

  @ApiPropertyOptional({ enum: AFTER_PROGRAMME, description: 'Hva som skjer når programmet er slutt før planen er det.' }) @IsOptional() @IsIn(AFTER_PROGRAMME, oneOf(AFTER_PROGRAMME))
  readonly afterProgramme?: AfterProgramme | null;
}

export class NewPlanBody extends PlanBody {
  @ApiProperty({ format: 'uuid' }) @IsDefined() @IsUUID()
  readonly candidateId!: string;
}

export class AnswerBody {
  @ApiProperty({ enum: QUESTIONS, description: 'plan: selve planen. share-language, share-support: det arbeidsgiveren ellers ikke får vite, for denne stillingen.' })
  @IsIn(QUESTIONS, oneOf(QUESTIONS))
  readonly question!: Question;

  @ApiProperty({ enum: ['yes', 'no'] }) @IsIn(['yes', 'no'], oneOf(['yes', 'no']))
  readonly answer!: 'yes' | 'no';

  @ApiProperty({ enum: LOCALES, description: 'Språket teksten ble vist i.' }) @IsIn(LOCALES, oneOf(LOCALES))
  readonly locale!: Locale;

  @ApiProperty({ description: 'Versjonen av teksten personen svarte på.', example: '2026-11.4f1c2a' }) @Matches(/^[\w.-]{1,80}$/, { message: 'textVersion må være en versjon: bokstaver, tall, punktum og bindestrek' })
  readonly textVersion!: string;

  @ApiPropertyOptional({ ...date, description: 'Dagen personen svarte; i dag når den ikke er oppgitt.' }) @IsOptional() @IsCivilDate()
  readonly on?: string;
}

export class EndBody {
  @ApiProperty({ enum: PLAN_END_REASONS }) @IsIn(PLAN_END_REASONS, oneOf(PLAN_END_REASONS))
  readonly reason!: PlanEndReason;

  @ApiPropertyOptional({ ...date, description: 'Siste dag; i dag når den ikke er oppgitt.' }) @IsOptional() @IsCivilDate()
  readonly on?: string;
}

export class DateQuery {
  @ApiPropertyOptional({ ...date, description: 'Vurderingsdato; i dag når den ikke er oppgitt.', example: '2026-11-22' }) @IsOptional() @IsCivilDate()
  readonly on?: string;
}

export class PlanListQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID()
  readonly candidateId?: string;

  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID()
  readonly vacancyId?: string;

  @ApiPropertyOptional({ enum: ['draft', 'agreed', 'declined', 'ended'] }) @IsOptional() @IsIn(['draft', 'agreed', 'declined', 'ended'])
  readonly state?: string;

  @ApiPropertyOptional({ description: 'Planer per side, 1–100.', default: 20 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  readonly limit?: number;

  @ApiPropertyOptional({ description: '«nextCursor» fra forrige side.' }) @IsOptional() @IsString() @MaxLength(100)
  readonly cursor?: string;
}

export class NirQuery {
  @ApiPropertyOptional({ enum: ['json', 'csv'], default: 'json' }) @IsOptional() @IsIn(['json', 'csv'], { message: 'format må være json eller csv' })
  readonly format?: 'json' | 'csv';
}

/** The body as the plan's content: what is left out is null, and nothing undeclared comes along. */
export function contentOf(body: PlanBody): PlanContent {
  return {
    vacancyId: body.vacancyId ?? null,
    measures: body.measures.map(({ measure, from, to }) => ({ measure, from, to: to ?? null })),
    municipalityContact: contactOf(body.municipalityContact),
    employerContact: contactOf(body.employerContact),
    fastTrack: body.fastTrack ? { from: body.fastTrack.from, to: body.fastTrack.to } : null,
    languageOffer: body.languageOffer ? [...body.languageOffer] : null,
    afterProgramme: body.afterProgramme ?? null,
  };
}

function contactOf(body: ContactBody | null | undefined): PlanContent['employerContact'] {
  if (!body) return null;
  const { name, phone, email } = body;
  // An optional member may be sent as null.
  return { name, ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
}
