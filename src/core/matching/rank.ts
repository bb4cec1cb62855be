import { compareText } from '../shared/compare.js';
import type { Band } from './gap.js';
import type { Match } from './match.js';

/** Bands in the order shown to people. */
export const BANDS: readonly Band[] = ['direct', 'fast-track', 'qualification', 'not-now'];

const bandOrder: Readonly<Record<Band, number>> = { direct: 0, 'fast-track': 1, qualification: 2, 'not-now': 3 };

/** Band first, then score, then the id of the other side: a total order as long as ids differ. */
export function compareMatches(a: Match, b: Match): number {
  return bandOrder[a.band] - bandOrder[b.band] || b.scoreHundredths - a.scoreHundredths || compareText(a.vacancy, b.vacancy) || compareText(a.candidate, b.candidate);
}

/** How far the keeper lets its list grow before it sorts and cuts. */
const SLACK = 4;

/**
 * The first `top` matches in the order shown to people, exactly, whatever the order they come in.
 * `not-now` is left out unless `all`. Memory stays in proportion to `top`.
 *
 * @param top whole number >= 0
 */
export function rank(matches: Iterable<Match>, { top, all }: { readonly top: number; readonly all: boolean }): Match[] {
  let kept: Match[] = [];
  for (const match of matches) {
    if (!all && match.band === 'not-now') continue;
    kept.push(match);
    if (kept.length >= SLACK * (top + 1)) kept = kept.sort(compareMatches).slice(0, top);
  }
  return kept.sort(compareMatches).slice(0, top);
}
