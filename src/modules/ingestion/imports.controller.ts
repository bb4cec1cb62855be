import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { Readable } from 'node:stream';
import type { DataSource, Repository } from 'typeorm';
import type { HttpReply } from '../../platform/http/http-types.js';
import { ApiProblems } from '../../platform/problems/api-problems.decorator.js';
import { ImportBatch } from './import-batch.entity.js';
import { toView, type ImportBatchView } from './import-batch.view.js';
import { issuesAsCsv, listIssues, type IssuePage } from './import-issues.js';
import { BATCH_LIST_SCHEMA, BATCH_SCHEMA, ISSUE_LIST_SCHEMA } from './imports.openapi.js';
import { ImportListQuery, ImportQuery, IssueListQuery, TemplateQuery } from './imports.dto.js';
import { ImportsService } from './imports.service.js';
import { listBatches, type BatchPage } from './list-batches.js';
import { template } from './template.js';
import type { UploadRequest } from './upload.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('Import')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    @InjectRepository(ImportBatch) private readonly batches: Repository<ImportBatch>,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Post() @HttpCode(202)
  @ApiOperation({
    summary: 'Importer en fil',
    description: 'JSON-liste, NDJSON, CSV (semikolon, komma eller tabulator; UTF-8 eller windows-1252) eller XLSX, som del av et skjema eller som hele innholdet. Formen leses av innholdet. Svaret kommer når filen er mottatt; følg importen på adressen i «Location».',
  })
  @ApiConsumes('multipart/form-data', 'application/json', 'application/x-ndjson', 'text/csv', XLSX, 'application/octet-stream')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiResponse({ status: 202, schema: BATCH_SCHEMA, headers: { Location: { description: 'Der importen kan følges.', schema: { type: 'string' } } } })
  @ApiProblems('request.invalid', 'import.too-large', 'import.unreadable')
  async receive(@Req() request: UploadRequest, @Query() query: ImportQuery, @Res({ passthrough: true }) reply: HttpReply): Promise<ImportBatchView> {
    const batch = await this.imports.receive(request, query);
    reply.header('location', `/api/v1/imports/${batch.id}`);
    return toView(batch);
  }

  @Get()
  @ApiOperation({ summary: 'Importer, nyeste først' })
  @ApiResponse({ status: 200, schema: BATCH_LIST_SCHEMA })
  @ApiProblems('request.invalid')
  list(@Query() query: ImportListQuery): Promise<BatchPage> {
    return listBatches(this.batches, query);
  }

  @Get('template')
  @ApiOperation({ summary: 'Mal å fylle ut', description: 'Alle kolonner, og én oppdiktet post som viser hvordan de fylles ut.' })
  @ApiProduces('text/csv', XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiProblems('request.invalid')
  async template(@Query() { kind, format }: TemplateQuery): Promise<StreamableFile> {
    return new StreamableFile(await template(kind, format), {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX, disposition: `attachment; filename="jobbmatch-${kind}.${format}"`,
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Hvor langt en import er kommet' })
  @ApiResponse({ status: 200, schema: BATCH_SCHEMA })
  @ApiProblems('request.invalid', 'import.not-found')
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ImportBatchView> {
    return toView(await this.imports.get(id));
  }

  @Get(':id/issues')
  @ApiOperation({ summary: 'Feil og merknader i en import' })
  @ApiResponse({ status: 200, schema: ISSUE_LIST_SCHEMA })
  @ApiProblems('request.invalid', 'import.not-found')
  async issues(@Param('id', ParseUUIDPipe) id: string, @Query() query: IssueListQuery): Promise<IssuePage> {
    await this.imports.get(id);
    return listIssues(this.dataSource, id, query);
  }

  @Get(':id/issues.csv')
  @ApiOperation({ summary: 'Feil og merknader som CSV, til regneark' })
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  @ApiProblems('request.invalid', 'import.not-found')
  async issuesCsv(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    await this.imports.get(id);
    return new StreamableFile(Readable.from(issuesAsCsv(this.dataSource, id), { objectMode: false }), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="import-${id}.csv"` });
  }

  @Post(':id/cancel') @HttpCode(200)
  @ApiOperation({ summary: 'Avbryt en import', description: 'Det som er tatt inn, blir stående; resten av filen glemmes.' })
  @ApiResponse({ status: 200, schema: BATCH_SCHEMA })
  @ApiProblems('request.invalid', 'import.not-found', 'request.conflict')
  async cancel(@Param('id', ParseUUIDPipe) id: string): Promise<ImportBatchView> {
    return toView(await this.imports.cancel(id));
  }
}
