import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { HttpReply } from '../../platform/http/http-types.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { entityTag, isKnownTo, versionsAllowed } from '../records/entity-tag.js';
import { ListQuery, SourceQuery } from '../records/list-query.dto.js';
import type { Page } from '../records/page.js';
import { CANDIDATE_EXAMPLE, pageOpenApi, RECORD_HEADERS, recordOpenApi, storedOpenApi } from '../records/record-openapi.js';
import { SearchBody } from '../records/search.dto.js';
import type { Candidate } from './candidate.entity.js';
import { toView, type CandidateView } from './candidate.view.js';
import { CandidatesService } from './candidates.service.js';

const body = { schema: recordOpenApi('candidates'), examples: { sykepleier: { value: CANDIDATE_EXAMPLE } } };
const stored = { schema: storedOpenApi('candidates'), headers: RECORD_HEADERS };
const ifMatch = { name: 'If-Match', required: true, description: 'ETag fra da posten ble hentet.', example: '"1"' };

@ApiTags('Deltakere')
@Controller('candidates')
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  @Get()
  @ApiOperation({ summary: 'Deltakere, side for side' })
  @ApiResponse({ status: 200, schema: pageOpenApi('candidates') })
  @ApiProblems('request.invalid')
  list(@Query() query: ListQuery): Promise<Page<CandidateView>> {
    return this.candidates.list(query);
  }

  @Post('search') @HttpCode(200)
  @ApiOperation({ summary: 'Søk etter deltakere', description: 'Søket går i innholdet, aldri i adressen: det kan handle om noen.' })
  @ApiResponse({ status: 200, schema: pageOpenApi('candidates') })
  @ApiProblems('request.invalid', 'request.identity-number')
  search(@Body() search: SearchBody): Promise<Page<CandidateView>> {
    return this.candidates.list(search);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Én deltaker' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag du har fra før; da kan svaret bli 304 uten innhold.' })
  @ApiResponse({ status: 200, ...stored })
  @ApiResponse({ status: 304, description: 'Uendret siden sist.' })
  @ApiProblems('request.invalid', 'candidate.not-found')
  async get(@Param('id', ParseUUIDPipe) id: string, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<CandidateView | undefined> {
    const candidate = await this.candidates.get(id);
    if (!isKnownTo(known, candidate.version)) return this.answer(candidate, reply);
    reply.header('etag', entityTag(candidate.version)).status(304);
    return undefined;
  }

  @Post()
  @ApiOperation({ summary: 'Registrer en deltaker' })
  @ApiBody(body)
  @ApiResponse({ status: 201, ...stored })
  @ApiProblems('request.invalid', 'request.malformed', 'request.identity-number', 'candidate.duplicate')
  async create(@Body() record: unknown, @Query() { source }: SourceQuery, @Res({ passthrough: true }) reply: HttpReply): Promise<CandidateView> {
    const candidate = await this.candidates.create(record, source);
    reply.header('location', `/api/v1/candidates/${candidate.id}`);
    return this.answer(candidate, reply);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Erstatt en deltaker' })
  @ApiHeader(ifMatch)
  @ApiBody(body)
  @ApiResponse({ status: 200, ...stored })
  @ApiProblems('request.invalid', 'request.identity-number', 'candidate.not-found', 'candidate.duplicate', 'request.version-stale', 'request.version-required')
  async replace(@Param('id', ParseUUIDPipe) id: string, @Body() record: unknown, @Headers('if-match') expected: string | undefined, @Res({ passthrough: true }) reply: HttpReply): Promise<CandidateView> {
    return this.answer(await this.candidates.replace(id, record, versionsAllowed(expected)), reply);
  }

  @Delete(':id') @HttpCode(204)
  @ApiOperation({ summary: 'Slett en deltaker' })
  @ApiHeader(ifMatch)
  @ApiNoContentResponse({ description: 'Slettet.' })
  @ApiProblems('request.invalid', 'candidate.not-found', 'request.version-stale', 'request.version-required')
  async remove(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') expected: string | undefined): Promise<void> {
    await this.candidates.remove(id, versionsAllowed(expected));
  }

  private answer(candidate: Candidate, reply: HttpReply): CandidateView {
    reply.header('etag', entityTag(candidate.version));
    return toView(candidate, this.candidates.viewer);
  }
}
