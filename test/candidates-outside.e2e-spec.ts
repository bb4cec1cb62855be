import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/start-test-app.js';

let app: TestApp;
const base = { municipality: '0301', education: [], occupations: [{ title: 'Kokk' }], languages: [] };
const protections = ['none', 'confidential', 'strictly-confidential', 'unknown', undefined] as const;
const ids = new Map<string, string>();

beforeAll(async () => {
  app = await startTestApp({ config: { actingAs: 'outside' } });
  for (const addressProtection of protections) {
    const record = { ...base, externalId: `X-${String(addressProtection)}`, name: 'Hemmelig Navn', birthYear: 1990, protection: 'individual', ...(addressProtection === undefined ? {} : { addressProtection }) };
    const [row] = await app.dataSource.query<{ id: string }[]>("insert into candidate (source, external_id, municipality, record) values ('t', $1, '0301', $2) returning id", [record.externalId, JSON.stringify(record)]);
    ids.set(record.externalId, row!.id);
  }
});
afterAll(() => app.close());

it.each(['X-confidential', 'X-strictly-confidential', 'X-unknown', 'X-undefined'])('does not know %s', async (externalId) => {
  const id = ids.get(externalId)!;
  const missing = await app.http.get('/api/v1/candidates/00000000-0000-4000-8000-000000000000');
  for (const answer of [await app.http.get(`/api/v1/candidates/${id}`), await app.http.put(`/api/v1/candidates/${id}`).set('if-match', '*').send({ ...base, externalId }), await app.http.delete(`/api/v1/candidates/${id}`).set('if-match', '*')]) {
    expect(answer.status).toBe(404);
    expect({ ...(answer.body as object), instance: '', traceId: '' }).toEqual({ ...(missing.body as object), instance: '', traceId: '' });
  }
});

it('leaves the protected out of lists, counts and searches, and shows nobody’s name', async () => {
  for (const answer of [await app.http.get('/api/v1/candidates'), await app.http.post('/api/v1/candidates/search').send({ q: 'kokk' }), await app.http.get('/api/v1/candidates?municipality=0301')]) {
    expect(answer.body).toMatchObject({ total: 1, items: [{ record: { externalId: 'X-none' } }], nextCursor: null });
    expect(answer.text).not.toMatch(/Hemmelig|1990|individual/);
  }
  expect((await app.http.get(`/api/v1/candidates/${ids.get('X-none')!}`).expect(200)).text).not.toContain('Hemmelig');
});

it('does not tell by searching what it does not show', async () => {
  expect((await app.http.post('/api/v1/candidates/search').send({ q: 'hemmelig' }).expect(200)).body).toMatchObject({ total: 0 });
});
