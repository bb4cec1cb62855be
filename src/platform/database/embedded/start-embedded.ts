import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { capabilitiesOfThisMachine, passwordOf, prepareCluster, type Capabilities } from './cluster.js';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { withFolderLock } from './folder-lock.js';
import type { LaunchMethod } from './launch-method.js';
import { Members } from './members.js';
import { findRunning, startPostmaster, stopPostmaster, type Cluster, type Postmaster } from './postmaster.js';
import { isRunning } from './process-identity.js';

export interface EmbeddedDatabase {
  /** For the application: owns its database, is not a superuser. */
  readonly url: string;
  /** For tests that make databases of their own. */
  readonly superuserUrl: string;
  readonly method: LaunchMethod;
  readonly postmasterPid: () => number;
  /** True when the server ran already: another process uses it, or one was killed. */
  readonly joinedRunning: boolean;
  /** Leaves; stops the server when nobody else uses it. May be called twice. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Made if absent. Holds data, password, log and the list of users. */
  readonly home: string;
  readonly capabilities?: Capabilities;
  readonly settings?: readonly string[];
  /** Told, in one sentence, when the server had to be restarted or cannot be. */
  readonly onTrouble?: (message: string) => void;
}

const watchEveryMs = 250;
const role = 'jobbmatch';

/**
 * Starts PostgreSQL on `home`, or joins the one that already runs there, and keeps it running until `stop`.
 *
 * @throws EmbeddedDatabaseError saying what was tried and how to mend it.
 */
export async function startEmbedded({ home: wanted, capabilities, settings = [], onTrouble }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = makeHome(wanted);
  const members = new Members(home, randomBytes(4).toString('hex'));
  const { cluster, postmaster, joinedRunning } = await withFolderLock(home, async () => {
    const prepared = prepareCluster(home, capabilities ?? capabilitiesOfThisMachine(), settings);
    members.others(); // forgets the killed ones
    members.join();
    try {
      return { cluster: prepared, ...(await joinOrStart(home, prepared)) };
    } catch (error) {
      members.leave();
      throw error;
    }
  });
  const watch = new Watch({ home, cluster, onTrouble }, postmaster);
  let leaving: Promise<void> | null = null;
  return {
    url: urlFor(home, postmaster.port, { user: role, database: role }),
    superuserUrl: urlFor(home, postmaster.port, { user: 'postgres', database: 'postgres' }),
    method: cluster.method,
    postmasterPid: () => watch.pid,
    joinedRunning,
    stop: () => (leaving ??= watch.end().then(() => leave(home, members, cluster))),
  };
}

function makeHome(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true });
    const home = realpathSync(wanted);
    writeFileSync(join(home, '.gitignore'), '*\n');
    return home;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new EmbeddedDatabaseError(`Datamappen ${wanted} kan ikke opprettes eller skrives til (${code}). Velg en annen med JOBBMATCH_DATA_DIR.`);
  }
}

interface Session {
  readonly user: string;
  readonly database: string;
}

const urlFor = (home: string, port: number, { user, database }: Session): string =>
  `postgres://${user}:${passwordOf(home)}@127.0.0.1:${port}/${database}`;

async function joinOrStart(home: string, cluster: Cluster): Promise<{ postmaster: Postmaster; joinedRunning: boolean }> {
  const running = findRunning(cluster.data);
  if (running && (await ensureDatabase(home, running.port, 10_000))) return { postmaster: running, joinedRunning: true };
  if (running) await stopPostmaster(running); // it runs but does not answer
  try {
    const postmaster = await startPostmaster(cluster, rememberedPort(home));
    writeFileSync(join(home, 'port'), String(postmaster.port));
    if (await ensureDatabase(home, postmaster.port, 10_000)) return { postmaster, joinedRunning: false };
    await stopPostmaster(postmaster);
    throw new Error(`passordet i ${join(home, 'password')} passer ikke til databasen`);
  } catch (error) {
    throw new EmbeddedDatabaseError('Databaseserveren startet ikke.', [(error as Error).message, `logg: ${cluster.logFile}`]);
  }
}

function rememberedPort(home: string): number | null {
  const path = join(home, 'port');
  const port = existsSync(path) ? Number(readFileSync(path, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : null;
}

/** Makes the application's role and database unless they are there. @returns false when the server cannot be used. */
async function ensureDatabase(home: string, port: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const client = new pg.Client({ connectionString: urlFor(home, port, { user: 'postgres', database: 'postgres' }), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await createMissing(client, passwordOf(home));
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (code === '28P01' || Date.now() > deadline) return false;
      await sleep(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createMissing(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ has_role: boolean; has_database: boolean }>(
    'select exists (select from pg_roles where rolname = $1) as has_role, exists (select from pg_database where datname = $1) as has_database', [role],
  );
  if (rows[0]?.has_role !== true) await client.query(`create role ${role} login password '${password}'`); // base64url: nothing to escape
  if (rows[0]?.has_database !== true) await client.query(`create database ${role} owner ${role}`);
}

async function leave(home: string, members: Members, cluster: Cluster): Promise<void> {
  await withFolderLock(home, async () => {
    members.leave();
    if (members.others().length > 0) return;
    const running = findRunning(cluster.data);
    if (running) await stopPostmaster(running);
  });
}

interface Watched {
  readonly home: string;
  readonly cluster: Cluster;
  readonly onTrouble: ((message: string) => void) | undefined;
}

/** Restarts the server on its old port when it dies under us. */
class Watch {
  private ended = false;
  private working: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly watched: Watched, private postmaster: Postmaster) {
    this.timer = setInterval(() => this.look(), watchEveryMs).unref();
  }

  get pid(): number {
    return this.postmaster.pid;
  }

  async end(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.working;
  }

  private busy = false;

  private look(): void {
    if (this.ended || this.busy || isRunning(this.postmaster.pid)) return;
    this.busy = true;
    this.working = this.revive()
      .catch((error: unknown) => this.watched.onTrouble?.(`Databaseserveren kom ikke opp igjen: ${(error as Error).message}`))
      .finally(() => (this.busy = false));
  }

  private async revive(): Promise<void> {
    const { home, cluster, onTrouble } = this.watched;
    await withFolderLock(home, async () => {
      if (this.ended) return;
      // Another service on the folder may have been faster.
      this.postmaster = findRunning(cluster.data) ?? (await startPostmaster(cluster, this.postmaster.port, false));
      onTrouble?.('Databaseserveren stoppet uventet og er startet igjen.');
    });
  }
}
