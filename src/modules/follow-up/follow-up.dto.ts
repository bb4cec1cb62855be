import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { END_REASONS, STEPS, type EndReason, type FollowUpStep } from '../../core/follow-up/steps.js';
import { IsCivilDate } from '../plans/is-civil-date.js';

const oneOf = (values: readonly string[]): { message: string } => ({ message: `$property må være blant ${values.join(', ')}` });
const AFTER_PROPOSED = STEPS.filter((step) => step !== 'proposed');

export class ProposalBody {
  @ApiProperty({ format: 'uuid' }) @IsDefined() @IsUUID()
  readonly candidateId!: string;

  @ApiProperty({ format: 'uuid' }) @IsDefined() @IsUUID()
  readonly vacancyId!: string;

  @ApiPropertyOptional({ format: 'date', description: 'Dagen det ble foreslått; i dag når den ikke er oppgitt.', example: '2026-11-22' }) @IsOptional() @IsCivilDate()
  readonly on?: string;
}

export class StepBody {
  @ApiProperty({ enum: AFTER_PROPOSED, description: 'Stegene går framover; et steg kan hoppes over.' }) @IsIn(AFTER_PROPOSED, oneOf(AFTER_PROPOSED))
  readonly step!: FollowUpStep;

  @ApiPropertyOptional({ enum: END_REASONS, description: 'Hvorfor det ble avsluttet; bare, og alltid, sammen med «ended».' }) @IsOptional() @IsIn(END_REASONS, oneOf(END_REASONS))
  readonly reason?: EndReason;

  @ApiPropertyOptional({ format: 'date', description: 'Dagen det skjedde; i dag når den ikke er oppgitt.', example: '2026-11-22' }) @IsOptional() @IsCivilDate()
  readonly on?: string;
}

export class FollowUpListQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID()
  readonly candidateId?: string;

  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID()
  readonly vacancyId?: string;

  @ApiPropertyOptional({ enum: STEPS }) @IsOptional() @IsIn(STEPS, oneOf(STEPS))
  readonly step?: FollowUpStep;

  @ApiPropertyOptional({ description: 'Oppfølginger per side, 1–100.', default: 20 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  readonly limit?: number;

  @ApiPropertyOptional({ description: '«nextCursor» fra forrige side.' }) @IsOptional() @IsString() @MaxLength(100)
  readonly cursor?: string;
}

export class FiguresQuery {
  @ApiPropertyOptional({ format: 'date', description: 'Foreslått tidligst denne dagen.' }) @IsOptional() @IsCivilDate()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Foreslått senest denne dagen.' }) @IsOptional() @IsCivilDate()
  readonly to?: string;

  @ApiPropertyOptional({ description: 'Bare deltakere i denne kommunen: fire sifre.', example: '1103' }) @IsOptional() @Matches(/^\d{4}$/, { message: 'municipality må være et kommunenummer med fire sifre' })
  readonly municipality?: string;
}
