import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { DataSource, EntityManager, Repository } from 'typeorm';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/problems/app-error.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { QueueTasks } from '../../platform/queue/queue-tasks.js';
import { DEFAULT_SOURCE } from '../records/source.js';
import { REFERENCE_TABLES } from '../records/reference-tables.module.js';
import { ImportBatch } from './import-batch.entity.js';
import type { ImportQuery } from './imports.dto.js';
import { dropPayload } from './payload-store.js';
import { processBatch } from './process-batch.js';
import { receiveFile } from './receive-file.js';
import { acceptUploads, uploadOf, type UploadRequest, type UploadServer } from './upload.js';

/** Injection token of the largest file taken, in bytes. */
export const IMPORT_LIMIT_BYTES = Symbol('ImportLimitBytes');

const TASK = 'imports.process';

/** Files are brought in one after the other: they write to the same tables. */
const QUEUE = 'imports';

const enqueueBatch = (manager: EntityManager, batchId: string): Promise<string> => enqueue(manager, { task: TASK, payload: { batchId }, queue: QUEUE, key: `import:${batchId}` });

/** What importing needs of the platform. */
@Injectable()
export class ImportsPlatform {
  constructor(readonly host: HttpAdapterHost, readonly tasks: QueueTasks, readonly clock: Clock) {}
}

@Injectable()
export class ImportsService implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Imports');

  constructor(
    @InjectRepository(ImportBatch) private readonly batches: Repository<ImportBatch>,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(REFERENCE_TABLES) private readonly tables: ReferenceTables,
    @Inject(IMPORT_LIMIT_BYTES) private readonly limitBytes: number,
    private readonly platform: ImportsPlatform,
  ) {}

  onModuleInit(): void {
    const { host, tasks, clock } = this.platform;
    acceptUploads(host.httpAdapter.getInstance<UploadServer>(), this.limitBytes);
    tasks.register<{ batchId: string }>(TASK, async ({ batchId }, { signal }) => {
      await processBatch(this.dataSource, batchId, { tables: this.tables, on: clock.today(), signal });
      await this.logEnd(batchId);
    });
  }

  /** Takes up again what was under way somewhere when it stopped, and forgets uploads that broke off long ago. */
  async onApplicationBootstrap(): Promise<void> {
    await this.dataSource.query("delete from import_batch where bytes is null and state = 'queued' and created_at < now() - interval '6 hours'");
    await this.dataSource.transaction(async (manager) => {
      const unfinished = await manager.query<{ id: string }[]>("select id from import_batch where state in ('queued', 'running') and bytes is not null order by created_at");
      for (const { id } of unfinished) await enqueueBatch(manager, id);
    });
  }

  /** Stores the upload and queues its processing. @throws AppError 413 when it is too large, 422 when it is empty */
  async receive(request: UploadRequest, { kind, source = DEFAULT_SOURCE, fileName }: ImportQuery): Promise<ImportBatch> {
    const check = (bytes: number): void => {
      if (bytes > this.limitBytes) throw new AppError('import.too-large', `Største fil er ${Math.floor(this.limitBytes / 1_000_000)} MB.`, { headers: { connection: 'close' } });
    };
    const announced = Number(request.raw.headers['content-length'] ?? 0);
    if (announced > this.limitBytes + 65_536) {
      request.raw.resume();
      check(announced);
    }
    const upload = await uploadOf(request, fileName);
    try {
      const id = await receiveFile(this.dataSource, {
        kind, source, fileName: upload.fileName, content: upload.content, check,
        onReceived: (manager, batchId) => enqueueBatch(manager, batchId),
      });
      return await this.get(id);
    } catch (error) {
      // What is still on its way is taken in and thrown away, so that the caller gets to read the answer.
      upload.content.resume();
      request.raw.resume();
      throw error;
    }
  }

  async get(id: string): Promise<ImportBatch> {
    const batch = await this.batches.findOneBy({ id });
    if (!batch) throw new AppError('import.not-found', 'Ingen import med denne id-en.');
    return batch;
  }

  /** Stops an import where it is: what is brought in stays, the rest of the file is forgotten. */
  async cancel(id: string): Promise<ImportBatch> {
    await this.dataSource.transaction(async (manager) => {
      const [, cancelled] = await manager.query<[unknown[], number]>("update import_batch set state = 'cancelled', finished_at = now() where id = $1 and state in ('queued', 'running')", [id]);
      if (cancelled === 1) await dropPayload(manager, id);
    });
    const batch = await this.get(id);
    if (batch.state !== 'cancelled') throw new AppError('request.conflict', 'Importen er allerede ferdig og kan ikke avbrytes.');
    return batch;
  }

  private async logEnd(batchId: string): Promise<void> {
    const batch = await this.batches.findOneBy({ id: batchId });
    if (batch) this.logger.log({ msg: 'import ended', batchId, kind: batch.kind, state: batch.state, rowsRead: batch.rowsRead, rowsRefused: batch.rowsRefused, errorCode: batch.errorCode });
  }
}
