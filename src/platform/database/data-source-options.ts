import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.js';

/** No request may hold a connection for longer; bulk work raises it for its own transaction with `set local`. */
const statementTimeoutMs = 30_000;

/** Connections per process. The embedded server allows 60 in all, the queue takes a few. */
const poolSize = 12;

/** How this application talks to PostgreSQL. The schema changes through migrations only. */
export function dataSourceOptions(url: string): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    synchronize: false,
    migrationsRun: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logging: false,
    applicationName: 'jobbmatch',
    poolSize,
    connectTimeoutMS: 5_000,
    // A connection lost while idle is replaced on next use; it is not worth a line for each.
    poolErrorHandler: () => undefined,
    extra: { statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: 60_000, keepAlive: true },
  };
}
