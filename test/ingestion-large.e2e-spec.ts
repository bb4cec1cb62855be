import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { IMPORT_LIMIT_BYTES } from '../src/modules/ingestion/imports.service.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

const LIMIT = 60_000_000;
let app: TestApp;
beforeAll(async () => { app = await startTestApp({ overrides: [[IMPORT_LIMIT_BYTES, LIMIT]] }); });
afterAll(() => app.close());

interface Batch { readonly id: string; readonly state: string; readonly rows: Readonly<Record<string, number>>; readonly progress: number }

const get = async (id: string): Promise<Batch> => (await app.http.get(`/api/v1/imports/${id}`).expect(200)).body as Batch;

/** `bytes` of NDJSON vacancies, about 20 kB each. */
function* lines(bytes: number): Generator<string> {
  const description = 'Vi søker en dyktig medarbeider. '.repeat(600).slice(0, 19_500);
  for (let size = 0, index = 0; size < bytes; index += 1) {
    const line = `${JSON.stringify({ externalId: `L-${String(index)}`, title: 'Medarbeider', description, employer: { name: 'X' }, municipality: '0301' })}\n`;
    size += line.length;
    yield line;
  }
}

function upload(source: string, bytes: number): Promise<Response> {
  return fetch(`${app.baseUrl}/api/v1/imports?kind=vacancies&source=${source}`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: Readable.toWeb(Readable.from(lines(bytes))), duplex: 'half' });
}

it('takes a file of 50 MB, shows how far it is, and stays answerable meanwhile', async () => {
  const answer = await upload('large', 50_000_000);
  expect(answer.status).toBe(202);
  const { id } = await answer.json() as Batch;
  const seen: number[] = [];
  let slowest = 0;
  let batch = await get(id);
  while (['queued', 'running'].includes(batch.state)) {
    const started = Date.now();
    await app.http.get('/health/live').expect(200);
    slowest = Math.max(slowest, Date.now() - started);
    seen.push(batch.progress);
    await sleep(20);
    batch = await get(id);
  }
  expect(batch).toMatchObject({ state: 'completed', rows: { refused: 0 } });
  expect(batch.rows['inserted']).toBeGreaterThan(2_400);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(slowest).toBeLessThan(2_000);
}, 60_000);

it('refuses a larger file, announced or not, and keeps nothing of it', async () => {
  const streamed = await upload('too-large', LIMIT + 5_000_000);
  expect(streamed.status).toBe(413);
  expect(await streamed.json()).toMatchObject({ code: 'import.too-large' });
  const whole = await fetch(`${app.baseUrl}/api/v1/imports?kind=vacancies&source=too-large`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: Buffer.alloc(LIMIT + 1_000_000, 'a') });
  expect(whole.status).toBe(413);
  const form = new FormData();
  form.append('file', new Blob([Buffer.alloc(LIMIT + 500_000, 'a')]), 'a.csv');
  expect((await fetch(`${app.baseUrl}/api/v1/imports?kind=vacancies&source=too-large`, { method: 'POST', body: form })).status).toBe(413);
  const [left] = await app.dataSource.query<{ batches: number; pieces: number }[]>("select (select count(*)::int from import_batch where source = 'too-large') as batches, (select count(*)::int from import_payload) as pieces");
  expect(left).toEqual({ batches: 0, pieces: 0 });
}, 60_000);

it('stops at a cancellation, keeps what is in, and forgets the file', async () => {
  const { id } = await (await upload('cancelled', 40_000_000)).json() as Batch;
  const { status } = await app.http.post(`/api/v1/imports/${id}/cancel`);
  expect(status).toBe(200);
  const { rows } = await get(id);
  await sleep(1_500);
  expect(await get(id)).toMatchObject({ state: 'cancelled', rows });
  const [left] = await app.dataSource.query<{ vacancies: number; pieces: number }[]>("select (select count(*)::int from vacancy where source = 'cancelled') as vacancies, (select count(*)::int from import_payload) as pieces");
  expect(left).toEqual({ vacancies: rows['inserted'], pieces: 0 });
}, 60_000);
