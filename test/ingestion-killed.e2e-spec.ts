import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database/data-source-options.js';
import { freshDatabase } from './support/start-test-app.js';

const ROWS = 30_000;
const KILLS = 4;
const root = process.cwd();

/** The program compiled as it is now, beside dist/ so that it finds data/; Nest needs what only the compiler writes. */
const build = join(root, `killed-${String(process.pid)}.tmp`);
const program = join(build, 'cli.js');

let database: { url: string; drop: () => Promise<void> };
let dataSource: DataSource;
let folder: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', build], { cwd: root });
  database = await freshDatabase();
  dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
  folder = mkdtempSync(join(tmpdir(), 'jobbmatch-killed-'));
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await dataSource.destroy();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(build, { recursive: true, force: true });
});

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url, JOBBMATCH_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', DEMO: 'off' });
/** Starts the service as its own process. @returns its address */
async function serve(): Promise<{ child: ChildProcess; base: string }> {
  const child = spawn(process.execPath, [program, 'serve'], { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let said = '';
  child.stderr.on('data', (text: Buffer) => { said += text.toString(); });
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the service did not start: ${said}`)));
  });
  return { child, base };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
}

interface Progress { readonly state: string; readonly rows_read: number }
const progress = async (): Promise<Progress> => (await dataSource.query<Progress[]>('select state, rows_read from import_batch order by created_at desc limit 1'))[0]!;

/** Every tenth record is refused, every hundredth repeats the one before: both must be told exactly once. */
function file(): string {
  const lines = Array.from({ length: ROWS }, (_, index) => JSON.stringify({
    externalId: index % 100 === 50 ? `K-${String(index - 1)}` : `K-${String(index)}`, municipality: '0301', education: [{ level: index % 10 === 7 ? 99 : 4 }], occupations: [], languages: [{ language: 'nb', oral: 'B1' }],
  }));
  return lines.join('\n');
}

it('goes on after kill -9 at any point: nothing lost, nothing doubled', async () => {
  let { child, base } = await serve();
  const answer = await fetch(`${base}/api/v1/imports?kind=candidates&source=killed`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: file() });
  expect(answer.status).toBe(202);
  const stops: number[] = [];
  for (let round = 1; round <= KILLS; round += 1) {
    const aim = Math.floor((ROWS * round) / (KILLS + 2));
    while ((await progress()).rows_read < aim) await sleep(5);
    await kill(child);
    stops.push((await progress()).rows_read);
    ({ child, base } = await serve());
  }
  // The kills fell inside the import; otherwise this would show nothing.
  expect(stops.at(-1)).toBeLessThan(ROWS);
  while (['queued', 'running'].includes((await progress()).state)) await sleep(50);
  await kill(child);
  // Refused: 3,000 with a wrong level, 300 repeats (none of which has a wrong level, nor the one it repeats).
  const [batch] = await dataSource.query<object[]>('select state, rows_read, rows_inserted, rows_changed, rows_unchanged, rows_refused from import_batch');
  expect(batch).toEqual({ state: 'completed', rows_read: ROWS, rows_inserted: ROWS - 3_300, rows_changed: 0, rows_unchanged: 0, rows_refused: 3_300 });
  const [kept] = await dataSource.query<object[]>("select count(*)::int as rows, count(distinct external_id)::int as ids, max(version) as version from candidate where source = 'killed'");
  expect(kept).toEqual({ rows: ROWS - 3_300, ids: ROWS - 3_300, version: 1 });
  const [told] = await dataSource.query<object[]>("select count(*)::int as issues, count(distinct row_number)::int as rows, count(*) filter (where code = 'duplicate.externalId')::int as repeats from import_issue");
  expect(told).toEqual({ issues: 3_300, rows: 3_300, repeats: 300 });
  const [left] = await dataSource.query<object[]>('select count(*)::int as pieces from import_payload');
  expect(left).toEqual({ pieces: 0 });
}, 180_000);

it('does the same on the command line, with a report', () => {
  const path = join(folder, 'few.csv');
  writeFileSync(path, 'externalId;municipality;languages.1.language;languages.1.oral\nM-1;0301;no;B1\nM-2;0301;no;B9\n');
  const run = (args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, [program, 'import', ...args], { cwd: root, env: environment(), input, encoding: 'utf8' });
  const first = run(['candidates', path, '--source', 'cli']);
  expect(first.status).toBe(1);
  expect(JSON.parse(first.stdout)).toMatchObject({ state: 'completed', rows: { read: 2, inserted: 1, refused: 1 }, issues: [{ row: 2, fileRow: 3, path: 'languages.0.oral', code: 'cefr.unknown', value: 'B9' }] });
  expect(first.stderr).toContain('1 nye');
  const again = run(['candidates', '-', '--source', 'cli'], 'externalId;municipality;languages.1.language;languages.1.oral\nM-1;0301;no;B1\n');
  expect(again).toMatchObject({ status: 0 });
  expect(JSON.parse(again.stdout)).toMatchObject({ rows: { read: 1, unchanged: 1 }, issues: [] });
  expect(run(['candidates', '-'], '%PDF-1.7')).toMatchObject({ status: 1 });
  for (const wrong of [[], ['people', path], ['candidates'], ['candidates', 'no-such-file'], ['candidates', path, '--source', 'A B'], ['candidates', path, 'more']]) expect({ wrong, status: run(wrong).status }).toEqual({ wrong, status: 2 });
}, 120_000);
