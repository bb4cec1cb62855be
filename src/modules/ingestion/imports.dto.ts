import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_SOURCE, SOURCE_PATTERN } from '../records/source.js';
import type { RecordKind } from './issue.js';

const KINDS = ['candidates', 'vacancies'] as const satisfies readonly RecordKind[];
const KIND_MESSAGE = { message: 'kind må være candidates eller vacancies' };

export class ImportQuery {
  @ApiProperty({ enum: KINDS, description: 'Hva filen inneholder.' })
  @IsIn(KINDS, KIND_MESSAGE)
  readonly kind!: RecordKind;

  @ApiPropertyOptional({ description: 'Kildesystemet. Samme kilde og externalId er samme post.', default: DEFAULT_SOURCE, example: 'kompass' })
  @IsOptional() @Matches(SOURCE_PATTERN, { message: 'source må være små bokstaver, tall, punktum eller bindestrek' })
  readonly source?: string;

  @ApiPropertyOptional({ description: 'Filnavn når filen sendes som hele innholdet.', example: 'kandidater.csv' })
  @IsOptional() @IsString() @MaxLength(300)
  readonly fileName?: string;
}

export class TemplateQuery {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS, KIND_MESSAGE)
  readonly kind!: RecordKind;

  @ApiProperty({ enum: ['csv', 'xlsx'] })
  @IsIn(['csv', 'xlsx'], { message: 'format må være csv eller xlsx' })
  readonly format!: 'csv' | 'xlsx';
}

export class ImportListQuery {
  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional() @IsIn(KINDS, KIND_MESSAGE)
  readonly kind?: RecordKind;

  @ApiPropertyOptional({ description: 'Importer i svaret, 1–100.', default: 20 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  readonly limit?: number;

  @ApiPropertyOptional({ description: '«nextCursor» fra forrige side.' })
  @IsOptional() @Matches(/^[\w-]{1,100}$/)
  readonly cursor?: string;
}

export class IssueListQuery {
  @ApiPropertyOptional({ enum: ['error', 'warning'], description: 'Bare feil (posten ble avvist) eller bare merknader (posten ble tatt inn).' })
  @IsOptional() @IsIn(['error', 'warning'])
  readonly severity?: 'error' | 'warning';

  @ApiPropertyOptional({ description: 'Merknader per side, 1–1000.', default: 100 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000)
  readonly limit?: number;

  @ApiPropertyOptional({ description: '«nextCursor» fra forrige side.' })
  @IsOptional() @Matches(/^\d{1,18}$/)
  readonly cursor?: string;
}
