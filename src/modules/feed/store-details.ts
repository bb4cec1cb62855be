import type { EntityManager } from 'typeorm';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import type { FieldIssue } from '../ingestion/issue.js';
import { storeChunk } from '../ingestion/store-chunk.js';
import { FEED_SOURCE } from './feed-cursor.js';
import { removeAds } from './store-page.js';

/** An ad to be fetched. */
export interface DueAd {
  readonly uuid: string;
  /** As the database writes it; tells whether the feed has said something newer since. */
  readonly changed: string;
  readonly municipal: string | null;
  readonly businessName: string | null;
}

/** What fetching an ad came to. */
export type Fetched =
  | { readonly kind: 'read'; readonly record: VacancyRecord | null; readonly errors: readonly FieldIssue[]; readonly warnings: readonly FieldIssue[]; readonly link: string | null; readonly applicationUrl: string | null }
  /** The ad itself says it is inactive. */
  | { readonly kind: 'gone' }
  /** The feed knows no such ad, or gives no content. */
  | { readonly kind: 'missing' }
  /** No answer for now. */
  | { readonly kind: 'failed' };

export interface FetchedAd {
  readonly due: DueAd;
  readonly fetched: Fetched;
}

export interface StoredDetails { readonly stored: number; readonly refused: number; readonly removed: number }

const HOUR_MS = 3_600_000;

/** Details change without a line in the feed, so each ad is fetched again after 20 to 28 hours, spread by its id. */
function refreshAt(uuid: string, now: Date): Date {
  let hash = 0;
  for (const character of uuid) hash = (hash * 31 + character.charCodeAt(0)) % 480;
  return new Date(now.getTime() + 20 * HOUR_MS + hash * 60_000);
}

/**
 * Writes what was fetched, in one transaction. An ad that the feed has said something newer about in the meantime is left
 * to the next round: an old answer never overwrites, nor brings back what was removed.
 *
 * @param manager of a transaction
 */
export async function storeDetails(manager: EntityManager, ads: readonly FetchedAd[], now: Date): Promise<StoredDetails> {
  const current = await stillCurrent(manager, ads);
  const read = current.flatMap(({ due, fetched }) => (fetched.kind === 'read' ? [{ due, fetched }] : []));
  const good = read.flatMap(({ fetched: { record } }, row) => (record === null ? [] : [{ row, record }]));
  const { refused } = await storeChunk(manager, { kind: 'vacancies', source: FEED_SOURCE }, good);
  const unstorable = new Map(refused.map((issue) => [issue.row, issue]));
  const gone = idsOf(current, 'gone');
  const without = [...idsOf(current, 'missing'), ...read.filter(({ fetched: { record } }, row) => record === null || unstorable.has(row)).map(({ due }) => due.uuid)];
  await removeAds(manager, [...gone, ...without]);
  await markGone(manager, gone);
  await markFailed(manager, idsOf(current, 'failed'), now);
  await markRead(manager, current, now);
  await storeIssues(manager, [
    ...read.flatMap(({ due, fetched }, row) => issuesOf(due.uuid, fetched, unstorable.get(row))),
    ...idsOf(current, 'missing').map((uuid) => ({ uuid, severity: 'error', code: 'feed.detail-missing', path: '', value: null, mend: 'Feeden har annonsen på listen, men gir ikke innholdet. Den hentes på nytt senere.' })),
  ], read.map(({ due }) => due.uuid));
  return { stored: good.length - refused.length, refused: without.length, removed: gone.length };
}

async function stillCurrent(manager: EntityManager, ads: readonly FetchedAd[]): Promise<readonly FetchedAd[]> {
  const rows = await manager.query<{ external_id: string; changed: string }[]>(
    `select external_id, changed_at::text as changed from feed_ad where source = $1 and external_id = any($2) and status = 'ACTIVE' order by external_id for update`,
    [FEED_SOURCE, ads.map(({ due }) => due.uuid)]);
  const changed = new Map(rows.map((row) => [row.external_id, row.changed]));
  return ads.filter(({ due }) => changed.get(due.uuid) === due.changed);
}

const idsOf = (ads: readonly FetchedAd[], kind: Fetched['kind']): string[] => ads.filter(({ fetched }) => fetched.kind === kind).map(({ due }) => due.uuid);

async function markGone(manager: EntityManager, uuids: readonly string[]): Promise<void> {
  if (uuids.length === 0) return;
  await manager.query(
    `update feed_ad set status = 'INACTIVE', is_pending = false, detail_due = null, municipal = null, business_name = null, link = null, application_url = null
     where source = $1 and external_id = any($2)`, [FEED_SOURCE, uuids]);
}

/** Tried again after a minute, two, four … at most six hours. */
async function markFailed(manager: EntityManager, uuids: readonly string[], now: Date): Promise<void> {
  if (uuids.length === 0) return;
  await manager.query(
    `update feed_ad set detail_failures = detail_failures + 1, detail_due = $3::timestamptz + least(interval '1 minute' * power(2, least(detail_failures, 10)), interval '6 hours')
     where source = $1 and external_id = any($2)`, [FEED_SOURCE, uuids, now]);
}

async function markRead(manager: EntityManager, ads: readonly FetchedAd[], now: Date): Promise<void> {
  const rows = ads.flatMap(({ due: { uuid }, fetched }) => {
    if (fetched.kind === 'read') return [{ uuid, due: refreshAt(uuid, now), link: fetched.link, url: fetched.applicationUrl }];
    return fetched.kind === 'missing' ? [{ uuid, due: new Date(now.getTime() + 6 * HOUR_MS), link: null, url: null }] : [];
  });
  await manager.query(
    `update feed_ad set is_pending = false, detail_failures = 0, fetched_at = $3, detail_due = ad.due, link = ad.link, application_url = ad.url
     from jsonb_to_recordset($2::jsonb) as ad(uuid text, due timestamptz, link text, url text)
     where feed_ad.source = $1 and feed_ad.external_id = ad.uuid`, [FEED_SOURCE, JSON.stringify(rows), now]);
}

interface IssueRow { readonly uuid: string; readonly severity: string; readonly code: string; readonly path: string; readonly value: string | null; readonly mend: string }

function issuesOf(uuid: string, { errors, warnings }: Extract<Fetched, { kind: 'read' }>, unstorable: FieldIssue | undefined): IssueRow[] {
  const row = (severity: string) => ({ code, path, value, mend }: FieldIssue): IssueRow => ({ uuid, severity, code, path, value: value?.slice(0, 60) ?? null, mend });
  return [...errors, ...(unstorable ? [unstorable] : [])].map(row('error')).concat(warnings.map(row('warning')));
}

async function storeIssues(manager: EntityManager, issues: readonly IssueRow[], readAnew: readonly string[]): Promise<void> {
  await manager.query('delete from feed_issue where source = $1 and external_id = any($2)', [FEED_SOURCE, readAnew]);
  if (issues.length === 0) return;
  await manager.query(
    `insert into feed_issue (source, external_id, severity, code, path, value, mend)
     select $1, issue.uuid, issue.severity, issue.code, issue.path, issue.value, issue.mend
     from jsonb_to_recordset($2::jsonb) as issue(uuid text, severity text, code text, path text, value text, mend text)`, [FEED_SOURCE, JSON.stringify(issues)]);
}
