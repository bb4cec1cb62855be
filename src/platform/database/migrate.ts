import { Logger as QueueLogger, runMigrations as migrateQueue } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';

/** Any number, as long as all replicas agree on it. */
const migrationLock = 7_406_233;

/** The server cannot hold our data. */
export class DatabaseUnfitError extends Error {
  override readonly name = 'DatabaseUnfitError';
}

/**
 * Brings the schema up to date, one process at a time; replicas that start together wait for the first.
 *
 * @returns the names of the migrations that ran.
 * @throws DatabaseUnfitError when the server is older than PostgreSQL 14 or the database is not UTF-8.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  // Without the time limits of the service: a migration may take long.
  const dataSource = await connect(url);
  try {
    await assertFit(dataSource);
    return await underLock(dataSource, async () => {
      await migrateQueue({ connectionString: url, logger: new QueueLogger(() => () => undefined) });
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      return ran.map(({ name }) => name);
    });
  } finally {
    await dataSource.destroy();
  }
}

async function connect(url: string): Promise<DataSource> {
  try {
    return await new DataSource({ ...dataSourceOptions(url), poolSize: 2, extra: {} }).initialize();
  } catch (error) {
    const { code } = error as { code?: string };
    throw new DatabaseUnfitError(`Databasen kan ikke brukes (${code ?? 'ukjent feil'}). Kontroller DATABASE_URL og at serveren kjører.`, { cause: error });
  }
}

async function assertFit(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ version: number; encoding: string }[]>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const [server] = rows;
  if (!server || server.version < 140_000) throw new DatabaseUnfitError('Databaseserveren må være PostgreSQL 14 eller nyere.');
  if (server.encoding !== 'UTF8') throw new DatabaseUnfitError(`Databasen må ha tegnkodingen UTF8, men har ${server.encoding}.`);
}

async function underLock<Result>(dataSource: DataSource, work: () => Promise<Result>): Promise<Result> {
  const session = dataSource.createQueryRunner();
  await session.connect();
  try {
    await session.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work();
  } finally {
    // Ending the session would do as well, but the pool may keep it.
    await session.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await session.release();
  }
}
