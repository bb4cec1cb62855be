import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { FeedStatus } from '../src/modules/feed/feed-status.js';
import { NavFeedClient } from '../src/modules/feed/nav-client.js';
import type { Patience } from '../src/modules/feed/patient-fetch.js';
import { runFeed, type FeedRun } from '../src/modules/feed/run-feed.js';
import { loadKnowledge, type Knowledge } from '../src/modules/matching/create-context.js';
import { navAd, uuidOf } from './support/nav-ads.js';
import { NavStandIn, STAND_IN_TOKEN } from './support/nav-stand-in.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const patience: Patience = { attempts: 8, timeoutMs: 1_000, backOffMs: 5, longestPauseMs: 20 };

let knowledge: Knowledge;
beforeAll(() => { knowledge = loadKnowledge(); });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => { for (const close of closing.splice(0)) await close(); });

interface Setting { readonly standIn: NavStandIn; readonly app: TestApp; readonly run: (token?: string, now?: Date) => Promise<FeedRun> }

async function setting(pageSize = 4): Promise<Setting> {
  const standIn = await new NavStandIn(pageSize).start();
  const app = await startTestApp();
  closing.push(() => standIn.stop(), () => app.close());
  const run = (token = STAND_IN_TOKEN, now = NOW): Promise<FeedRun> => {
    const client = new NavFeedClient({ baseUrl: standIn.baseUrl, token, patience });
    return runFeed({ dataSource: app.dataSource, client, knowledge, baseUrl: standIn.baseUrl, now: () => now });
  };
  return { standIn, app, run };
}

interface StoredVacancy { readonly external_id: string; readonly version: number; readonly record: Record<string, unknown> }
const stored = (dataSource: DataSource): Promise<StoredVacancy[]> => dataSource.query("select external_id, version, record from vacancy where source = 'nav-feed' order by external_id");
const titles = async (dataSource: DataSource): Promise<unknown[]> => (await stored(dataSource)).map(({ record }) => record['title']);
const active = (standIn: NavStandIn, number: number, change: Readonly<Record<string, unknown>> = {}, hours = 100 - number): void =>
  standIn.say({ uuid: uuidOf(number), status: 'ACTIVE', changed: hoursAgo(hours) }, navAd(number, change));
const issues = async (app: TestApp): Promise<{ uuid: string; code: string; severity: string; value: string | null }[]> =>
  ((await app.http.get('/api/v1/feed/issues?limit=100').expect(200)).body as { items: { uuid: string; code: string; severity: string; value: string | null }[] }).items;

describe('walking the feed', () => {
  it('starts six months back with a well-formed time, walks overlapping pages by id without one, and polls the newest page', async () => {
    const { standIn, app, run } = await setting();
    standIn.say({ uuid: uuidOf(99), status: 'ACTIVE', changed: new Date('2019-03-01T00:00:00Z') }, navAd(99, { title: 'Fra 2019' }));
    for (let number = 0; number < 10; number += 1) active(standIn, number);
    expect(await run()).toMatchObject({ outcome: 'caught-up', stored: 10 });
    expect(await titles(app.dataSource)).not.toContain('Fra 2019');
    const pages = standIn.requests.filter(({ path }) => path.startsWith('/api/v1/feed/') || path === '/api/v1/feed');
    expect(pages[0]).toMatchObject({ path: '/api/v1/feed', since: 'Fri, 22 May 2026 12:00:00 GMT' });
    expect(pages.slice(1).map(({ since }) => since)).toEqual(pages.slice(1).map(() => undefined));
    const before = standIn.requests.length;
    expect(await run()).toMatchObject({ outcome: 'caught-up', pages: 0, stored: 0 });
    expect(standIn.requests.slice(before)).toEqual([expect.objectContaining({ path: pages.at(-1)!.path, since: undefined, tag: expect.any(String) })]);
    active(standIn, 10);
    expect(await run()).toMatchObject({ outcome: 'caught-up', stored: 1 });
    expect(await titles(app.dataSource)).toHaveLength(11);
  });

  it('lets the newest state win, whatever order it comes in, and removes ad and contact when it ends', async () => {
    const { standIn, app, run } = await setting();
    active(standIn, 0);
    active(standIn, 1);
    active(standIn, 0, { title: 'Nyere' }, 50);
    expect(await run()).toMatchObject({ stored: 2 });
    expect((await stored(app.dataSource)).map(({ record }) => record['title'])).toEqual(['Nyere', 'Førskolelærer nr. 1']);
    standIn.say({ uuid: uuidOf(0), status: 'INACTIVE', changed: hoursAgo(40), title: '...', businessName: '' }, null);
    // A line from before, repeated late, must not bring it back.
    standIn.lines.push({ ...standIn.lines[0]!, id: '11111111-0000-4000-8000-000000000000' });
    expect(await run()).toMatchObject({ removed: 1 });
    const [left, ...others] = await stored(app.dataSource);
    expect(left?.external_id).toBe(uuidOf(1));
    expect(others).toEqual([]);
    const [{ kept }] = await app.dataSource.query<[{ kept: string }]>('select string_agg(row_to_json(feed_ad)::text, $1) as kept from feed_ad where status = $2', ['', 'INACTIVE']);
    expect(kept).not.toMatch(/Kontakt|eksempel|Bedriften|arbeidsplassen/);
  });

  it('believes an ad that itself says it has ended, and fetches details again now and then', async () => {
    const { standIn, app, run } = await setting();
    active(standIn, 0);
    active(standIn, 1);
    await run();
    standIn.ads.set(uuidOf(0), { status: 'INACTIVE', changed: hoursAgo(1), content: null });
    standIn.ads.set(uuidOf(1), { status: 'ACTIVE', changed: hoursAgo(1), content: navAd(1, { title: 'Rettet uten linje' }) });
    expect(await run()).toMatchObject({ stored: 0 });
    expect(await run(STAND_IN_TOKEN, new Date(NOW.getTime() + 29 * 3_600_000))).toMatchObject({ stored: 1, removed: 1 });
    expect(await titles(app.dataSource)).toEqual(['Rettet uten linje']);
  });

  it('takes nothing newer, an unknown newest page and a lost place for what they are', async () => {
    const { standIn, app, run } = await setting();
    expect(await run()).toMatchObject({ outcome: 'caught-up', pages: 0 }); // 404 on /feed
    for (let number = 0; number < 6; number += 1) active(standIn, number);
    standIn.trouble = { newestMissing: 1 };
    expect(await run()).toMatchObject({ outcome: 'waiting' });
    expect(await run()).toMatchObject({ outcome: 'caught-up' });
    expect(await titles(app.dataSource)).toHaveLength(6);
    // The page we stand on is gone for good: after three polls our place is found by time.
    const at = standIn.lines.length - 3;
    for (const [index, line] of standIn.lines.entries()) if (index >= at - 2) standIn.lines[index] = { ...line, id: `22222222-0000-4000-8000-${String(index).padStart(12, '0')}` };
    active(standIn, 6);
    for (let poll = 0; poll < 3; poll += 1) expect(await run()).toMatchObject({ outcome: 'waiting' });
    expect(await run()).toMatchObject({ outcome: 'caught-up' });
    expect(await titles(app.dataSource)).toHaveLength(7);
  });
});

describe('a feed that misbehaves', () => {
  it('comes to the same end through 500s, 429s, cut connections and slow answers', async () => {
    const calm = await setting(), rough = await setting();
    for (const { standIn } of [calm, rough]) for (let number = 0; number < 30; number += 1) active(standIn, number);
    rough.standIn.trouble = { serverErrors: 1, cutEvery: 7, tooManyEvery: 11, slowEvery: 29, slowMs: 1_500 };
    await calm.run();
    expect(await rough.run()).toMatchObject({ outcome: 'caught-up', stored: 30 });
    const content = async ({ app }: Setting): Promise<unknown[]> => (await stored(app.dataSource)).map(({ record }) => record);
    expect(await content(rough)).toEqual(await content(calm));
  });

  it('fails with a code and goes on where it was when the feed is back', async () => {
    const { standIn, app, run } = await setting();
    for (let number = 0; number < 10; number += 1) active(standIn, number);
    standIn.trouble = { down: true };
    await expect(run()).rejects.toMatchObject({ code: 'feed.unavailable' });
    standIn.trouble = {};
    await expect(run('a.wrong.token')).rejects.toMatchObject({ code: 'feed.unauthorised' });
    expect(await run()).toMatchObject({ stored: 10 });
    expect(await titles(app.dataSource)).toHaveLength(10);
  });

  it('uses the trial token when asked, and fetches a new one when it has changed', async () => {
    const { standIn, run } = await setting();
    active(standIn, 0);
    expect(await run('public')).toMatchObject({ stored: 1 });
    const client = new NavFeedClient({ baseUrl: standIn.baseUrl, token: 'public', patience });
    expect(await client.detail(uuidOf(0))).toMatchObject({ kind: 'detail' });
    standIn.trialToken = 'trial.token.number-2';
    expect(await client.detail(uuidOf(0))).toMatchObject({ kind: 'detail' });
  });
});

describe('what becomes of an ad', () => {
  it('is the contract’s form: names settled, codes cut, free text read, empty strings not given', async () => {
    const { standIn, app, run } = await setting();
    active(standIn, 1, {
      workLocations: [null, { country: 'NORGE', county: 'VIKEN', municipal: 'NES (AKERSHUS)', postalCode: '', city: '' }], applicationDue: '01.12.2026', positioncount: '2', extent: 'Deltid',
      starttime: '2027-01-04T00:00:00', engagementtype: 'Vikariat', sector: 'Offentlig', employer: { name: 'Nes kommune', orgnr: '', description: '', homepage: '' },
    });
    await run();
    const [{ record }] = await stored(app.dataSource) as [StoredVacancy];
    expect(record).toEqual({
      externalId: uuidOf(1), title: 'Førskolelærer nr. 1', description: 'Barnehagen søker barnehagelærer. Gode norskkunnskaper er et krav.',
      employer: { name: 'Nes kommune', sector: 'municipal' }, styrk: '2342', municipality: '3228', maxPercent: 99, employment: 'temporary', positions: 2,
      startDate: '2027-01-04', applicationDeadline: '2026-12-01', contact: { name: 'Kontakt 1', email: 'kontakt1@eksempel.no' },
    });
  });

  it('is told and kept out when its place cannot be settled, and let in when it can', async () => {
    const { standIn, app, run } = await setting();
    const at = (change: object): object => ({ country: 'NORGE', address: '', city: '', postalCode: '', county: '', municipal: '', ...change });
    active(standIn, 0, { workLocations: [at({ municipal: 'HERØY' })] });
    active(standIn, 1, { workLocations: [at({ municipal: 'HERØY', county: 'NORDLAND' })] });
    active(standIn, 2, { workLocations: null });
    active(standIn, 3, { workLocations: [at({ country: 'SVERIGE', municipal: 'STRÖMSTAD' })] });
    active(standIn, 4, { workLocations: [at({ municipal: 'ET STED SOM IKKE FINS', postalCode: '4306' })] });
    active(standIn, 5, { workLocations: [], categoryList: [{ categoryType: 'STYRK08', code: '9999', score: 1 }] });
    await run();
    expect((await stored(app.dataSource)).map(({ external_id, record }) => [external_id, record['municipality']])).toEqual([[uuidOf(1), '1818'], [uuidOf(4), '1108']]);
    const found = await issues(app);
    const errors = found.filter(({ severity }) => severity === 'error').map(({ uuid, code }) => [uuid, code]).sort();
    expect(errors).toEqual([[uuidOf(0), 'location.ambiguous'], [uuidOf(2), 'location.missing'], [uuidOf(3), 'location.abroad'], [uuidOf(5), 'location.missing']]);
    expect(found).toContainEqual(expect.objectContaining({ uuid: uuidOf(4), code: 'location.by-post-code', value: 'ET STED SOM IKKE FINS' }));
    expect(found).toContainEqual(expect.objectContaining({ uuid: uuidOf(5), code: 'styrk.unknown', value: '9999' }));
    active(standIn, 0, { workLocations: [at({ municipal: 'HERØY (MØRE OG ROMSDAL)' })] }, 1);
    await run();
    expect((await stored(app.dataSource)).map(({ record }) => record['municipality'])).toEqual(['1515', '1818', '1108']);
  });
});

describe('the service', () => {
  const until = async (condition: () => Promise<boolean>): Promise<void> => {
    for (let look = 0; !(await condition()); look += 1) {
      if (look > 300) throw new Error('not within 30 seconds');
      await sleep(100);
    }
  };

  it('reads the feed by itself when it is configured, and tells how that goes', async () => {
    const standIn = await new NavStandIn(4).start();
    for (let number = 0; number < 10; number += 1) standIn.say({ uuid: uuidOf(number), status: 'ACTIVE', changed: new Date(Date.now() - 3_600_000 + number) }, navAd(number));
    const app = await startTestApp({ config: { feed: { baseUrl: standIn.baseUrl, token: STAND_IN_TOKEN } } });
    closing.push(() => app.close(), () => standIn.stop());
    const status = async (): Promise<FeedStatus> => (await app.http.get('/api/v1/feed').expect(200)).body as FeedStatus;
    await until(async () => (await status()).state === 'up-to-date');
    expect(await status()).toMatchObject({ counts: { active: 10, pending: 0, vacancies: 10 }, lastRun: { outcome: 'caught-up', error: null } });
    expect((await status()).lagSeconds).toBeLessThan(30);
    const { text } = await app.http.get('/metrics').expect(200);
    expect(text).toMatch(/feed_ads\{state="vacancies"\} 10/);
    expect(text).toMatch(/feed_lag_seconds \d/);
    expect(text).toMatch(/feed_requests_total\{what="detail",outcome="200"\} 10/);
    const [next] = await app.dataSource.query<{ seconds: number }[]>("select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs where task_identifier = 'feed.poll' and locked_at is null");
    expect(next?.seconds).toBeGreaterThan(100);
  });

  it('is off when nothing is configured', async () => {
    const app = await startTestApp();
    closing.push(() => app.close());
    expect((await app.http.get('/api/v1/feed').expect(200)).body).toMatchObject({ state: 'off', lagSeconds: null, cursor: null });
    expect((await app.http.get('/api/v1/feed/issues').expect(200)).body).toEqual({ items: [], next: null });
    await app.http.get('/api/v1/feed/issues?limit=0').expect(400);
  });
});
