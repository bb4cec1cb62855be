import { AppError } from '../../platform/problems/app-error.js';

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Everything the filter lets through, on all pages. */
  readonly total: number;
  /** Send as `cursor` for the next page; null on the last. */
  readonly nextCursor: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id a cursor stands for. @throws AppError when it is none of ours */
export function idFromCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!UUID.test(id)) throw new AppError('request.invalid', 'Markøren er ikke gyldig.', [{ pointer: 'cursor', code: 'cursor.invalid', detail: 'Bruk «nextCursor» fra forrige side.' }]);
  return id;
}

/** A page of rows that were asked for with one more than `limit`, in order of id. */
export function pageOf<Row extends { readonly id: string }, Item>(rows: readonly Row[], { limit, total, toItem }: { limit: number; total: number; toItem: (row: Row) => Item }): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(toItem), total, nextCursor: last ? Buffer.from(last.id, 'utf8').toString('base64url') : null };
}
