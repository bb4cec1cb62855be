import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min, Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isIsoDate } from '../../core/records/iso-date.js';
import type { Direction } from './match-lists.js';

@ValidatorConstraint({ name: 'isoDate' })
class IsoDate implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isIsoDate(value);
  }

  defaultMessage(): string {
    return 'on må være en dato på formen ÅÅÅÅ-MM-DD';
  }
}

/** Most records of each kind in one request; more go through the import. */
const MOST = 1_000;

/** Records to match against each other without storing them. Each record is checked on its own and refused ones are reported. */
export class MatchRequest {
  @ApiProperty({ description: `Deltakere i kontraktens form, høyst ${String(MOST)}.`, type: 'array', items: { type: 'object' } })
  @IsArray() @ArrayMaxSize(MOST)
  readonly candidates!: unknown[];

  @ApiProperty({ description: `Stillinger i kontraktens form, høyst ${String(MOST)}.`, type: 'array', items: { type: 'object' } })
  @IsArray() @ArrayMaxSize(MOST)
  readonly vacancies!: unknown[];

  @ApiPropertyOptional({ description: 'Hvem listene er for.', enum: ['candidates', 'vacancies'], default: 'candidates' })
  @IsOptional() @IsIn(['candidates', 'vacancies'])
  readonly direction?: Direction;

  @ApiPropertyOptional({ description: 'Lengste liste, 0–100.', default: 20 })
  @IsOptional() @IsInt() @Min(0) @Max(100)
  readonly top?: number;

  @ApiPropertyOptional({ description: 'Ta med par som ikke kan foreslås nå.', default: false })
  @IsOptional() @IsBoolean()
  readonly all?: boolean;

  @ApiPropertyOptional({ description: 'Vurderingsdato; i dag når den ikke er oppgitt.', format: 'date', example: '2026-11-22' })
  @IsOptional() @Validate(IsoDate)
  readonly on?: string;
}
