import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MatchView } from '../src/core/matching/view.js';
import { makeDemo } from '../src/modules/demo/make-demo.js';
import { DEMO_SOURCE, storeDemo } from '../src/modules/demo/store-demo.js';
import { defaultDataDir } from '../src/modules/reference/data-files.js';
import { loadReferenceTables } from '../src/modules/reference/load-reference.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ config: { demo: true } }); });
afterAll(() => app.close());

const counts = async (): Promise<unknown> => (await app.dataSource.query<unknown[]>('select (select count(*)::int from candidate) as candidates, (select count(*)::int from vacancy) as vacancies'))[0];
const make = (on: string) => makeDemo(on, loadReferenceTables(defaultDataDir()));

it('fills an empty database with 2,000 candidates and 600 vacancies', async () => {
  expect(await counts()).toEqual({ candidates: 2000, vacancies: 600 });
});

it('gives most candidates something that can be proposed', async () => {
  const rows = await app.dataSource.query<{ id: string }[]>('select id from candidate order by md5(external_id) limit 40');
  let withProposals = 0;
  for (const { id } of rows) {
    const page = (await app.http.get(`/api/v1/candidates/${id}/matches?limit=5`).expect(200)).body as { items: MatchView[] };
    if (page.items.some(({ band }) => band === 'direct' || band === 'fast-track')) withProposals += 1;
  }
  expect(withProposals).toBeGreaterThanOrEqual(24);
});

it('is stored once, renewed when its deadlines have passed, and never mixed into other data', async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo' }).format(new Date());
  expect(await storeDemo(app.dataSource, today, () => make(today))).toBe('left-alone');
  const later = `${String(Number(today.slice(0, 4)) + 1)}-06-01`;
  expect(await storeDemo(app.dataSource, later, () => make(later))).toBe('renewed');
  expect(await counts()).toEqual({ candidates: 2000, vacancies: 600 });
  await app.dataSource.query("update candidate set source = 'kompass' where id = (select id from candidate limit 1)");
  await app.dataSource.query('delete from vacancy where source = $1', [DEMO_SOURCE]);
  expect(await storeDemo(app.dataSource, later, () => make(later))).toBe('left-alone');
});
