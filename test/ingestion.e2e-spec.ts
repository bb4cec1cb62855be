import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CandidateRecord } from '../src/core/records/candidate.js';
import { storeChunk, type GoodRow } from '../src/modules/ingestion/store-chunk.js';
import { workbookOf } from '../src/modules/ingestion/testing/workbook.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

interface Batch { readonly id: string; readonly state: string; readonly progress: number; readonly rows: Readonly<Record<string, number>>; readonly error: { readonly code: string } | null }
interface Issue { readonly row: number; readonly fileRow?: number; readonly path: string; readonly code: string; readonly severity: string; readonly value?: string }

const record = (externalId: string, more: object = {}): object => ({ externalId, municipality: '0301', education: [{ level: 4 }], occupations: [{ styrk: '5120' }], languages: [{ language: 'uk', native: true }], ...more });

async function ended(id: string): Promise<Batch> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const batch = (await app.http.get(`/api/v1/imports/${id}`).expect(200)).body as Batch;
    if (!['queued', 'running'].includes(batch.state)) return batch;
    await sleep(50);
  }
  throw new Error('the import did not end');
}

async function send(content: string | Buffer, { kind = 'candidates', source = 'test', type = 'application/octet-stream' } = {}): Promise<Batch> {
  const answer = await app.http.post(`/api/v1/imports?kind=${kind}&source=${source}`).set('content-type', type).send(content).expect(202);
  const { id } = answer.body as Batch;
  expect(answer.headers['location']).toBe(`/api/v1/imports/${id}`);
  return ended(id);
}

const issuesOf = async (id: string): Promise<readonly Issue[]> => ((await app.http.get(`/api/v1/imports/${id}/issues?limit=1000`).expect(200)).body as { items: Issue[] }).items;
const count = async (where: string): Promise<number> => Number((await app.dataSource.query<{ n: string }[]>(`select count(*) as n from ${where}`))[0]!.n);

it('takes in the good rows and reports every error of the others', async () => {
  const batch = await send(JSON.stringify([
    record('G-1'), record('B-1', { municipality: '9999', languages: [{ language: 'no', oral: 'B3' }], hobby: 1 }), record('G-2', { municipality: '3024' }), record('G-1'), 'not a record', record('G-3'),
  ]), { type: 'application/json', source: 'mixed' });
  expect(batch).toMatchObject({ state: 'completed', progress: 1, rows: { read: 6, accepted: 3, inserted: 3, changed: 0, unchanged: 0, refused: 3 }, warnings: 1, error: null });
  expect((await issuesOf(batch.id)).map(({ row, path, code, severity }) => `${String(row)} ${path} ${code} ${severity}`).sort()).toEqual([
    '2 hobby field.unknown error', '2 languages.0.oral cefr.unknown error', '2 municipality municipality.unknown error',
    '3 municipality municipality.former warning', '4 externalId duplicate.externalId error', '5  record.not-object error',
  ]);
  expect(await count("candidate where source = 'mixed'")).toBe(3);
  expect(await count("candidate where source = 'mixed' and municipality = '3201'")).toBe(1);
  expect(await count(`import_payload where batch_id = '${batch.id}'`)).toBe(0);
  expect(await count(`import_batch where id = '${batch.id}' and payload_key is not null`)).toBe(0);
});

it('changes nothing when the same file comes again, and only what differs when it differs', async () => {
  const file = (changed: boolean): string => Array.from({ length: 2_500 }, (_, index) => JSON.stringify(record(`R-${String(index)}`, changed && index % 100 === 0 ? { ownCar: true } : {}))).join('\n');
  expect(await send(file(false), { source: 'again' })).toMatchObject({ rows: { read: 2_500, inserted: 2_500, refused: 0 } });
  const stamps = () => app.dataSource.query("select id, version, updated_at, xmin::text, xmax::text from candidate where source = 'again' order by id");
  const before: unknown = await stamps();
  expect(await send(file(false), { source: 'again' })).toMatchObject({ rows: { inserted: 0, changed: 0, unchanged: 2_500 } });
  expect(await stamps()).toEqual(before);
  expect(await send(file(true), { source: 'again' })).toMatchObject({ rows: { inserted: 0, changed: 25, unchanged: 2_475 } });
  expect(await count("candidate where source = 'again' and version = 2")).toBe(25);
});

const CSV = 'externalId;municipality;name;education.1.level;occupations.1.title;languages.1.language;languages.1.oral;availableFrom\nC-1;301;Bjørn Ågård;4;Tømrer på båt;no;b1;1.2.2027\nC-2;0301;"Æ; Ø";x;;no;B1;\n';

it.each<[string, Buffer | string]>([
  ['JSON', JSON.stringify([record('C-1', { name: 'Bjørn Ågård' }), record('C-2', { education: [{ level: 'x' }] })])],
  ['NDJSON', `${JSON.stringify(record('C-1', { name: 'Bjørn Ågård' }))}\n${JSON.stringify(record('C-2', { education: [{ level: 'x' }] }))}`],
  ['CSV in UTF-8', CSV], ['CSV in windows-1252', Buffer.from(CSV, 'latin1')], ['CSV with commas', CSV.replace('Æ; Ø', 'Æ').replaceAll(';', ',')],
])('reads %s', async (name, content) => {
  const source = `form.${name.toLowerCase().replace(/\W+/g, '-')}`;
  const batch = await send(content, { source });
  expect(batch).toMatchObject({ state: 'completed', rows: { read: 2, inserted: 1, refused: 1 } });
  expect(await issuesOf(batch.id)).toContainEqual(expect.objectContaining({ row: 2, path: 'education.0.level', code: 'number.invalid', value: 'x' }));
  expect(await count(`candidate where source = '${source}' and record ->> 'name' = 'Bjørn Ågård' and municipality = '0301'`)).toBe(1);
});

it('reads a workbook sent as part of a form, and refuses its formulas', async () => {
  const workbook = await workbookOf([['externalId', 'title', 'employer.name', 'municipality', 'percent', 'applicationDeadline'], ['W-1', 'Kokk', 'Kroa', 301, 80, new Date(Date.UTC(2027, 0, 31))], ['W-2', 'Kokk', { formula: 'A1', result: 'Kroa' }, '0301', 80, null]]);
  const body: unknown = (await app.http.post('/api/v1/imports?kind=vacancies&source=xlsx').attach('file', workbook, 'mappe/stillinger 01019010046.xlsx').expect(202)).body;
  expect(body).toMatchObject({ fileName: expect.stringMatching(/^stillinger \*+\.xlsx$/) as unknown });
  const batch = await ended((body as Batch).id);
  expect(batch).toMatchObject({ state: 'completed', rows: { read: 2, inserted: 1, refused: 1 } });
  expect(await issuesOf(batch.id)).toContainEqual(expect.objectContaining({ row: 2, fileRow: 3, path: 'employer.name', code: 'cell.formula' }));
  expect(await count("vacancy where source = 'xlsx' and deadline = '2027-01-31' and municipality = '0301'")).toBe(1);
});

const NUMBERS = ['01019010046', '010190 10046', '41019012345'];

it('never stores an identity number, whatever field it stands in', async () => {
  const rows = [
    ...NUMBERS.flatMap((number, index) => [record(number), record(`I-${String(index)}`, { name: `Kari ${number}` }), record(`J-${String(index)}`, { [`felt ${number}`]: 1 }), record(`K-${String(index)}`, { skills: [number] })]),
    record('L', { birthYear: 1_019_010_046 }), record('M', { languages: [{ language: '01019010046' }] }),
  ];
  const batch = await send(JSON.stringify([...rows, record('I-good')]), { source: 'identity' });
  expect(batch).toMatchObject({ state: 'completed', rows: { read: rows.length + 1, inserted: 1, refused: rows.length } });
  const csv = await send(`externalId;municipality;name;01019010046\n${NUMBERS.map((number) => `${number};0301;${number};x`).join('\n')}`, { source: 'identity' });
  expect(csv).toMatchObject({ rows: { refused: 3 } });
  const codes = (await issuesOf(batch.id)).map(({ row, code }) => `${String(row)} ${code}`);
  rows.forEach((_, index) => { expect(codes).toContain(`${String(index + 1)} identity-number.refused`); });
  const tables = await app.dataSource.query<{ t: string }[]>("select table_schema || '.' || quote_ident(table_name) as t from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'");
  for (const { t } of tables) {
    const found = await app.dataSource.query<unknown[]>(`select 1 from ${t} as everything where everything::text ~ '010190[ ]?10046|1019010046|41019012345' limit 1`);
    expect({ t, found }).toEqual({ t, found: [] });
  }
});

it.each<[string, Buffer | string, string]>([
  ['random bytes', Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)), 'file.binary'],
  ['a letter', 'Hei!\nHer er listen vi snakket om.', 'header.unrecognised'],
  ['half a workbook', Buffer.from('504b0304140000000800', 'hex'), 'xlsx.broken'],
])('answers %s with a failed import and a code', async (_, content, code) => {
  expect(await send(content)).toMatchObject({ state: 'failed', error: { code }, rows: { read: 0 } });
});

it('keeps what came before the place where a file breaks off', async () => {
  const batch = await send(`[${JSON.stringify(record('T-1'))},${JSON.stringify(record('T-2'))},{"external`, { source: 'broken' });
  expect(batch).toMatchObject({ state: 'completed', rows: { read: 3, inserted: 2, refused: 1 } });
  expect(await issuesOf(batch.id)).toMatchObject([{ row: 3, code: 'json.unfinished' }]);
});

it('gives back the errors as a CSV that no spreadsheet will run', async () => {
  const { id } = await send(JSON.stringify([record('K-1', { gender: '=HYPERLINK("x")', protection: '@SUM', municipality: '-301' })]), { source: 'csv' });
  const { text, headers } = await app.http.get(`/api/v1/imports/${id}/issues.csv`).expect(200);
  expect(headers['content-type']).toContain('text/csv');
  const lines = text.trim().split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line.split(';').some((cell) => /^"?[=+\-@]/.test(cell))).toBe(false);
});

it('pages the errors', async () => {
  const { id } = await send(Array.from({ length: 250 }, (_, index) => JSON.stringify(record(`N-${String(index)}`, { municipality: 'x' }))).join('\n'), { source: 'pages' });
  const rows: number[] = [];
  let cursor: string | null = '0';
  while (cursor !== null) {
    const body: unknown = (await app.http.get(`/api/v1/imports/${id}/issues?limit=100&cursor=${cursor}&severity=error`).expect(200)).body;
    const page = body as { items: Issue[]; total: number; nextCursor: string | null };
    expect(page.total).toBe(250);
    rows.push(...page.items.map(({ row }) => row));
    cursor = page.nextCursor;
  }
  expect(rows).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
});

it.each(['candidates', 'vacancies'])('serves templates for %s that can be sent straight back', async (kind) => {
  for (const format of ['csv', 'xlsx']) {
    const body: unknown = (await app.http.get(`/api/v1/imports/template?kind=${kind}&format=${format}`).buffer(true).parse((answer, done) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => done(null, Buffer.concat(pieces)));
    }).expect(200)).body;
    const batch = await send(body as Buffer, { kind, source: `template.${format}` });
    expect({ batch, issues: await issuesOf(batch.id) }).toMatchObject({ batch: { state: 'completed', rows: { read: 1, inserted: 1 } }, issues: [] });
  }
});

it('refuses what is no import', async () => {
  await app.http.post('/api/v1/imports').send('x').expect(400);
  await app.http.post('/api/v1/imports?kind=people').send('x').expect(400);
  await app.http.post('/api/v1/imports?kind=candidates&source=A%20B').set('content-type', 'text/csv').send('x').expect(400);
  expect((await app.http.post('/api/v1/imports?kind=candidates').set('content-type', 'text/csv').send('').expect(422)).body).toMatchObject({ code: 'import.unreadable' });
  await app.http.get('/api/v1/imports/00000000-0000-4000-8000-000000000000').expect(404);
  await app.http.get('/api/v1/imports/00000000-0000-4000-8000-000000000000/issues.csv').expect(404);
  await app.http.get('/api/v1/imports/template?kind=candidates&format=pdf').expect(400);
});

it('lists imports, newest first, page by page', async () => {
  const first = (await app.http.get('/api/v1/imports?limit=2').expect(200)).body as { items: (Batch & { createdAt: string })[]; nextCursor: string };
  const second = (await app.http.get(`/api/v1/imports?limit=2&cursor=${first.nextCursor}`).expect(200)).body as typeof first;
  const times = [...first.items, ...second.items].map(({ createdAt }) => createdAt);
  expect(times).toHaveLength(4);
  expect(times).toEqual([...times].sort().reverse());
  await app.http.get('/api/v1/imports?cursor=abc').expect(400);
});

it('cannot cancel what has ended', async () => {
  const { id } = await send(JSON.stringify([record('Z-1')]), { source: 'cancel' });
  expect((await app.http.post(`/api/v1/imports/${id}/cancel`).expect(409)).body).toMatchObject({ code: 'request.conflict' });
});

it('is never stuck on a record the database will not take', async () => {
  const good = (index: number): GoodRow => ({ row: index + 1, record: record(`U-${String(index)}`) as CandidateRecord });
  const rows = Array.from({ length: 9 }, (_, index) => (index === 4 ? { row: 5, record: record('U-4', { municipality: 'x' }) as CandidateRecord } : good(index)));
  const stored = await app.dataSource.transaction((manager) => storeChunk(manager, { kind: 'candidates', source: 'unstorable' }, rows));
  expect(stored).toMatchObject({ inserted: 8, changed: 0, unchanged: 0, refused: [{ row: 5, code: 'record.unstorable' }] });
});

it('describes itself in OpenAPI without loose ends', async () => {
  const { text } = await app.http.get('/api/openapi.json').expect(200);
  const document = JSON.parse(text) as { paths: Record<string, unknown>; components?: { schemas?: Record<string, unknown> } };
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/imports', '/api/v1/imports/{id}/issues.csv', '/api/v1/candidates/{id}', '/api/v1/vacancies/search']));
  for (const [, name] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = name!.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
    expect({ name, found: target !== undefined }).toEqual({ name, found: true });
  }
});
