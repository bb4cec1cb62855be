import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { LOCALES, type Locale } from '../../core/measures/rule-set.js';
import { IsCivilDate } from '../plans/is-civil-date.js';

/** Most records of each kind, and most pairs, in one request; more go through the import. */
const MOST = 200;
export const MOST_PAIRS = 1_000;

const localeMessage = { message: `$property må være blant ${LOCALES.join(', ')}` };

/** Records to propose measures for without storing them. Each record is checked on its own and refused ones are reported. */
export class MeasuresRequest {
  @ApiProperty({ description: `Deltakere i kontraktens form, høyst ${MOST}.`, type: 'array', items: { type: 'object' } })
  @IsArray() @ArrayMaxSize(MOST)
  readonly candidates!: unknown[];

  @ApiPropertyOptional({ description: `Stillinger i kontraktens form, høyst ${MOST}, og høyst ${MOST_PAIRS} par. Uten stillinger: planen til hver deltaker.`, type: 'array', items: { type: 'object' } })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST)
  readonly vacancies?: unknown[];

  @ApiPropertyOptional({ description: 'Vurderingsdato; i dag når den ikke er oppgitt.', format: 'date', example: '2026-11-22' })
  @IsOptional() @IsCivilDate()
  readonly on?: string;

  @ApiPropertyOptional({ description: 'Språk å gi deltakerens tekster på.', enum: LOCALES, isArray: true, default: LOCALES })
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(LOCALES, { each: true, ...localeMessage })
  readonly locales?: Locale[];
}

/** Whom a rendering is for. */
export const READERS = ['staff', 'participant', 'employer'] as const;
export type Reader = (typeof READERS)[number];

export class PairPlanQuery {
  @ApiPropertyOptional({ description: 'Språket deltakerens tekster er på.', enum: LOCALES, default: 'nb' })
  @IsOptional() @IsIn(LOCALES, localeMessage)
  readonly locale?: Locale;

  @ApiPropertyOptional({ description: 'Hvem teksten er til. Til arbeidsgiveren kommer språk og støtte bare med personens ja for denne stillingen.', enum: READERS, default: 'staff' })
  @IsOptional() @IsIn(READERS, { message: `for må være blant ${READERS.join(', ')}` })
  readonly for?: Reader;

  @ApiPropertyOptional({ description: 'Vurderingsdato; i dag når den ikke er oppgitt.', format: 'date' })
  @IsOptional() @IsCivilDate()
  readonly on?: string;

  @ApiPropertyOptional({ description: 'Første dag i planen, når det ikke er vurderingsdatoen.', format: 'date' })
  @IsOptional() @IsCivilDate()
  readonly start?: string;
}
