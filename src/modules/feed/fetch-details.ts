import type { DataSource } from 'typeorm';
import type { AdKnowledge } from '../ads/read-ad.js';
import { FEED_SOURCE } from './feed-cursor.js';
import { FeedError } from './feed-error.js';
import { mapAd } from './map-ad.js';
import type { NavFeedClient } from './nav-client.js';
import type { NavAd } from './nav-forms.js';
import { storeDetails, type DueAd, type Fetched, type FetchedAd } from './store-details.js';

/** Ads fetched and written together. */
const BATCH = 100;
/** Ads fetched again in one run though nothing was said about them. */
const REFRESHED_PER_RUN = 500;

export interface FetchDetailsOptions {
  readonly dataSource: DataSource;
  readonly client: NavFeedClient;
  readonly knowledge: AdKnowledge;
  /** Requests under way at a time. */
  readonly concurrency: number;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: DetailProgress) => void) | undefined;
}

export interface DetailProgress { readonly stored: number; readonly refused: number; readonly removed: number }

/**
 * Fetches the content of every ad the feed has named since it was last fetched, then of some that have waited long.
 *
 * @throws FeedError when the feed answers nothing at all
 */
export async function fetchDetails(options: FetchDetailsOptions): Promise<DetailProgress> {
  let total: DetailProgress = { stored: 0, refused: 0, removed: 0 };
  let refreshed = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const due = await dueAds(options, refreshed < REFRESHED_PER_RUN);
    if (due.length === 0) return total;
    refreshed += due.filter(({ isPending }) => !isPending).length;
    const ads = await fetchAll(due, options);
    const written = await options.dataSource.transaction((manager) => storeDetails(manager, ads, options.now()));
    total = { stored: total.stored + written.stored, refused: total.refused + written.refused, removed: total.removed + written.removed };
    options.onProgress?.(total);
  }
}

async function dueAds({ dataSource, now }: FetchDetailsOptions, refreshing: boolean): Promise<(DueAd & { readonly isPending: boolean })[]> {
  return dataSource.query(
    `select external_id as uuid, changed_at::text as changed, municipal, business_name as "businessName", is_pending as "isPending"
     from feed_ad where source = $1 and detail_due <= $2 and (is_pending or $3) order by is_pending desc, detail_due, external_id limit $4`,
    [FEED_SOURCE, now(), refreshing, BATCH]);
}

/** A few at a time. One ad without an answer holds up no other; when none has one, the feed is away. */
async function fetchAll(due: readonly DueAd[], options: FetchDetailsOptions): Promise<FetchedAd[]> {
  const results: FetchedAd[] = [];
  const waiting = due.values();
  let trouble: unknown = null;
  const worker = async (): Promise<void> => {
    for (const ad of waiting) {
      try {
        results.push({ due: ad, fetched: await fetchOne(ad, options) });
      } catch (error) {
        options.signal?.throwIfAborted();
        if (!(error instanceof FeedError) || error.code === 'feed.unauthorised') throw error;
        trouble = error;
        results.push({ due: ad, fetched: { kind: 'failed' } });
        // Every further one would take as long to fail.
        if (results.length >= options.concurrency && results.every(({ fetched }) => fetched.kind === 'failed')) return;
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  if (trouble !== null && results.every(({ fetched }) => fetched.kind === 'failed') && results.length < due.length) throw trouble as Error;
  return results;
}

async function fetchOne({ uuid, municipal, businessName }: DueAd, { client, knowledge }: FetchDetailsOptions): Promise<Fetched> {
  const answer = await client.detail(uuid);
  if (answer.kind === 'not-found') return { kind: 'missing' };
  const { status, ad } = answer.detail;
  if (status === 'INACTIVE') return { kind: 'gone' };
  if (ad === null) return { kind: 'missing' };
  const mapped = mapAd({ uuid, ad, ...(municipal === null ? {} : { municipal }), ...(businessName === null ? {} : { businessName }) }, knowledge);
  return { kind: 'read', ...mapped, ...addressesOf(ad) };
}

/** Where people read and answer the ad; only what a browser may safely open. */
function addressesOf({ link, sourceurl, applicationUrl }: NavAd): { link: string | null; applicationUrl: string | null } {
  const safe = (url: string | undefined): string | null => (url !== undefined && url.length <= 2_000 && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null);
  return { link: safe(link) ?? safe(sourceurl), applicationUrl: safe(applicationUrl) };
}
