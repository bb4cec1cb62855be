import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../src/platform/clock/clock.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

const TODAY = '2026-11-22';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ overrides: [[Clock, { now: () => new Date(`${TODAY}T12:00:00Z`), today: () => TODAY }]] });
});
afterAll(() => app.close());

interface View { readonly id: string; readonly step: string; readonly version: number; readonly path: string[]; readonly match: { policyVersion: string; band: string; score: number } }
interface FiguresBody { readonly total: number; readonly steps: { step: string; now: number; reached: number }[]; readonly reasons: object[]; readonly policies: { policyVersion: string; total: number; bands: object[] }[] }

let number = 0;
const stored = async (kind: 'candidates' | 'vacancies', record: object): Promise<string> => ((await app.http.post(`/api/v1/${kind}`).send(record).expect(201)).body as { id: string }).id;
const candidate = (changes: object = {}): Promise<string> => stored('candidates', {
  externalId: `K-${(number += 1)}`, municipality: '1103', education: [{ level: 4 }], occupations: [{ styrk: '5120', years: 5 }], languages: [{ language: 'no', oral: 'B2' }], addressProtection: 'none', ...changes,
});
const vacancy = (): Promise<string> => stored('vacancies', { externalId: `V-${(number += 1)}`, title: 'Kokk', employer: { name: 'Kroa AS' }, styrk: '5120', municipality: '1103' });
const propose = (candidateId: string, vacancyId: string, on?: string) => app.http.post('/api/v1/follow-up').send({ candidateId, vacancyId, ...(on === undefined ? {} : { on }) });
const proposed = async (of: { candidateId?: string; vacancyId?: string; on?: string } = {}): Promise<View> =>
  (await propose(of.candidateId ?? await candidate(), of.vacancyId ?? await vacancy(), of.on).expect(201)).body as View;
const step = (id: string, body: object, version = '*') => app.http.post(`/api/v1/follow-up/${id}/steps`).set('if-match', version).send(body);
const takeBack = (id: string, version = '*') => app.http.post(`/api/v1/follow-up/${id}/take-back`).set('if-match', version);

it('keeps the match as it was when the person was proposed', async () => {
  const [candidateId, vacancyId] = [await candidate(), await vacancy()];
  const shown = (await app.http.get(`/api/v1/candidates/${candidateId}/matches/${vacancyId}`).expect(200)).body as { policyVersion: string; dataVersion: string; rulesVersion: string; band: string; score: number };
  const answered = await propose(candidateId, vacancyId).expect(201).expect('etag', '"1"');
  const { policyVersion, dataVersion, rulesVersion, band, score } = shown;
  expect(answered.body).toMatchObject({ candidateId, vacancyId, step: 'proposed', on: TODAY, path: ['proposed'], reason: null, match: { policyVersion, dataVersion, rulesVersion, band, score } });
  const path = answered.headers['location'] as string;
  expect(path).toBe(`/api/v1/follow-up/${(answered.body as View).id}`);
  expect((await app.http.get(path).expect(200).expect('etag', '"1"')).body).toEqual(answered.body);
});

it('goes from proposal to outcome, and says each time what may come next', async () => {
  const { id } = await proposed({ on: '2026-11-01' });
  expect((await step(id, { step: 'contacted', on: '2026-11-03' }, '"1"').expect(200).expect('etag', '"2"')).body).toMatchObject({ step: 'contacted', on: '2026-11-03', next: ['meeting', 'placement', 'hired', 'ended'] });
  await step(id, { step: 'meeting', on: '2026-11-05' }).expect(200);
  await step(id, { step: 'placement', on: '2026-11-10' }).expect(200);
  await step(id, { step: 'hired' }).expect(200);
  expect((await step(id, { step: 'ended', reason: 'other-job' }).expect(200)).body).toMatchObject({ step: 'ended', reason: 'other-job', next: [], path: ['proposed', 'contacted', 'meeting', 'placement', 'hired', 'ended'] });
});

describe('refuses', () => {
  it.each([
    ['an end without a reason', { step: 'ended' }, '/reason'],
    ['a reason where nothing ended', { step: 'meeting', reason: 'language' }, '/reason'],
    ['a reason in free text', { step: 'ended', reason: 'snakker dårlig norsk' }, '/reason'],
    ['a note', { step: 'meeting', note: 'snill' }, '/note'],
    ['what has not happened yet', { step: 'meeting', on: '2026-11-23' }, '/on'],
    ['a step before the last one', { step: 'meeting', on: '2026-11-09' }, '/on'],
    ['being proposed once more', { step: 'proposed' }, '/step'],
  ])('%s', async (_, body, pointer) => {
    const { id } = await proposed({ on: '2026-11-10' });
    expect((await step(id, body).expect(400)).body).toMatchObject({ code: 'request.invalid', errors: [{ pointer }] });
  });

  it('a step back, and anything after the end', async () => {
    const { id } = await proposed();
    await step(id, { step: 'meeting' }).expect(200);
    expect((await step(id, { step: 'contacted' }).expect(409)).body).toMatchObject({ code: 'follow-up.step-not-allowed' });
    await step(id, { step: 'ended', reason: 'wishes' }).expect(200);
    await step(id, { step: 'hired' }).expect(409);
  });

  it('a person or vacancy nobody has, and a proposal from the future', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await propose(nobody, await vacancy()).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
    expect((await propose(await candidate(), nobody).expect(404)).body).toMatchObject({ code: 'vacancy.not-found' });
    await propose(await candidate(), await vacancy(), '2026-11-23').expect(400);
  });

  it('to change what somebody else has changed', async () => {
    const { id } = await proposed();
    await app.http.post(`/api/v1/follow-up/${id}/steps`).send({ step: 'contacted' }).expect(428);
    const answers = await Promise.all(Array.from({ length: 6 }, () => step(id, { step: 'contacted' }, '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });
});

it('follows a pair up once at a time, and anew when it has ended', async () => {
  const pair = { candidateId: await candidate(), vacancyId: await vacancy() };
  const { id } = await proposed(pair);
  expect((await propose(pair.candidateId, pair.vacancyId).expect(409)).body).toMatchObject({ code: 'follow-up.duplicate' });
  await step(id, { step: 'ended', reason: 'no-need-now' }).expect(200);
  await proposed(pair);
  expect((await takeBack(id).expect(409)).body).toMatchObject({ code: 'follow-up.duplicate' });
});

it('takes back a step recorded by mistake, and keeps both in the history', async () => {
  const { id } = await proposed({ on: '2026-11-01' });
  await step(id, { step: 'contacted', on: '2026-11-02' }).expect(200);
  await step(id, { step: 'ended', reason: 'distance' }).expect(200);
  expect((await takeBack(id, '"3"').expect(200).expect('etag', '"4"')).body).toMatchObject({ step: 'contacted', on: '2026-11-02', reason: null, path: ['proposed', 'contacted'] });
  const { items } = (await app.http.get(`/api/v1/follow-up/${id}/history`).expect(200)).body as { items: { version: number; kind: string; step: string; on: string; reason: string | null; by: string }[] };
  expect(items.map(({ version, kind, step: at, on, reason, by }) => [version, kind, at, on, reason, by].join(' '))).toEqual([
    '1 proposed proposed 2026-11-01  own-team', '2 moved contacted 2026-11-02  own-team', `3 moved ended ${TODAY} distance own-team`, '4 taken-back contacted 2026-11-02  own-team',
  ]);
  await takeBack(id).expect(200);
  expect((await takeBack(id).expect(409)).body).toMatchObject({ code: 'follow-up.step-not-allowed' });
});

it('keeps its history from being changed, and lets it go with the person only', async () => {
  const pair = { candidateId: await candidate(), vacancyId: await vacancy() };
  const { id } = await proposed(pair);
  await expect(app.dataSource.query("update follow_up_event set by = 'x' where follow_up_id = $1", [id])).rejects.toThrow(/only added to/);
  await expect(app.dataSource.query('delete from follow_up_event where follow_up_id = $1', [id])).rejects.toThrow(/only added to/);
  await app.http.delete(`/api/v1/vacancies/${pair.vacancyId}`).set('if-match', '*').expect(204);
  expect((await app.http.get(`/api/v1/follow-up/${id}`).expect(200)).body).toMatchObject({ vacancyId: null });
  await app.http.delete(`/api/v1/candidates/${pair.candidateId}`).set('if-match', '*').expect(204);
  expect((await app.http.get(`/api/v1/follow-up/${id}`).expect(404)).body).toMatchObject({ code: 'follow-up.not-found' });
  expect(await app.dataSource.query('select 1 from follow_up_event where follow_up_id = $1', [id])).toEqual([]);
});

it('lists by person, vacancy and step, page by page', async () => {
  const candidateId = await candidate();
  const made = [await proposed({ candidateId }), await proposed({ candidateId }), await proposed({ candidateId })];
  await step(made[0]!.id, { step: 'contacted' }).expect(200);
  const page = async (query: string): Promise<{ items: View[]; total: number; nextCursor: string | null }> => (await app.http.get(`/api/v1/follow-up?candidateId=${candidateId}&${query}`).expect(200)).body as never;
  const first = await page('limit=2');
  const second = await page(`limit=2&cursor=${first.nextCursor!}`);
  expect([first.total, [...first.items, ...second.items].map(({ id }) => id).sort(), second.nextCursor]).toEqual([3, made.map(({ id }) => id).sort(), null]);
  expect((await page('step=contacted')).items.map(({ id }) => id)).toEqual([made[0]!.id]);
  await app.http.get('/api/v1/follow-up?step=married').expect(400);
});

describe('figures', () => {
  const figures = async (query: string, of = app): Promise<FiguresBody> => (await of.http.get(`/api/v1/follow-up/figures?${query}`).expect(200)).body as FiguresBody;

  it('count steps and reasons, for each policy the match was made with', async () => {
    const municipality = '5501';
    const made = [];
    for (let index = 0; index < 3; index += 1) made.push(await proposed({ candidateId: await candidate({ municipality }), on: `2026-11-0${index + 1}` }));
    await step(made[1]!.id, { step: 'hired' }).expect(200);
    await step(made[2]!.id, { step: 'contacted' }).expect(200);
    await step(made[2]!.id, { step: 'ended', reason: 'formal-demand' }).expect(200);
    await app.dataSource.query("update follow_up set policy_version = 'earlier' where id = $1", [made[0]!.id]);
    const { total, steps, reasons, policies } = await figures(`municipality=${municipality}`);
    expect(total).toBe(3);
    expect(steps.map(({ step: at, now, reached }) => `${at} ${now} ${reached}`)).toEqual(['proposed 1 3', 'contacted 0 1', 'meeting 0 0', 'placement 0 0', 'hired 1 1', 'ended 1 1']);
    expect(reasons).toEqual([{ reason: 'formal-demand', count: 1 }]);
    expect(policies.map(({ policyVersion, total: own }) => [policyVersion, own]).sort()).toEqual([[made[1]!.match.policyVersion, 2], ['earlier', 1]].sort());
    expect((await figures(`municipality=${municipality}&from=2026-11-02&to=2026-11-02`)).total).toBe(1);
    await app.http.get('/api/v1/follow-up/figures?from=yesterday').expect(400);
  });

  it('and everything else know nothing of protected persons outside the own team', async () => {
    const municipality = '5601';
    const outside = await startTestApp({ databaseUrl: app.databaseUrl, config: { actingAs: 'outside' } });
    try {
      for (const addressProtection of ['confidential', 'strictly-confidential', 'unknown', undefined]) {
        const candidateId = await candidate({ municipality, addressProtection });
        const { id } = await proposed({ candidateId });
        for (const request of [outside.http.get(`/api/v1/follow-up/${id}`), outside.http.get(`/api/v1/follow-up/${id}/history`), outside.http.post(`/api/v1/follow-up/${id}/take-back`).set('if-match', '*'), outside.http.post(`/api/v1/follow-up/${id}/steps`).set('if-match', '*').send({ step: 'contacted' })]) {
          expect((await request.expect(404)).body).toMatchObject({ code: 'follow-up.not-found' });
        }
        expect((await outside.http.get(`/api/v1/follow-up?candidateId=${candidateId}`).expect(200)).body).toMatchObject({ total: 0, items: [] });
        expect((await outside.http.post('/api/v1/follow-up').send({ candidateId, vacancyId: await vacancy() }).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
      }
      await proposed({ candidateId: await candidate({ municipality }) });
      expect([(await figures(`municipality=${municipality}`)).total, (await figures(`municipality=${municipality}`, outside)).total]).toEqual([5, 1]);
    } finally {
      await outside.close();
    }
  });
});
