import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { HttpReply } from '../../platform/http/http-types.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { entityTag, isKnownTo, versionsAllowed } from '../records/entity-tag.js';
import { SourceQuery } from '../records/list-query.dto.js';
import type { Page } from '../records/page.js';
import { VACANCY_EXAMPLE, pageOpenApi, RECORD_HEADERS, recordOpenApi, storedOpenApi } from '../records/record-openapi.js';
import { VacancyListQuery, VacancySearchBody } from './vacancy-filter.dto.js';
import type { Vacancy } from './vacancy.entity.js';
import { toView, type VacancyView } from './vacancy.view.js';
import { VacanciesService } from './vacancies.service.js';

const body = { schema: recordOpenApi('vacancies'), examples: { helsefagarbeider: { value: VACANCY_EXAMPLE } } };
const stored = { schema: storedOpenApi('vacancies'), headers: RECORD_HEADERS };
const ifMatch = { name: 'If-Match', required: true, description: 'ETag fra da posten ble hentet.', example: '"1"' };

@ApiTags('Stillinger')
@Controller('vacancies')
export class VacanciesController {
  constructor(private readonly vacancies: VacanciesService) {}

  @Get()
  @ApiOperation({ summary: 'Stillinger, side for side' })
  @ApiResponse({ status: 200, schema: pageOpenApi('vacancies') })
  @ApiProblems('request.invalid')
  list(@Query() query: VacancyListQuery): Promise<Page<VacancyView>> {
    return this.vacancies.list(query);
  }

  @Post('search') @HttpCode(200)
  @ApiOperation({ summary: 'Søk etter stillinger' })
  @ApiResponse({ status: 200, schema: pageOpenApi('vacancies') })
  @ApiProblems('request.invalid', 'request.identity-number')
  search(@Body() search: VacancySearchBody): Promise<Page<VacancyView>> {
    return this.vacancies.list(search);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Én stilling' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag du har fra før; da kan svaret bli 304 uten innhold.' })
  @ApiResponse({ status: 200, ...stored })
  @ApiResponse({ status: 304, description: 'Uendret siden sist.' })
  @ApiProblems('request.invalid', 'vacancy.not-found')
  async get(@Param('id', ParseUUIDPipe) id: string, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<VacancyView | undefined> {
    const vacancy = await this.vacancies.get(id);
    if (!isKnownTo(known, vacancy.version)) return this.answer(vacancy, reply);
    reply.header('etag', entityTag(vacancy.version)).status(304);
    return undefined;
  }

  @Post()
  @ApiOperation({ summary: 'Registrer en stilling' })
  @ApiBody(body)
  @ApiResponse({ status: 201, ...stored })
  @ApiProblems('request.invalid', 'request.malformed', 'request.identity-number', 'vacancy.duplicate')
  async create(@Body() record: unknown, @Query() { source }: SourceQuery, @Res({ passthrough: true }) reply: HttpReply): Promise<VacancyView> {
    const vacancy = await this.vacancies.create(record, source);
    reply.header('location', `/api/v1/vacancies/${vacancy.id}`);
    return this.answer(vacancy, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Erstatt en stilling' })
  @ApiHeader(ifMatch)
  @ApiBody(body)
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'request.identity-number', 'vacancy.not-found', 'vacancy.duplicate', 'request.version-stale', 'request.version-required')
  async replace(@Param('id', ParseUUIDPipe) id: string, @Body() record: unknown, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<VacancyView> {
    return this.answer(await this.vacancies.replace(id, record, versionsAllowed(expected)), reply);
  }

  @Delete(':id') @HttpCode(204)
  @ApiOperation({ summary: 'Slett en stilling' })
  @ApiHeader(ifMatch)
  @ApiNoContentResponse({ description: 'Slettet.' })
  @ApiProblems('request.invalid', 'vacancy.not-found', 'request.version-stale', 'request.version-required')
  async remove(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') expected: string | undefined): Promise<void> {
    await this.vacancies.remove(id, versionsAllowed(expected));
  }

  private answer(vacancy: Vacancy, reply: HttpReply): VacancyView {
    reply.header('etag', entityTag(vacancy.version));
    return toView(vacancy);
  }
}
