/** The codes above a STYRK-08 code, nearest first. @example styrkParents('7115') // => ['711', '71', '7'] */
export function styrkParents(code: string): string[] {
  return Array.from({ length: Math.max(0, code.length - 1) }, (_, removed) => code.slice(0, code.length - 1 - removed));
}

/** How many leading digits two codes share, 0–4. @example sharedStyrkDigits('7115', '7119') // => 3 */
export function sharedStyrkDigits(a: string, b: string): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared += 1;
  return shared;
}
