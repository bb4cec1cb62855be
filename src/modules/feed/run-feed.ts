import type { DataSource } from 'typeorm';
import type { AdKnowledge } from '../ads/read-ad.js';
import { advanceCursor, beginRun, CursorMoved, endRun, FEED_SOURCE, noteMissing, noteUnchanged, type Cursor, type RunOutcome } from './feed-cursor.js';
import { fetchDetails, type DetailProgress } from './fetch-details.js';
import type { NavFeedClient, PageAnswer } from './nav-client.js';
import { storePage } from './store-page.js';

/** Requests for ads under way at a time. */
const CONCURRENCY = 6;

export interface RunFeedOptions {
  readonly dataSource: DataSource;
  readonly client: NavFeedClient;
  readonly knowledge: AdKnowledge;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: FeedProgress) => void) | undefined;
}

export interface FeedProgress extends DetailProgress {
  readonly pages: number;
  readonly items: number;
}

export interface FeedRun extends FeedProgress {
  readonly outcome: RunOutcome;
}

/**
 * Reads the feed from where we are to its end, then the ads it named. Safe to kill at any point and to run in two
 * processes: a page is stored together with the step past it, and an ad stays marked until its content is stored.
 *
 * @throws FeedError when the feed cannot be read
 */
export async function runFeed(options: RunFeedOptions): Promise<FeedRun> {
  const { dataSource, baseUrl, now, signal } = options;
  let progress: FeedProgress = { pages: 0, items: 0, stored: 0, refused: 0, removed: 0 };
  const tell = (more: Partial<FeedProgress>): void => {
    progress = { ...progress, ...more };
    options.onProgress?.(progress);
  };
  let outcome: RunOutcome;
  try {
    outcome = await walk(await beginRun(dataSource, { baseUrl, now: now() }), options, ({ items, removed }) =>
      tell({ pages: progress.pages + 1, items: progress.items + items, removed: progress.removed + removed }));
    const removedByPages = progress.removed;
    await fetchDetails({ ...options, concurrency: CONCURRENCY, onProgress: (details) => tell({ ...details, removed: removedByPages + details.removed }) });
  } catch (error) {
    if (!(error instanceof CursorMoved) && signal?.aborted !== true) throw error;
    outcome = 'stopped';
  }
  if (outcome === 'caught-up') await forgetLongGone(dataSource);
  await endRun(dataSource, { outcome, caughtUp: outcome === 'caught-up' && !(await hasPending(dataSource)), now: now() });
  return { ...progress, outcome };
}

/** Follows the pages to the newest one. */
async function walk(start: Cursor, { dataSource, client, now, signal }: RunFeedOptions, onPage: (page: { items: number; removed: number }) => void): Promise<RunOutcome> {
  let cursor = start;
  for (;;) {
    signal?.throwIfAborted();
    const from = cursor;
    const answer: PageAnswer = from.pageId === null ? await client.firstPageSince(from.startFrom) : await client.pageById(from.pageId, from.etag);
    if (answer.kind === 'not-modified') {
      await noteUnchanged(dataSource, from);
      return 'caught-up';
    }
    if (answer.kind === 'not-found') {
      // Asked by time, it means that nothing is newer; asked by name, that the page is not there (yet).
      if (from.pageId === null) return 'caught-up';
      await noteMissing(dataSource, from);
      return 'waiting';
    }
    const { page, etag } = answer;
    const isLast = page.nextId === null || page.nextId === page.id;
    cursor = await dataSource.transaction(async (manager) => {
      const { newestChange, removed } = await storePage(manager, page.items, { startFrom: from.startFrom, now: now() });
      const moved = await advanceCursor(manager, from, { pageId: page.nextId ?? page.id, etag: isLast ? etag : null, items: page.items.length, newestChange });
      onPage({ items: page.items.length, removed });
      return moved;
    });
    if (isLast) return 'caught-up';
  }
}

async function hasPending(dataSource: DataSource): Promise<boolean> {
  const rows = await dataSource.query<unknown[]>('select 1 from feed_ad where source = $1 and is_pending limit 1', [FEED_SOURCE]);
  return rows.length > 0;
}

/** No line of the feed that still counts can be older than this. */
async function forgetLongGone(dataSource: DataSource): Promise<void> {
  await dataSource.query("delete from feed_ad where source = $1 and status = 'INACTIVE' and changed_at < now() - interval '8 months'", [FEED_SOURCE]);
}
