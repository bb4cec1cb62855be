import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { findBinaries, mendInPlace } from '../src/platform/database/embedded/binaries.js';
import { capabilitiesOfThisMachine, type Capabilities } from '../src/platform/database/embedded/cluster.js';
import { EmbeddedDatabaseError } from '../src/platform/database/embedded/embedded-error.js';
import { unprivilegedUser } from '../src/platform/database/embedded/launch-method.js';
import { isRunning } from '../src/platform/database/embedded/process-identity.js';
import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from '../src/platform/database/embedded/start-embedded.js';

let folder: string;
let home: string;
const open: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jobbmatch-embedded-')));
  home = join(folder, 'pg');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const database of open.splice(0)) await database.stop();
  const left = Number(existsSync(join(home, 'data', 'postmaster.pid')) ? readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] : 0);
  if (left > 0 && isRunning(left)) process.kill(left, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ home, ...options });
  open.push(database);
  return database;
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

interface ChildReport { readonly url: string; readonly pid: number; readonly joined: boolean }

async function startChild(): Promise<{ child: ChildProcess; report: ChildReport }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/embedded-child.ts', home], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, report: JSON.parse(line) as ChildReport };
}

async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; !(await condition());) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms`);
    await sleep(20);
  }
}

describe('the embedded database', () => {
  it('keeps its data from start to start, in UTF-8, with the extensions we use', async () => {
    const first = await start();
    await query(first.url, 'create extension pg_trgm; create extension unaccent; create table note (text text)');
    await query(first.url, "insert into note values ('Ærlig Åse, ґанок')");
    await first.stop();
    const second = await start();
    expect(await query(second.url, "select text, lower('ÆØÅ') as lower, current_setting('server_encoding') as encoding from note")).toEqual([
      { text: 'Ærlig Åse, ґанок', lower: 'æøå', encoding: 'UTF8' },
    ]);
    expect(second.url).toBe(first.url);
  });

  it('lets nobody in without its password, which only its owner can read', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(home, 'password')).mode & 0o077).toBe(0);
    expect(await query(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false }]);
  });

  it('moves to another port when its own is taken', async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.url).port);
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    squatter.close();
    expect(Number(new URL(second.url).port)).not.toBe(port);
  });

  it('says which variable helps when the folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(startEmbedded({ home: join(folder, 'file', 'pg') })).rejects.toThrow(/JOBBMATCH_DATA_DIR[\s\S]*DATABASE_URL/);
  });

  it('says what was tried when no way works', async () => {
    writeFileSync(join(folder, 'file'), '');
    const failing = startEmbedded({ home, capabilities: { methods: ['other-user'], cacheFolders: [join(folder, 'file', 'cache')] } });
    await expect(failing).rejects.toBeInstanceOf(EmbeddedDatabaseError);
    await expect(failing).rejects.toThrow(/Prøvd:[\s\S]*uprivilegert[\s\S]*DATABASE_URL/);
  });
});

describe('a server left behind', () => {
  it('is used again after its parent was killed, and stopped by the last one to leave', async () => {
    const { child, report } = await startChild();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(report.pid)).toBe(true);
    const next = await start();
    expect(next).toMatchObject({ joinedRunning: true, url: report.url });
    expect(next.postmasterPid()).toBe(report.pid);
    await next.stop();
    expect(isRunning(report.pid)).toBe(false);
  });

  it('is replaced when it was killed too', async () => {
    const { child, report } = await startChild();
    child.kill('SIGKILL');
    process.kill(report.pid, 'SIGKILL');
    await once(child, 'exit');
    const next = await start();
    expect(next.joinedRunning).toBe(false);
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not hinder a start when its process id belongs to another program now', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(home, 'data', 'postmaster.pid'), `${process.ppid}\n${join(home, 'data')}\n0\n5999\n\n127.0.0.1\n\nready\n`);
    const second = await start();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('two services on one folder', () => {
  it('share the server; it ends with the last of them', async () => {
    const { child, report } = await startChild();
    const second = await start();
    expect(second).toMatchObject({ joinedRunning: true, url: report.url });
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isRunning(report.pid)).toBe(false);
  });

  it('that start at the same moment initialise it once', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.url).toBe(second.url);
    expect(first.postmasterPid()).toBe(second.postmasterPid());
  });
});

it('comes back on its old port within five seconds when it is killed', async () => {
  const told: string[] = [];
  const database = await start({ onTrouble: (message) => told.push(message) });
  await query(database.url, 'create table note (id int); insert into note values (7)');
  const before = database.postmasterPid();
  process.kill(before, 'SIGKILL');
  await until(() => database.postmasterPid() !== before, 5_000);
  expect(await query(database.url, 'select id from note')).toEqual([{ id: 7 }]);
  expect(told).toEqual(['Databaseserveren stoppet uventet og er startet igjen.']);
});

const asRoot = process.getuid?.() === 0 && unprivilegedUser() !== null;

// Without root there is no other user to become; the ordinary user's way is what every other test here runs.
(asRoot ? describe : describe.skip)('root where namespaces are forbidden', () => {
  const capabilities = (): Capabilities => ({ methods: ['other-user'], cacheFolders: [join(folder, 'cache')] });

  it('runs the server as an unprivileged user with readable copies', async () => {
    mkdirSync(home, { recursive: true });
    chmodSync(folder, 0o755);
    chmodSync(home, 0o755);
    const database = await start({ capabilities: capabilities() });
    expect(database.method).toBe('other-user');
    expect(statSync(`/proc/${database.postmasterPid()}`).uid).toBe(unprivilegedUser()?.uid);
    expect(existsSync(join(home, 'data', 'PG_VERSION'))).toBe(true);
  });

  it('keeps the data beside the copies when the folder lies in a closed home, and finds it again either way', async () => {
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'closed'), { mode: 0o700 });
    home = join(folder, 'closed', 'pg');
    const first = await start({ capabilities: capabilities() });
    await query(first.url, 'create table note (id int); insert into note values (7)');
    await first.stop();
    expect(existsSync(join(home, 'data'))).toBe(false);
    const usual = await start({ capabilities: { ...capabilitiesOfThisMachine(), cacheFolders: [join(folder, 'cache')] } });
    expect(await query(usual.url, 'select id from note')).toEqual([{ id: 7 }]);
    await usual.stop();
  });
});

it('makes the library links that npm’s install script would have made', () => {
  const found = findBinaries();
  const copy = join(folder, 'native');
  cpSync(found.native, copy, { recursive: true, verbatimSymlinks: true });
  rmSync(join(copy, 'lib', 'libpq.so.5'));
  expect(mendInPlace({ native: copy, version: found.version })).toBe(true);
  expect(existsSync(join(copy, 'lib', 'libpq.so.5'))).toBe(true);
});
