import type { EducationField } from '../records/candidate.js';

/** How many leading digits the nearest pair of fields shares: 0 (none) to 3. */
export type SharedDigits = 0 | 1 | 2 | 3;

/**
 * Nearest pair of NUS2000 fields, as the number of leading digits both give and share. Field 9 (unknown) never
 * counts as shared. Fields given to different depths are compared at the depth both give.
 *
 * @example sharedFieldDigits(['571'], ['57']) // => 2
 * @example sharedFieldDigits([5], ['611']) // => 0
 */
export function sharedFieldDigits(held: readonly EducationField[], wanted: readonly EducationField[]): SharedDigits {
  let best: SharedDigits = 0;
  for (const one of held) {
    for (const other of wanted) {
      const shared = sharedPrefix(String(one), String(other));
      if (shared > best) best = shared;
    }
  }
  return best;
}

/** Whether a held field satisfies a wanted one at the depth both give; null when the held field is unknown (9). */
export function fieldMatches(held: EducationField, wanted: EducationField): boolean | null {
  const a = String(held), b = String(wanted);
  if (a.startsWith('9') || b.startsWith('9')) return null;
  return sharedPrefix(a, b) === Math.min(a.length, b.length);
}

function sharedPrefix(a: string, b: string): SharedDigits {
  if (a.startsWith('9')) return 0;
  let shared = 0;
  while (shared < 3 && shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared as SharedDigits;
}
