import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig } from '../../platform/config.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import { listFeedIssues, readFeedStatus, type FeedIssueView, type FeedStatus } from './feed-status.js';
import { FEED_ISSUES_SCHEMA, FEED_STATUS_SCHEMA } from './feed.openapi.js';

class FeedIssueQuery {
  @ApiPropertyOptional({ description: 'Bare denne koden.', example: 'location.ambiguous' })
  @IsOptional() @Matches(/^[a-z0-9.-]{1,60}$/, { message: 'code må være en kode' })
  readonly code?: string;

  @ApiPropertyOptional({ description: 'error: annonsen er ikke tatt inn. warning: den er tatt inn.', enum: ['error', 'warning'] })
  @IsOptional() @IsIn(['error', 'warning'])
  readonly severity?: 'error' | 'warning';

  @ApiPropertyOptional({ description: 'Merknader per side, 1–100.', default: 50 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  readonly limit?: number;

  @ApiPropertyOptional({ description: '«next» fra forrige side.' })
  @IsOptional() @Type(() => Number) @IsInt() @Min(0)
  readonly after?: number;
}

@ApiTags('Stillingsfeed')
@Controller('feed')
export class FeedController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource, @Inject(APP_CONFIG) private readonly config: AppConfig, private readonly clock: Clock) {}

  @Get()
  @ApiOperation({ summary: 'Hvordan lesingen av NAVs stillingsfeed går' })
  @ApiResponse({ status: 200, schema: FEED_STATUS_SCHEMA })
  @ApiProblems()
  status(): Promise<FeedStatus> {
    return readFeedStatus(this.dataSource, { isOn: this.config.feed !== null, now: this.clock.now() });
  }

  @Get('issues')
  @ApiOperation({ summary: 'Annonser i feeden som ikke kunne tas inn, eller som det er noe å merke seg ved' })
  @ApiResponse({ status: 200, schema: FEED_ISSUES_SCHEMA })
  @ApiProblems('request.invalid')
  issues(@Query() { code, severity, after, limit = 50 }: FeedIssueQuery): Promise<{ items: FeedIssueView[]; next: number | null }> {
    return listFeedIssues(this.dataSource, { code, severity, after, limit });
  }
}
