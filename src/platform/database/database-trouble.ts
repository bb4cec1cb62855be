import type { ProblemCode } from '../problems/catalogue.js';

/** PostgreSQL's SQLSTATE classes and codes for "not now", as against "not like that". */
const unavailable = /^(08|57P0[1-5]|53)/; // connection, shutdown, out of resources
const cancelled = /^(57014|55P03|25P03|25P04)$/; // statement timeout, lock timeout, idle or long transaction
const networkCodes: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What pg and TypeORM say when a connection is gone or the pool gives none; they set no code. */
const lostConnection = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Driver not Connected|connection timeout/i;

/** Which 503 an error from the database deserves; null when it is not about availability. */
export function databaseTrouble(error: unknown): ProblemCode | null {
  if (!isErrorLike(error)) return null;
  const { driverError, errors, code } = error;
  if (isErrorLike(driverError) && driverError !== error) return databaseTrouble(driverError);
  if (Array.isArray(errors) && errors.length > 0) return databaseTrouble(errors[0]);
  if (networkCodes.has(code) || lostConnection.test(error.message)) return 'service.database-unavailable';
  if (typeof code !== 'string' || code.length !== 5) return null;
  if (unavailable.test(code)) return 'service.database-unavailable';
  return cancelled.test(code) ? 'service.too-slow' : null;
}

interface ErrorLike {
  readonly message: string;
  readonly code?: unknown;
  /** TypeORM's wrapping of what the driver threw. */
  readonly driverError?: unknown;
  /** One per address tried, in an AggregateError. */
  readonly errors?: unknown;
}

/** By shape: errors from another realm (a worker, a test's sandbox) are no `instanceof Error`. */
const isErrorLike = (value: unknown): value is ErrorLike =>
  typeof value === 'object' && value !== null && typeof (value as { message?: unknown }).message === 'string';
