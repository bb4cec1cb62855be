import { maskIdentityNumbers } from '../privacy/mask.js';
import type { AppError, FieldProblem } from './app-error.js';
import { catalogue, type ProblemCode } from './catalogue.js';

/** The body of every error answer (RFC 9457). */
export interface Problem {
  /** `/problems/<code>`, a page that explains it. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked for, without its query. */
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[];
  readonly traceId: string;
}

export const problemMediaType = 'application/problem+json';

interface Occurrence {
  /** Request target; its query may hold anything and is left out. */
  readonly url: string;
  readonly traceId: string;
}

export function problemFrom({ code, detail, errors }: Pick<AppError, 'code' | 'detail' | 'errors'>, { url, traceId }: Occurrence): Problem {
  const { status, title } = catalogue[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: maskIdentityNumbers(detail),
    instance: maskIdentityNumbers(url.split('?', 1)[0] ?? ''),
    code,
    errors: errors.map(({ pointer, ...rest }) => ({ pointer: maskIdentityNumbers(pointer), code: rest.code, detail: maskIdentityNumbers(rest.detail) })),
    traceId,
  };
}
