import type { Repository } from 'typeorm';
import { AppError } from '../../platform/problems/app-error.js';
import type { ImportBatch } from './import-batch.entity.js';
import { toView, type ImportBatchView } from './import-batch.view.js';
import type { ImportListQuery } from './imports.dto.js';

export interface BatchPage {
  readonly items: readonly ImportBatchView[];
  readonly nextCursor: string | null;
}

const DEFAULT_LIMIT = 20;

/** Imports, newest first. @throws AppError when the cursor is none of ours */
export async function listBatches(batches: Repository<ImportBatch>, { kind, cursor, limit = DEFAULT_LIMIT }: ImportListQuery): Promise<BatchPage> {
  const query = batches.createQueryBuilder('batch').where('true');
  if (kind !== undefined) query.andWhere('batch.kind = :kind', { kind });
  if (cursor !== undefined) query.andWhere('(batch.created_at, batch.id) < (select b.created_at, b.id from import_batch b where b.id = :after)', { after: idFrom(cursor) });
  const rows = await query.orderBy('batch.createdAt', 'DESC').addOrderBy('batch.id', 'DESC').limit(limit + 1).getMany();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(toView), nextCursor: last?.id ?? null };
}

function idFrom(cursor: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) return cursor;
  throw new AppError('request.invalid', 'Markøren er ikke gyldig.', [{ pointer: 'cursor', code: 'cursor.invalid', detail: 'Bruk «nextCursor» fra forrige side.' }]);
}
