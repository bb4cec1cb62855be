import type { ProblemCode } from './catalogue.js';

/** One thing wrong with one place in the request. */
export interface FieldProblem {
  /** JSON pointer (RFC 6901) into the body, or the name of a query or path parameter. */
  readonly pointer: string;
  /** Stable, for programs: `isInt`, `cefr.unknown` … */
  readonly code: string;
  /** For people; never repeats personal data. */
  readonly detail: string;
}

export interface AppErrorExtras {
  readonly errors?: readonly FieldProblem[];
  /** Response headers, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An expected failure, answered as problem+json. Everything else that is thrown becomes a 500 without details.
 *
 * @param code from the catalogue; decides status and title
 * @param detail this occurrence, for people, without personal data
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly errors: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(readonly code: ProblemCode, readonly detail: string, extras: readonly FieldProblem[] | AppErrorExtras = {}) {
    super(`${code}: ${detail}`);
    const { errors = [], headers = {} } = Array.isArray(extras) ? { errors: extras as readonly FieldProblem[] } : (extras as AppErrorExtras);
    this.errors = errors;
    this.headers = headers;
  }
}
