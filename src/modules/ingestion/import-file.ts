import type { DataSource } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportState } from './import-batch.entity.js';
import { listIssues, type StoredIssue } from './import-issues.js';
import { processBatch, type ProcessOptions } from './process-batch.js';
import { receiveFile, type IncomingFile } from './receive-file.js';

/** How an import on the command line went. */
export interface ImportReport {
  readonly id: string;
  readonly state: ImportState;
  readonly rows: { readonly read: number; readonly accepted: number; readonly inserted: number; readonly changed: number; readonly unchanged: number; readonly refused: number };
  readonly error: { readonly code: string; readonly detail: string } | null;
  /** Why rows were refused, in the order of the file; the first hundred thousand. */
  readonly issues: readonly StoredIssue[];
}

interface BatchRow { readonly state: ImportState; readonly read: number; readonly inserted: number; readonly changed: number; readonly unchanged: number; readonly refused: number; readonly error_code: string | null; readonly error_detail: string | null }

const MOST_ISSUES = 100_000;
const LOOK_AGAIN_MS = 200;

async function batchRow(dataSource: DataSource, id: string): Promise<BatchRow | undefined> {
  const [row] = await dataSource.query<BatchRow[]>(
    `select state, rows_read as read, rows_inserted as inserted, rows_changed as changed, rows_unchanged as unchanged, rows_refused as refused, error_code, error_detail
     from import_batch where id = $1`, [id]);
  return row;
}

/**
 * Brings a file in by the same road as an upload, in this process. If it is killed, the next start of the service
 * goes on with the file from its checkpoint.
 */
export async function importFile(dataSource: DataSource, file: Omit<IncomingFile, 'check'>, options: ProcessOptions): Promise<ImportReport> {
  const id = await receiveFile(dataSource, { ...file, check: () => undefined });
  await processBatch(dataSource, id, options);
  let batch = await batchRow(dataSource, id);
  while (batch?.state === 'queued' || batch?.state === 'running') {
    // A service that started meanwhile has taken it over.
    await sleep(LOOK_AGAIN_MS);
    batch = await batchRow(dataSource, id);
  }
  if (!batch) throw new Error('Importen er slettet mens den pågikk.');
  const { items } = await listIssues(dataSource, id, { severity: 'error', limit: MOST_ISSUES });
  const { state, read, inserted, changed, unchanged, refused, error_code, error_detail } = batch;
  return {
    id, state, rows: { read, accepted: inserted + changed + unchanged, inserted, changed, unchanged, refused },
    error: error_code === null ? null : { code: error_code, detail: error_detail ?? '' }, issues: items,
  };
}
