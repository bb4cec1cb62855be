import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { spawnProgram, type LaunchMethod } from './launch-method.js';
import { commandLineOf, isRunning } from './process-identity.js';

/** Where one database cluster lives and what runs it. */
export interface Cluster {
  readonly method: LaunchMethod;
  readonly binaries: Binaries;
  /** PGDATA. */
  readonly data: string;
  /** Where the server's messages go. */
  readonly logFile: string;
  /** Extra `name=value` settings, for tests. */
  readonly settings: readonly string[];
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const startWithinMs = 60_000; // crash recovery of a large write-ahead log takes its time
const staleLockWithinMs = 10_000;
const pollMs = 10;
const largestLogBytes = 5_000_000;

/** What postmaster.pid says, or null when there is none or it is being written. Ready = accepts connections. */
function readPidFile(data: string): (Postmaster & { ready: boolean }) | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) ? { pid, port, ready: (lines[7] ?? '').trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/** The server that already runs on this cluster, e.g. left behind when its parent was killed. */
export function findRunning(data: string): Postmaster | null {
  const found = readPidFile(data);
  return found && isRunning(found.pid) && isPostgresOn(found.pid, data) ? { pid: found.pid, port: found.port } : null;
}

function isPostgresOn(pid: number, data: string): boolean {
  const commandLine = commandLineOf(pid);
  return commandLine === null || (commandLine.includes('postgres') && commandLine.includes(data));
}

/**
 * Starts the server and waits until it accepts connections.
 *
 * @param preferredPort tried first; another is taken when it is occupied and `portMayChange`.
 * @throws Error with the last line of the server's log when it does not come up.
 */
export async function startPostmaster(cluster: Cluster, preferredPort: number | null, portMayChange = true): Promise<Postmaster> {
  removeForeignPidFile(cluster.data);
  let port = preferredPort ?? (await freePort());
  if (portMayChange && !(await isFree(port))) port = await freePort();
  const deadline = Date.now() + staleLockWithinMs;
  for (;;) {
    const pid = await launch(cluster, port);
    if (pid !== null) return { pid, port };
    const reason = lastLogLine(cluster.logFile);
    // After a kill -9 the old server's children need a moment to notice and let go of their memory.
    if (Date.now() > deadline || !/lock file|shared memory|still in use/i.test(reason)) throw new Error(reason);
    await sleep(250);
  }
}

/** A pid file whose pid now belongs to another program would make PostgreSQL refuse to start for ever. */
function removeForeignPidFile(data: string): void {
  const found = readPidFile(data);
  if (found && isRunning(found.pid) && !isPostgresOn(found.pid, data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** @returns the pid, or null when the server ended before it was ready. */
async function launch(cluster: Cluster, port: number): Promise<number | null> {
  const descriptor = openSync(rotated(cluster.logFile), 'a', 0o600);
  const child = spawnProgram(cluster.method, { ...cluster, program: 'postgres', args: serverArguments(cluster, port), cwd: '/' }, descriptor);
  closeSync(descriptor);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const deadline = Date.now() + startWithinMs;
  while (!hasEnded() && Date.now() < deadline) {
    const found = readPidFile(cluster.data);
    if (found?.ready && found.pid === child.pid) return found.pid;
    await sleep(pollMs);
  }
  if (!hasEnded()) child.kill('SIGKILL');
  return null;

  function hasEnded(): boolean {
    return ended;
  }
}

function serverArguments({ data, settings }: Cluster, port: number): readonly string[] {
  const all = [
    `port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'jit=off', 'timezone=UTC',
    // Messages must not repeat the data that caused them.
    'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_parameter_max_length_on_error=0',
    ...settings,
  ];
  return ['-D', data, ...all.flatMap((setting) => ['-c', setting])];
}

function rotated(logFile: string): string {
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) renameSync(logFile, `${logFile}.1`);
  return logFile;
}

function lastLogLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  const telling = lines.slice(-12).filter((line) => /FATAL|PANIC|ERROR|error|cannot|could not|failed/.test(line));
  return telling.at(-1) ?? lines.at(-1) ?? '';
}

/** Fast shutdown, then harder; resolves when the process is gone. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  for (const [signal, withinMs] of [['SIGINT', 10_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline) {
      if (!isRunning(pid)) return;
      await sleep(pollMs);
    }
  }
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null;
}

async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
