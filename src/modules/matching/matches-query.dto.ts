import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Band } from '../../core/matching/gap.js';
import { BANDS } from '../../core/matching/rank.js';

const asBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' || value === '' ? true : value === 'false' ? false : value);
const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** What a ranked list may be asked for. */
export class MatchesQuery {
  @ApiPropertyOptional({ description: 'Treff per side, 1–100.', default: 20 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  readonly limit?: number;

  @ApiPropertyOptional({ description: 'Hopp over så mange treff.', default: 0 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000)
  readonly offset?: number;

  @ApiPropertyOptional({ description: 'Bare disse båndene, skilt med komma.', example: 'direct,fast-track', enum: BANDS, isArray: true })
  @IsOptional() @Transform(asList) @IsArray() @IsIn(BANDS, { each: true, message: `band må være blant ${BANDS.join(', ')}` })
  readonly band?: readonly Band[];

  @ApiPropertyOptional({ description: 'Bare treff i denne kommunen: fire sifre.', example: '1103' })
  @IsOptional() @Matches(/^\d{4}$/, { message: 'municipality må være et kommunenummer med fire sifre' })
  readonly municipality?: string;

  @ApiPropertyOptional({ description: 'Laveste poengsum, 0–100.', example: 60 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(100)
  readonly minScore?: number;

  @ApiPropertyOptional({ description: 'Ta med par som ikke kan foreslås nå.', default: false, type: Boolean })
  @IsOptional() @Transform(asBoolean) @IsBoolean()
  readonly all?: boolean;
}
