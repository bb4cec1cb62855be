import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/start-test-app.js';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

interface View { readonly id: string; readonly record: { readonly externalId: string } }
interface ListBody { readonly items: readonly View[]; readonly total: number }

const valid = { externalId: 'V-1', title: 'Kokk', description: 'Vi trenger en kokk.', employer: { name: 'Kroa AS', orgNumber: '974760673' }, styrk: '5120', municipality: '0301', contact: { name: 'Per Leder', phone: '+47 22 33 44 55' } };
const post = (body: object) => app.http.post('/api/v1/vacancies').send(body);

it('stores, changes and deletes a vacancy', async () => {
  const body: unknown = (await post(valid).expect(201).expect('etag', '"1"')).body;
  const path = `/api/v1/vacancies/${(body as View).id}`;
  expect((await app.http.get(path).expect(200)).body).toMatchObject({ version: 1, record: valid });
  await app.http.get(path).set('if-none-match', 'W/"1"').expect(304);
  await app.http.put(path).send(valid).expect(428);
  await app.http.put(path).set('if-match', '"1"').send({ ...valid, percent: 50 }).expect(200).expect('etag', '"2"');
  await app.http.put(path).set('if-match', '"1"').send({ ...valid, percent: 60 }).expect(412);
  await app.http.delete(path).set('if-match', '"2"').expect(204);
  expect((await app.http.get(path).expect(404)).body).toMatchObject({ code: 'vacancy.not-found' });
});

it('refuses a taken identity, a wrong organisation number and an unknown occupation', async () => {
  await post({ ...valid, externalId: 'V-taken' }).expect(201);
  expect((await post({ ...valid, externalId: 'V-taken', municipality: '1103' }).expect(409)).body).toMatchObject({ code: 'vacancy.duplicate' });
  expect((await post({ ...valid, employer: { name: 'X', orgNumber: '974760674' }, styrk: '9999' }).expect(400)).body).toMatchObject({ errors: [{ code: 'org-number.invalid' }, { code: 'styrk.unknown' }] });
});

it('filters by occupation, deadline and words', async () => {
  await post({ ...valid, externalId: 'F-1', styrk: '7212', title: 'Sveiser', municipality: '4601', applicationDeadline: '2026-11-30' }).expect(201);
  await post({ ...valid, externalId: 'F-2', styrk: '7213', title: 'Platearbeider', municipality: '4601' }).expect(201);
  await post({ ...valid, externalId: 'F-3', styrk: '5120', municipality: '4601', applicationDeadline: '2026-01-01' }).expect(201);
  const found = async (query: string): Promise<string[]> => ((await app.http.get(`/api/v1/vacancies?municipality=4601&${query}`).expect(200)).body as ListBody).items.map(({ record }) => record.externalId).sort();
  expect(await found('styrk=72')).toEqual(['F-1', 'F-2']);
  expect(await found('openOn=2026-11-22')).toEqual(['F-1', 'F-2']);
  expect(await found('openOn=2026-12-01')).toEqual(['F-2']);
  await app.http.get('/api/v1/vacancies?openOn=2026-02-30').expect(400);
  await app.http.get('/api/v1/vacancies?styrk=72%25').expect(400);
  expect(((await app.http.post('/api/v1/vacancies/search').send({ q: 'plate', styrk: '72' }).expect(200)).body as ListBody).items.map(({ record }) => record.externalId)).toEqual(['F-2']);
});
