import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { programPath, type Binaries, type Program } from './binaries.js';

/**
 * How PostgreSQL, which refuses to run as root, is started:
 * - `direct`: this process is an ordinary user already;
 * - `user-namespace`: in a namespace where we are called something else; every folder of ours stays reachable;
 * - `other-user`: root, as an unprivileged user the system has already.
 */
export type LaunchMethod = 'direct' | 'user-namespace' | 'other-user';

/**
 * The methods worth trying for this user, best first. `initdb` also wants its user to have a name in /etc/passwd,
 * which containers with an arbitrary uid lack: there a namespace helps an ordinary user as well.
 */
export function methodsForThisUser(): readonly LaunchMethod[] {
  return process.getuid?.() === 0 ? ['user-namespace', 'other-user'] : ['direct', 'user-namespace'];
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const nobody = 65_534;

/** An unprivileged user with a name: `postgres` where there is one, then `nobody` (or anyone but it, inside a namespace). */
function namedUser(preferNobody: boolean): SystemUser | null {
  const users = passwordEntries().filter(({ uid }) => uid > 0);
  const others = users.filter(({ uid }) => uid !== nobody);
  const fallback = preferNobody ? (users.find(({ uid }) => uid === nobody) ?? others[0]) : (others[0] ?? users[0]);
  return users.find(({ name }) => name === 'postgres') ?? fallback ?? null;
}

function passwordEntries(): readonly (SystemUser & { name: string })[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(({ uid, gid }) => Number.isInteger(uid) && Number.isInteger(gid));
  } catch {
    return [];
  }
}

/** Who `other-user` is; null when the system knows nobody but root. */
export const unprivilegedUser = (): SystemUser | null => namedUser(true);

/** The uid that must own the data folder, as seen from outside any namespace. */
export function ownerUid(method: LaunchMethod): number {
  return method === 'other-user' ? (unprivilegedUser()?.uid ?? nobody) : (process.getuid?.() ?? 0);
}

interface Invocation {
  readonly file: string;
  readonly args: readonly string[];
  readonly identity: { uid?: number; gid?: number };
}

function invocation(method: LaunchMethod, path: string, args: readonly string[]): Invocation {
  if (method === 'user-namespace') {
    // util-linux; a uid with a name, because initdb looks it up.
    const { uid, gid } = namedUser(false) ?? { uid: 1000, gid: 1000 };
    return { file: 'unshare', args: ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', path, ...args], identity: {} };
  }
  if (method === 'direct') return { file: path, args, identity: {} };
  const { uid, gid } = unprivilegedUser() ?? { uid: nobody, gid: nobody };
  return { file: path, args, identity: { uid, gid } };
}

/** What PostgreSQL may know of our environment: nothing that changes its behaviour (PGDATA, LC_ALL …) and no secrets. */
const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

export interface ProgramRun {
  readonly binaries: Binaries;
  readonly program: Program;
  readonly args: readonly string[];
  /** A folder the running user can enter. */
  readonly cwd: string;
}

/** @returns null on success, otherwise what went wrong, in one line. */
export function runProgram(method: LaunchMethod, { binaries, program, args, cwd }: ProgramRun): string | null {
  const { file, args: full, identity } = invocation(method, programPath(binaries, program), args);
  const done = spawnSync(file, full, { ...identity, cwd, env: cleanEnvironment, encoding: 'utf8', timeout: 120_000 });
  if (done.error) return `${(done.error as NodeJS.ErrnoException).code ?? done.error.message} (${file})`;
  if (done.status === 0) return null;
  return lastLine(done.stderr) || `avsluttet med kode ${String(done.status ?? done.signal)}`;
}

const lastLine = (text: string): string => text.trim().split('\n').filter((line) => line.trim() !== '').at(-1) ?? '';

/** Starts a program in a session of its own, so that Ctrl-C in the terminal reaches only us. */
export function spawnProgram(method: LaunchMethod, { binaries, program, args, cwd }: ProgramRun, logDescriptor: number): ChildProcess {
  const { file, args: full, identity } = invocation(method, programPath(binaries, program), args);
  const child = spawn(file, full, { ...identity, cwd, env: cleanEnvironment, detached: true, stdio: ['ignore', logDescriptor, logDescriptor] });
  child.unref();
  return child;
}

/** True when `uid` can pass through every folder above and including `path`. */
export function canReach(path: string, uid: number): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const stat = statSync(folder);
    if ((stat.mode & (stat.uid === uid ? 0o100 : 0o001)) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
