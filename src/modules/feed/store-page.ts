import type { EntityManager } from 'typeorm';
import { FEED_SOURCE } from './feed-cursor.js';
import type { FeedItem } from './nav-forms.js';
import { readInstant } from './nav-time.js';

/** What a page of the feed came to. */
export interface StoredPage {
  readonly newestChange: Date | null;
  readonly toFetch: number;
  readonly removed: number;
}

interface State { readonly uuid: string; readonly status: 'ACTIVE' | 'INACTIVE'; readonly changed: Date; readonly municipal: string | null; readonly business: string | null }

/**
 * The newest state of each ad on a page: the latest time wins; at the same time "inactive" does, which errs on the side of
 * removing. A line without a readable time counts as old as the newest line before it.
 */
export function newestStates(items: readonly FeedItem[], startFrom: Date): readonly State[] {
  const states = new Map<string, State>();
  let latest = startFrom;
  for (const { uuid, status, changed: written, municipal, businessName } of items) {
    const changed = readInstant(written) ?? latest;
    if (changed > latest) latest = changed;
    const known = states.get(uuid);
    const isNewer = known === undefined || changed > known.changed || (changed.getTime() === known.changed.getTime() && status === 'INACTIVE');
    if (isNewer) states.set(uuid, { uuid, status, changed, municipal: status === 'ACTIVE' ? (municipal ?? null) : null, business: status === 'ACTIVE' ? (businessName ?? null) : null });
  }
  return [...states.values()].sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
}

const UPSERT = `
  insert into feed_ad as known (source, external_id, status, changed_at, municipal, business_name, is_pending, detail_due)
  select $1, line.uuid, line.status, line.changed, line.municipal, line.business, line.status = 'ACTIVE', case when line.status = 'ACTIVE' then $3::timestamptz end
  from jsonb_to_recordset($2::jsonb) as line(uuid text, status text, changed timestamptz, municipal text, business text)
  on conflict (source, external_id) do update set
    status = excluded.status, changed_at = excluded.changed_at, municipal = excluded.municipal, business_name = excluded.business_name,
    is_pending = excluded.is_pending, detail_due = excluded.detail_due, detail_failures = 0,
    link = case when excluded.status = 'ACTIVE' then known.link end, application_url = case when excluded.status = 'ACTIVE' then known.application_url end
  where excluded.changed_at > known.changed_at or (excluded.changed_at = known.changed_at and excluded.status = 'INACTIVE' and known.status = 'ACTIVE')
  returning external_id, status`;

/** A line said "inactive" of an ad that a later time says is active: the ad itself will tell. */
const RECHECK = "update feed_ad set is_pending = true, detail_due = $3 where source = $1 and external_id = any($2) and status = 'ACTIVE'";

/** Takes in the lines of a page: what is gone is removed at once, what is new or changed is marked to be fetched. */
export async function storePage(manager: EntityManager, items: readonly FeedItem[], { startFrom, now }: { startFrom: Date; now: Date }): Promise<StoredPage> {
  const states = newestStates(items, startFrom);
  const applied = await manager.query<{ external_id: string; status: string }[]>(UPSERT, [FEED_SOURCE, JSON.stringify(states), now]);
  const gone = applied.filter(({ status }) => status === 'INACTIVE').map(({ external_id }) => external_id);
  await removeAds(manager, gone);
  const saidGone = [...new Set(items.filter(({ status }) => status === 'INACTIVE').map(({ uuid }) => uuid))];
  if (saidGone.length > gone.length) await manager.query(RECHECK, [FEED_SOURCE, saidGone, now]);
  const newestChange = states.reduce<Date | null>((newest, { changed }) => (newest === null || changed > newest ? changed : newest), null);
  return { newestChange, toFetch: applied.length - gone.length, removed: gone.length };
}

/** Removes what is stored of ads: the vacancy with its contact, and what was odd about it. */
export async function removeAds(manager: EntityManager, uuids: readonly string[]): Promise<void> {
  if (uuids.length === 0) return;
  await manager.query('delete from vacancy where source = $1 and external_id = any($2)', [FEED_SOURCE, uuids]);
  await manager.query('delete from feed_issue where source = $1 and external_id = any($2)', [FEED_SOURCE, uuids]);
}
