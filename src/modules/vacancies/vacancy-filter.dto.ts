import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { ListQuery } from '../records/list-query.dto.js';
import { SearchBody } from '../records/search.dto.js';

class VacancyFilter {
  @ApiPropertyOptional({ description: 'STYRK-08, ett til fire sifre: alle koder som begynner slik.', example: '53' })
  @IsOptional() @Matches(/^\d{1,4}$/, { message: 'styrk må være ett til fire sifre' })
  readonly styrk?: string;

  @ApiPropertyOptional({ description: 'Bare stillinger som kan søkes denne dagen: fristen er ikke ute, eller ingen frist er satt.', example: '2026-11-22' })
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'openOn må være en dato på formen åååå-mm-dd' }) @IsISO8601({ strict: true })
  readonly openOn?: string;
}

export class VacancyListQuery extends IntersectionType(ListQuery, VacancyFilter) {}
export class VacancySearchBody extends IntersectionType(SearchBody, VacancyFilter) {}
