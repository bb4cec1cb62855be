import type { DataSource, EntityManager } from 'typeorm';

/** The name vacancies of NAV's feed are stored under. */
export const FEED_SOURCE = 'nav-feed';

/** Where in the feed we are. */
export interface Cursor {
  /** The page to ask for next; null = the first page with something newer than `startFrom`. */
  readonly pageId: string | null;
  /** Tag of that page when it was read to its end before. */
  readonly etag: string | null;
  readonly startFrom: Date;
  /** Polls in a row that did not find the page. */
  readonly pollsMissing: number;
  readonly newestChange: Date | null;
}

interface CursorRow { readonly page_id: string | null; readonly etag: string | null; readonly start_from: Date; readonly polls_missing: number; readonly newest_change: Date | null }

const toCursor = (row: CursorRow): Cursor =>
  ({ pageId: row.page_id, etag: row.etag, startFrom: row.start_from, pollsMissing: row.polls_missing, newestChange: row.newest_change });

/** Another process moved the cursor: it is at work, and we leave it to that. */
export class CursorMoved extends Error {
  override readonly name = 'CursorMoved';
}

/** An ad is active at most six months, so nothing older can matter. */
function sixMonthsBefore(now: Date): Date {
  const start = new Date(now);
  start.setUTCMonth(start.getUTCMonth() - 6, Math.min(start.getUTCDate(), 28));
  return start;
}

/** Begins a run: where we are, or the start when there is no cursor or it belongs to another server. */
export async function beginRun(dataSource: DataSource, { baseUrl, now }: { baseUrl: string; now: Date }): Promise<Cursor> {
  const rows = await dataSource.query<CursorRow[]>(
    `insert into feed_cursor as cursor (source, base_url, start_from, run_started_at) values ($1, $2, $3, $4)
     on conflict (source) do update set
       run_started_at = $4, run_finished_at = null, run_outcome = null, run_error = null,
       base_url = $2,
       page_id = case when cursor.base_url = $2 then cursor.page_id end,
       etag = case when cursor.base_url = $2 then cursor.etag end,
       start_from = case when cursor.base_url = $2 then cursor.start_from else $3 end,
       polls_missing = case when cursor.base_url = $2 then cursor.polls_missing else 0 end
     returning page_id, etag, start_from, polls_missing, newest_change`,
    [FEED_SOURCE, baseUrl, sixMonthsBefore(now), now]);
  const [row] = rows;
  if (row === undefined) throw new Error('no cursor');
  return toCursor(row);
}

/** What a page that was read adds to the cursor. */
export interface Advance {
  readonly pageId: string;
  readonly etag: string | null;
  readonly items: number;
  readonly newestChange: Date | null;
}

/** Moves the cursor past a page, in the transaction that stored it. @throws CursorMoved */
export async function advanceCursor(manager: EntityManager, from: Cursor, { pageId, etag, items, newestChange }: Advance): Promise<Cursor> {
  const [rows] = await manager.query<[CursorRow[], number]>(
    `update feed_cursor set page_id = $3, etag = $4, polls_missing = 0, pages_read = pages_read + 1, items_read = items_read + $5,
       newest_change = greatest(newest_change, $6)
     where source = $1 and page_id is not distinct from $2
     returning page_id, etag, start_from, polls_missing, newest_change`,
    [FEED_SOURCE, from.pageId, pageId, etag, items, newestChange]);
  const [row] = rows;
  if (row === undefined) throw new CursorMoved();
  return toCursor(row);
}

/**
 * Notes that the page was said to be unchanged. The next poll asks for it whole all the same: a full page stays as it is
 * when lines come after it, and a tag made from its lines alone would hide that there is a next one.
 */
export async function noteUnchanged(dataSource: DataSource, { pageId }: Cursor): Promise<void> {
  await dataSource.query('update feed_cursor set etag = null, polls_missing = 0 where source = $1 and page_id is not distinct from $2', [FEED_SOURCE, pageId]);
}

/** Polls that may miss a page the feed itself named before we look for our place by time. */
const MOST_MISSING = 3;
/** Times do not rise strictly with the order of the feed, so that place is sought some way back. */
const STEP_BACK_MS = 24 * 3_600_000;

/** Notes that the page was not found: it may not be there yet. After several polls the place is sought by time instead. */
export async function noteMissing(dataSource: DataSource, { pageId, newestChange, startFrom, pollsMissing }: Cursor): Promise<void> {
  const restart = pollsMissing + 1 >= MOST_MISSING;
  const from = newestChange === null ? startFrom : new Date(Math.max(startFrom.getTime(), newestChange.getTime() - STEP_BACK_MS));
  await dataSource.query(
    `update feed_cursor set polls_missing = case when $3 then 0 else polls_missing + 1 end, etag = case when $3 then null else etag end,
       page_id = case when $3 then null else page_id end, start_from = case when $3 then $4 else start_from end
     where source = $1 and page_id is not distinct from $2`, [FEED_SOURCE, pageId, restart, from]);
}

export type RunOutcome = 'caught-up' | 'stopped' | 'waiting';

/** Ends a run. `caughtUp` = everything there was when it began is stored. */
export async function endRun(dataSource: DataSource, { outcome, caughtUp, now }: { outcome: RunOutcome; caughtUp: boolean; now: Date }): Promise<void> {
  await dataSource.query(
    `update feed_cursor set run_finished_at = $2, run_outcome = $3, run_error = null, failures = 0, caught_up_at = case when $4 then run_started_at else caught_up_at end
     where source = $1`, [FEED_SOURCE, now, outcome, caughtUp]);
}

/** Notes that a run failed. @returns failures in a row */
export async function failRun(dataSource: DataSource, { error, now }: { error: string; now: Date }): Promise<number> {
  const [rows] = await dataSource.query<[{ failures: number }[], number]>(
    `update feed_cursor set run_finished_at = $2, run_outcome = 'failed', run_error = $3, failures = failures + 1 where source = $1 returning failures`, [FEED_SOURCE, now, error]);
  return rows[0]?.failures ?? 1;
}
