import type { DataSource, EntityManager } from 'typeorm';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { UnreadableFileError, type RecordKind, type RowIssue } from './issue.js';
import { dropPayload, readPayload } from './payload-store.js';
import { readValidRecords, type JudgedRow } from './read-valid-records.js';
import { storeChunk, storeIssues, type GoodRow } from './store-chunk.js';

/** Records in one transaction. */
const CHUNK_ROWS = 1_000;

/** The import was cancelled, has ended, or another process has gone on with it: nothing more to do here. */
class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

export interface ProcessOptions {
  readonly tables: ReferenceTables;
  /** Date of assessment, ISO. */
  readonly on: string;
  readonly signal?: AbortSignal;
  /** Told after each chunk how many records are dealt with, and what share of the file (0–1). */
  readonly onProgress?: (rowsRead: number, share: number) => void;
}

interface Batch { readonly id: string; readonly kind: RecordKind; readonly source: string; readonly rowsRead: number; readonly bytes: number; readonly key: Buffer }

/** What has been judged and not yet written. */
class Chunk {
  rows = 0;
  readonly good: GoodRow[] = [];
  readonly issues: RowIssue[] = [];
  readonly warnings: RowIssue[] = [];

  constructor(readonly after: number) {}

  add({ row, record, issues, warnings }: JudgedRow<RecordKind>): void {
    this.rows += 1;
    if (record) this.good.push({ row, record });
    this.issues.push(...issues);
    if (record) this.warnings.push(...warnings);
  }
}

async function take(dataSource: DataSource, batchId: string): Promise<Batch | undefined> {
  const [rows] = await dataSource.query<[{ kind: RecordKind; source: string; rows_read: number; bytes: string; payload_key: Buffer }[], number]>(
    `update import_batch set state = 'running', started_at = coalesce(started_at, now())
     where id = $1 and state in ('queued', 'running') and bytes is not null and payload_key is not null
     returning kind, source, rows_read, bytes, payload_key`, [batchId]);
  const [row] = rows;
  return row && { id: batchId, kind: row.kind, source: row.source, rowsRead: row.rows_read, bytes: Number(row.bytes), key: row.payload_key };
}

const ADVANCE = `
  update import_batch set rows_read = rows_read + $3, rows_inserted = rows_inserted + $4, rows_changed = rows_changed + $5,
    rows_unchanged = rows_unchanged + $6, rows_refused = rows_refused + $7, warnings = warnings + $8, bytes_read = $9
  where id = $1 and rows_read = $2 and state = 'running'`;

/** Writes a chunk and moves the checkpoint past it, in one transaction: after a crash it counts wholly or not at all. */
async function writeChunk(manager: EntityManager, batch: Batch, { chunk, bytesRead }: { chunk: Chunk; bytesRead: number }): Promise<void> {
  const stored = await storeChunk(manager, batch, chunk.good);
  await storeIssues(manager, { batchId: batch.id, severity: 'error' }, [...chunk.issues, ...stored.refused]);
  await storeIssues(manager, { batchId: batch.id, severity: 'warning' }, chunk.warnings);
  const { inserted, changed, unchanged } = stored;
  const refused = chunk.rows - inserted - changed - unchanged;
  const [, moved] = await manager.query<[unknown[], number]>(ADVANCE, [batch.id, chunk.after, chunk.rows, inserted, changed, unchanged, refused, chunk.warnings.length, bytesRead]);
  // The checkpoint stood elsewhere: someone else did this chunk, so all of it is rolled back here.
  if (moved !== 1) throw new NotOurs();
}

async function finish(dataSource: DataSource, batch: Batch, failure?: UnreadableFileError): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [, finished] = await manager.query<[unknown[], number]>(
      `update import_batch set state = $2, error_code = $3, error_detail = $4, finished_at = now(), bytes_read = case when $3::text is null then bytes else bytes_read end
       where id = $1 and state = 'running'`, [batch.id, failure ? 'failed' : 'completed', failure?.code ?? null, failure?.message ?? null]);
    if (finished === 1) await dropPayload(manager, batch.id);
  });
}

/** Judges and writes everything from the checkpoint on. While one chunk is written the next is judged. */
async function run(dataSource: DataSource, batch: Batch, options: ProcessOptions): Promise<void> {
  let bytesRead = 0;
  let chunk = new Chunk(batch.rowsRead);
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    await writing;
    options.signal?.throwIfAborted();
    const full = { chunk, bytesRead };
    chunk = new Chunk(full.chunk.after + full.chunk.rows);
    writing = dataSource.transaction((manager) => writeChunk(manager, batch, full))
      .then(() => options.onProgress?.(full.chunk.after + full.chunk.rows, Math.min(1, full.bytesRead / batch.bytes)));
    writing.catch(() => undefined); // awaited before the next chunk and at the end
  };
  try {
    const payload = readPayload(dataSource, batch, (bytes) => (bytesRead = bytes));
    for await (const row of readValidRecords(payload, { kind: batch.kind, tables: options.tables, on: options.on })) {
      if (row.row <= batch.rowsRead) continue; // judged again only to know the ids that are taken
      chunk.add(row);
      if (chunk.rows === CHUNK_ROWS) await write();
    }
  } finally {
    // Whatever the file does further on, the good records before it are kept.
    if (chunk.rows > 0 && options.signal?.aborted !== true) await write();
    await writing;
  }
}

/**
 * Brings a received file into the tables, from where it was left: safe to repeat, and safe to run in two processes
 * (the checkpoint lets only one of them write each chunk).
 *
 * @throws whatever the database throws; the batch then stays as it is and can be taken up again
 */
export async function processBatch(dataSource: DataSource, batchId: string, options: ProcessOptions): Promise<void> {
  const batch = await take(dataSource, batchId);
  if (!batch) return;
  try {
    await run(dataSource, batch, options);
    await finish(dataSource, batch);
  } catch (error) {
    if (error instanceof UnreadableFileError) await finish(dataSource, batch, error);
    else if (!(error instanceof NotOurs)) throw error;
  }
}
