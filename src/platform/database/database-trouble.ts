import type { ProblemCode } from '../problems/catalogue.js';

/** PostgreSQL's SQLSTATE classes and codes for "not now", as against "not like that". */
const unavailable = /^(08|57P0[1-5]|53)/; // connection, shutdown, out of resources
const cancelled = /^(57014|55P03|25P03|25P04)$/; // statement timeout, lock timeout, idle or long transaction
const networkCodes: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What pg and TypeORM say when a connection is gone or the pool gives none; they set no code. */
const lostConnection = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Driver not Connected|connection timeout/i;

/** Which 503 an error from the database deserves; null when it is not about availability. */
export function databaseTrouble(error: unknown): ProblemCode | null {
  if (!(error instanceof Error)) return null;
  const { driverError, code } = error as { driverError?: unknown; code?: unknown };
  if (driverError instanceof Error && driverError !== error) return databaseTrouble(driverError);
  if (error instanceof AggregateError && error.errors.length > 0) return databaseTrouble(error.errors[0]);
  if (networkCodes.has(code) || lostConnection.test(error.message)) return 'service.database-unavailable';
  if (typeof code !== 'string' || code.length !== 5) return null;
  if (unavailable.test(code)) return 'service.database-unavailable';
  return cancelled.test(code) ? 'service.too-slow' : null;
}
