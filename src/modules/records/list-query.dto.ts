import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_SOURCE, SOURCE_PATTERN } from './source.js';

/** What every list takes. */
export class ListQuery {
  @ApiPropertyOptional({ description: 'Kommunenummer, fire sifre.', example: '0301' })
  @IsOptional() @Matches(/^\d{4}$/, { message: 'municipality må være et kommunenummer med fire sifre' })
  readonly municipality?: string;

  @ApiPropertyOptional({ description: 'Poster per side, 1–100.', default: 20 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  readonly limit?: number;

  @ApiPropertyOptional({ description: '«nextCursor» fra forrige side.' })
  @IsOptional() @IsString() @MaxLength(100)
  readonly cursor?: string;
}

export class SourceQuery {
  @ApiPropertyOptional({ description: 'Kildesystemet posten kommer fra. Små bokstaver, tall, punktum og bindestrek.', default: DEFAULT_SOURCE, example: 'kompass' })
  @IsOptional() @Matches(SOURCE_PATTERN, { message: 'source må være små bokstaver, tall, punktum eller bindestrek' })
  readonly source?: string;
}
