import type { DataSource } from 'typeorm';
import { FEED_SOURCE } from './feed-cursor.js';

/** How reading the feed goes. */
export interface FeedStatus {
  /** `off` = not configured; `not-started`; `running`; `catching-up` = a run ended before the end; `up-to-date`; `failing`. */
  readonly state: 'off' | 'not-started' | 'running' | 'catching-up' | 'up-to-date' | 'failing';
  readonly source: string;
  readonly cursor: { readonly pageId: string | null; readonly startFrom: string } | null;
  readonly lastRun: { readonly startedAt: string; readonly finishedAt: string | null; readonly outcome: string | null; readonly error: string | null; readonly failuresInARow: number } | null;
  /** How old what we hold may be: seconds since a run began that read everything; while catching up, the age of the newest change read. Null = nothing read. */
  readonly lagSeconds: number | null;
  readonly counts: {
    readonly pagesRead: number; readonly itemsRead: number; readonly active: number; readonly inactive: number;
    /** Changed ads whose content is still to be fetched. */
    readonly pending: number;
    readonly vacancies: number;
  };
  readonly problems: readonly { readonly code: string; readonly severity: 'error' | 'warning'; readonly count: number }[];
}

interface CursorRow {
  page_id: string | null; start_from: Date; caught_up_at: Date | null; newest_change: Date | null; pages_read: string; items_read: string;
  run_started_at: Date | null; run_finished_at: Date | null; run_outcome: string | null; run_error: string | null; failures: number;
}

interface Counts { active: number; inactive: number; pending: number; vacancies: number }

export async function readFeedStatus(dataSource: DataSource, { isOn, now }: { isOn: boolean; now: Date }): Promise<FeedStatus> {
  const [row] = await dataSource.query<CursorRow[]>('select * from feed_cursor where source = $1', [FEED_SOURCE]);
  const [counts] = await dataSource.query<Counts[]>(
    `select count(*) filter (where status = 'ACTIVE')::int as active, count(*) filter (where status = 'INACTIVE')::int as inactive,
       count(*) filter (where is_pending)::int as pending, (select count(*)::int from vacancy where source = $1) as vacancies
     from feed_ad where source = $1`, [FEED_SOURCE]);
  const problems = await dataSource.query<FeedStatus['problems']>(
    'select code, severity, count(*)::int as count from feed_issue where source = $1 group by code, severity order by severity, code', [FEED_SOURCE]);
  const { active = 0, inactive = 0, pending = 0, vacancies = 0 } = counts ?? {};
  return {
    state: !isOn ? 'off' : row === undefined ? 'not-started' : stateOf(row),
    source: FEED_SOURCE,
    cursor: row === undefined ? null : { pageId: row.page_id, startFrom: row.start_from.toISOString() },
    lastRun: row === undefined || row.run_started_at === null ? null : {
      startedAt: row.run_started_at.toISOString(), finishedAt: row.run_finished_at?.toISOString() ?? null, outcome: row.run_outcome, error: row.run_error, failuresInARow: row.failures,
    },
    lagSeconds: row === undefined ? null : lagOf(row, now),
    counts: { pagesRead: Number(row?.pages_read ?? 0), itemsRead: Number(row?.items_read ?? 0), active, inactive, pending, vacancies },
    problems,
  };
}

function stateOf({ run_finished_at, run_outcome, run_started_at, caught_up_at }: CursorRow): FeedStatus['state'] {
  if (run_finished_at === null) return 'running';
  if (run_outcome === 'failed') return 'failing';
  return caught_up_at !== null && caught_up_at.getTime() === run_started_at?.getTime() ? 'up-to-date' : 'catching-up';
}

function lagOf({ caught_up_at, newest_change }: CursorRow, now: Date): number | null {
  const since = caught_up_at ?? newest_change;
  return since === null ? null : Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000));
}

export interface FeedIssueView { readonly uuid: string; readonly severity: string; readonly code: string; readonly path: string; readonly value: string | null; readonly mend: string }

/** What is odd about ads, in the order it was found. @param after id of the last one shown before */
export async function listFeedIssues(dataSource: DataSource, { code, severity, after, limit }: { code?: string | undefined; severity?: string | undefined; after?: number | undefined; limit: number }): Promise<{ items: FeedIssueView[]; next: number | null }> {
  const rows = await dataSource.query<(FeedIssueView & { id: string })[]>(
    `select id, external_id as uuid, severity, code, path, value, mend from feed_issue
     where source = $1 and id > $2 and ($3::text is null or code = $3) and ($4::text is null or severity = $4) order by id limit $5`,
    [FEED_SOURCE, after ?? 0, code ?? null, severity ?? null, limit + 1]);
  const shown = rows.slice(0, limit);
  return { items: shown.map(({ id: _id, ...issue }) => issue), next: rows.length > limit ? Number(shown.at(-1)?.id) : null };
}
