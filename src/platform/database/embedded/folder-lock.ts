import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { identityOf, isSameProcessRunning, type ProcessIdentity } from './process-identity.js';

const waitMs = 60_000;
const pollMs = 50;

/**
 * Runs `work` while holding `<folder>/lock`, so that two services on one folder never initialise, start or stop
 * the database at once. A lock whose holder is gone is taken over.
 *
 * @throws EmbeddedDatabaseError naming the holder when it keeps the lock for more than a minute.
 */
export async function withFolderLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(folder, 'lock');
  const deadline = Date.now() + waitMs;
  while (!take(path)) {
    const holder = readHolder(path);
    if (holder && !isSameProcessRunning(holder)) removeStale(path);
    else if (Date.now() > deadline) throw heldBy(folder, holder);
    else await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Written aside and linked into place: the lock never exists without its holder's name in it. */
function take(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moved aside before it is judged: between our look and our removal another waiter may have taken the lock for good. */
function removeStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another waiter removed it
  }
  const holder = readHolder(aside);
  if (holder && isSameProcessRunning(holder)) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null; // released in the meantime
  }
}

function heldBy(folder: string, holder: ProcessIdentity | null): EmbeddedDatabaseError {
  const name = holder ? `prosess ${holder.pid}` : 'en annen prosess';
  return new EmbeddedDatabaseError(`Datamappen ${folder} holdes av ${name}, som ikke slapp den i løpet av ett minutt.`);
}
