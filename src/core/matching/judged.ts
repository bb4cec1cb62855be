import type { Gap } from './gap.js';
import type { Criterion } from './policy.js';

/** Why a criterion got its value: a coded fact with its terms, put into words by `texts`. */
export interface Reason {
  readonly code: string;
  readonly terms: Readonly<Record<string, string | number>>;
}

/** Why a pair cannot be proposed, or not yet. */
export interface Barrier {
  /** `not-now`: cannot be bridged for this vacancy; `qualification`: only by a path longer than the fast track. */
  readonly holds: 'not-now' | 'qualification';
  readonly gap: Gap;
}

/** One criterion judged for one pair. */
export interface Judged {
  readonly criterion: Criterion;
  /** Whole percent 0–100, higher is better; `null` = not known, which is not the same as 0. */
  readonly percent: number | null;
  readonly because: Reason;
  readonly gaps: readonly Gap[];
  /** False: the vacancy does not ask for it, so there is nothing to know; it then weighs nothing and lowers no coverage. */
  readonly applies?: false;
}

export const reason = (code: string, terms: Reason['terms'] = {}): Reason => ({ code, terms });

/** A gap with the usual answers filled in: closable, not covered, not strict, no known size. */
export function gap(kind: Gap['kind'], facts: Partial<Gap> & Pick<Gap, 'needs'>): Gap {
  return { kind, has: null, steps: null, closable: true, months: null, covered: false, strict: false, ...facts };
}
