import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyBinaries, findBinaries, mendInPlace, trustedFolder, type Binaries } from './binaries.js';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { canReach, methodsForThisUser, ownerUid, runProgram, type LaunchMethod } from './launch-method.js';
import type { Cluster } from './postmaster.js';

/** What a test may pretend about the machine. */
export interface Capabilities {
  /** Methods to try, best first. */
  readonly methods: readonly LaunchMethod[];
  /** Folders where readable copies may be kept, best first. */
  readonly cacheFolders: readonly string[];
}

export function capabilitiesOfThisMachine(): Capabilities {
  const isRoot = process.getuid?.() === 0;
  return {
    methods: methodsForThisUser(),
    cacheFolders: isRoot ? ['/var/lib/jobbmatch', '/var/tmp/jobbmatch'] : [join(homedir(), '.cache', 'jobbmatch'), join(tmpdir(), `jobbmatch-${process.getuid?.() ?? 0}`)],
  };
}

interface Candidate {
  readonly method: LaunchMethod;
  readonly binaries: Binaries;
  /** Folder above PGDATA. */
  readonly place: string;
}

/**
 * Finds a way to run PostgreSQL here and initialises the cluster if there is none. Call under the folder lock.
 *
 * @param home the folder whose database this is; it holds the password and the log.
 * @throws EmbeddedDatabaseError with every attempt and its outcome.
 */
export function prepareCluster(home: string, capabilities: Capabilities, settings: readonly string[]): Cluster {
  const found = findBinaries();
  const tried: string[] = [];
  for (const method of capabilities.methods) {
    const candidate = prepare(method, { home, found, cacheFolders: capabilities.cacheFolders });
    const problem = typeof candidate === 'string' ? candidate : runProgram(method, { ...candidate, program: 'postgres', args: ['--version'], cwd: '/' });
    if (typeof candidate === 'string' || problem !== null) {
      tried.push(`${description[method]}: ${String(problem)}`);
      continue;
    }
    const data = join(candidate.place, 'data');
    const failure = initialiseIfAbsent(home, candidate, data);
    if (failure === null) return { method, binaries: candidate.binaries, data, logFile: join(home, 'postgres.log'), settings };
    tried.push(`${description[method]}: ${failure}`);
  }
  throw new EmbeddedDatabaseError('Den innebygde databasen kunne ikke startes på denne maskinen.', tried);
}

const description: Record<LaunchMethod, string> = {
  direct: 'direkte, som denne brukeren',
  'user-namespace': 'i et eget brukernavnerom (unshare --user)',
  'other-user': 'som en uprivilegert bruker på maskinen',
};

interface Surroundings {
  readonly home: string;
  readonly found: Binaries;
  readonly cacheFolders: readonly string[];
}

/** @returns a message when this method cannot be made ready. */
function prepare(method: LaunchMethod, { home, found, cacheFolders }: Surroundings): Candidate | string {
  const moved = relocatedTo(home);
  if (method !== 'other-user' && mendInPlace(found)) return { method, binaries: found, place: moved ?? home };
  const cache = cacheFolders.map(trustedFolder).find((folder) => folder !== null && canReach(folder, ownerUid(method)));
  if (!cache) return `ingen av mappene ${cacheFolders.join(', ')} kan brukes til en kopi av programmet`;
  const binaries = copyBinaries(found, cache);
  if (moved !== null) return { method, binaries, place: moved };
  if (canReach(home, ownerUid(method))) return { method, binaries, place: home };
  if (existsSync(join(home, 'data', 'PG_VERSION'))) return `${home} ligger under en mappe som brukeren ikke når; flytt den med JOBBMATCH_DATA_DIR`;
  return { method, binaries, place: relocate(home, cache) };
}

const pointerFile = (home: string): string => join(home, 'data-is-in');

function relocatedTo(home: string): string | null {
  return existsSync(pointerFile(home)) ? readFileSync(pointerFile(home), 'utf8').trim() : null;
}

/** Keeps the data outside a home nobody else may enter; a pointer file stays behind. */
function relocate(home: string, cache: string): string {
  const place = join(cache, `database-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  chmodSync(place, 0o755);
  writeFileSync(pointerFile(home), `${place}\n`, { mode: 0o600 });
  return place;
}

/** The password of the embedded server's two roles, made on first use, readable by this user only. */
export function passwordOf(home: string): string {
  const path = join(home, 'password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/**
 * Initialises beside the final place and renames, so that a start killed half-way leaves nothing behind that looks done.
 *
 * @returns what went wrong, or null.
 */
function initialiseIfAbsent(home: string, { method, binaries, place }: Candidate, data: string): string | null {
  const uid = ownerUid(method);
  if (existsSync(join(data, 'PG_VERSION'))) {
    giveTo(data, uid);
    return null;
  }
  const work = join(place, `.initialising-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: 0o700 });
  const passwordFile = join(work, 'password');
  writeFileSync(passwordFile, passwordOf(home), { mode: 0o600 });
  if (process.getuid?.() === 0) [work, passwordFile].forEach((path) => chownSync(path, uid, uid));
  const fresh = join(work, 'data');
  const args = [
    '-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C',
    // Orders by code point on every machine, yet knows that Å is the capital of å.
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--no-sync',
  ];
  const problem = runProgram(method, { binaries, program: 'initdb', args, cwd: '/' });
  if (problem === null) {
    rmSync(data, { recursive: true, force: true });
    renameSync(fresh, data);
  }
  rmSync(work, { recursive: true, force: true });
  return problem;
}

/** After a change of method the files belong to the wrong user, and PostgreSQL insists on owning them. */
function giveTo(data: string, uid: number): void {
  const owner = lstatSync(data).uid;
  if (owner === uid) return;
  if (process.getuid?.() !== 0) {
    throw new EmbeddedDatabaseError(`Datamappen ${data} tilhører en annen bruker (uid ${owner}). Start som den brukeren, eller velg en annen mappe med JOBBMATCH_DATA_DIR.`);
  }
  chownTree(data, uid);
}

function chownTree(path: string, uid: number): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chownSync(path, uid, uid);
  if (stat.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), uid);
}
