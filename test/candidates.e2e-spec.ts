import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/start-test-app.js';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

interface View { readonly id: string; readonly version: number; readonly record: { readonly externalId: string; readonly name?: string } }
interface ListBody { readonly items: readonly View[]; readonly total: number; readonly nextCursor: string | null }

const valid = { externalId: 'A-1', name: 'Kari Nordmann', municipality: '0301', education: [{ level: 4 }], occupations: [{ styrk: '7115', years: 5 }], languages: [{ language: 'nb', oral: 'B1' }], addressProtection: 'none' };
const post = (body: object) => app.http.post('/api/v1/candidates').send(body);
const created = async (body: object): Promise<View> => (await post(body).expect(201)).body as View;

it('stores a candidate, answers where it is, and reads it back', async () => {
  const answer = await post(valid).expect(201).expect('etag', '"1"');
  const { id } = answer.body as View;
  expect(answer.headers['location']).toBe(`/api/v1/candidates/${id}`);
  const read = await app.http.get(`/api/v1/candidates/${id}`).expect(200).expect('etag', '"1"');
  expect(read.body).toEqual(answer.body);
  expect(read.body).toMatchObject({ id, source: 'local', version: 1, record: { ...valid, languages: [{ language: 'no', oral: 'B1' }] } });
});

it('answers 304 to who has this version already', async () => {
  const { id } = await created({ ...valid, externalId: 'A-304' });
  await app.http.get(`/api/v1/candidates/${id}`).set('if-none-match', '"1"').expect(304);
  await app.http.get(`/api/v1/candidates/${id}`).set('if-none-match', '"2"').expect(200);
});

it('refuses an identity that is taken, but not in another municipality or source', async () => {
  await created({ ...valid, externalId: 'A-taken' });
  expect((await post({ ...valid, externalId: 'A-taken' }).expect(409)).body).toMatchObject({ code: 'candidate.duplicate' });
  await post({ ...valid, externalId: 'A-taken', municipality: '1103' }).expect(201);
  await app.http.post('/api/v1/candidates?source=kompass').send({ ...valid, externalId: 'A-taken' }).expect(201);
});

it('changes only the version the caller has seen', async () => {
  const { id } = await created({ ...valid, externalId: 'A-put' });
  const put = (body: object, tag?: string) => app.http.put(`/api/v1/candidates/${id}`).set(tag === undefined ? {} : { 'if-match': tag }).send(body);
  const changed = { ...valid, externalId: 'A-put', ownCar: true };
  expect((await put(changed).expect(428)).body).toMatchObject({ code: 'request.version-required' });
  await put(changed, '"1"').expect(200).expect('etag', '"2"');
  expect((await put({ ...changed, ownCar: false }, '"1"').expect(412)).body).toMatchObject({ code: 'request.version-stale' });
  await put(changed, '"2"').expect(200).expect('etag', '"2"'); // the same content is no change
  await put({ ...changed, ownCar: false }, '*').expect(200).expect('etag', '"3"');
});

it('lets one of many simultaneous changes of the same version through', async () => {
  const { id } = await created({ ...valid, externalId: 'A-race' });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, years) => app.http.put(`/api/v1/candidates/${id}`).set('if-match', '"1"').send({ ...valid, externalId: 'A-race', occupations: [{ styrk: '7115', years: years + 10 }] })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
});

it('deletes for good', async () => {
  const { id } = await created({ ...valid, externalId: 'A-del' });
  await app.http.delete(`/api/v1/candidates/${id}`).expect(428);
  await app.http.delete(`/api/v1/candidates/${id}`).set('if-match', '"7"').expect(412);
  await app.http.delete(`/api/v1/candidates/${id}`).set('if-match', '"1"').expect(204);
  expect((await app.http.get(`/api/v1/candidates/${id}`).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
});

it('reports every error of a record with a pointer', async () => {
  const body: unknown = (await post({ ...valid, municipality: '9999', languages: [{ language: 'no', oral: 'B3' }], admin: true }).expect(400)).body;
  expect((body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(['/admin field.unknown', '/languages/0/oral cefr.unknown', '/municipality municipality.unknown']);
});

it('refuses an identity number and repeats it nowhere', async () => {
  const { text } = await post({ ...valid, externalId: '01019010046', name: 'f. 010190 10046' }).expect(422);
  expect(text).toContain('request.identity-number');
  expect(text).not.toMatch(/10046|010190/);
});

it.each(['not json', '"text"', '[]', 'null'])('refuses the body %s', async (body) => {
  const { status } = await app.http.post('/api/v1/candidates').set('content-type', 'application/json').send(body);
  expect(status).toBe(400);
});

it('lists page by page without leaving anyone out', async () => {
  for (let index = 0; index < 7; index += 1) await created({ ...valid, externalId: `P-${index}`, municipality: '5501' });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const body: unknown = (await app.http.get(`/api/v1/candidates?municipality=5501&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`).expect(200)).body;
    const page = body as ListBody;
    expect(page.total).toBe(7);
    seen.push(...page.items.map(({ record }) => record.externalId));
    cursor = page.nextCursor;
  }
  expect(seen.sort()).toEqual(['P-0', 'P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6']);
});

it.each(['limit=0', 'limit=101', 'limit=x', 'municipality=Oslo', 'cursor=abc', 'unknown=1'])('refuses the query %s', async (query) => {
  expect((await app.http.get(`/api/v1/candidates?${query}`).expect(400)).body).toMatchObject({ code: 'request.invalid' });
});

it('searches by words in the body', async () => {
  await created({ ...valid, externalId: 'S-1', name: 'Olga 100 % Søk', occupations: [{ title: 'Sveiser' }] });
  const search = async (q: string): Promise<string[]> => ((await app.http.post('/api/v1/candidates/search').send({ q }).expect(200)).body as ListBody).items.map(({ record }) => record.externalId);
  expect(await search('sveis')).toEqual(['S-1']);
  expect(await search('olga')).toEqual(['S-1']);
  expect(await search('100 %')).toEqual(['S-1']);
  expect(await search('%_%')).toEqual([]);
  expect((await app.http.post('/api/v1/candidates/search').send({ q: '01019010046' }).expect(422)).body).toMatchObject({ code: 'request.identity-number' });
});

it('answers 404 to an id that is nobody’s and 400 to what is no id', async () => {
  await app.http.get('/api/v1/candidates/00000000-0000-4000-8000-000000000000').expect(404);
  await app.http.get('/api/v1/candidates/1').expect(400);
});
