import type { ImportBatch, ImportState } from './import-batch.entity.js';
import type { RecordKind } from './issue.js';

export interface ImportBatchView {
  readonly id: string;
  readonly kind: RecordKind;
  readonly source: string;
  readonly fileName: string | null;
  readonly state: ImportState;
  /** Share of the file that is read, 0–1. */
  readonly progress: number;
  readonly bytes: number | null;
  readonly rows: { readonly read: number; readonly accepted: number; readonly inserted: number; readonly changed: number; readonly unchanged: number; readonly refused: number };
  readonly warnings: number;
  /** Why a failed import failed. */
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** What leaves the house. */
export function toView(batch: ImportBatch): ImportBatchView {
  const { id, kind, source, fileName, state, bytes, bytesRead, rowsRead, rowsInserted, rowsChanged, rowsUnchanged, rowsRefused, warnings } = batch;
  return {
    id, kind, source, fileName, state, bytes, warnings,
    progress: state === 'completed' ? 1 : bytes === null || bytes === 0 ? 0 : Math.round((bytesRead / bytes) * 100) / 100,
    rows: { read: rowsRead, accepted: rowsInserted + rowsChanged + rowsUnchanged, inserted: rowsInserted, changed: rowsChanged, unchanged: rowsUnchanged, refused: rowsRefused },
    error: batch.errorCode === null ? null : { code: batch.errorCode, detail: batch.errorDetail ?? '' },
    createdAt: batch.createdAt.toISOString(),
    startedAt: batch.startedAt?.toISOString() ?? null,
    finishedAt: batch.finishedAt?.toISOString() ?? null,
  };
}
