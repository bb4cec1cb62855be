import type { Gap } from './gap.js';
import type { Match } from './match.js';
import { sayBecause } from './texts/because.js';

/** A match as it is printed: the contract's form. Points add up to the score exactly as printed. */
export interface MatchView {
  readonly rank: number;
  /** 0–100, two decimals. */
  readonly score: number;
  readonly band: Match['band'];
  /** Share of the weight that was known, 0–1. */
  readonly coverage: number;
  readonly parts: readonly PartView[];
  readonly gaps: readonly GapView[];
}

export interface PartView {
  readonly criterion: string;
  /** 0–1; null = not known. */
  readonly value: number | null;
  /** Weight in effect, 0–100: the known parts' weights add up to 100; 0 when not known. */
  readonly weight: number;
  readonly points: number;
  readonly because: string;
}

export type GapView = Pick<Gap, 'kind' | 'needs' | 'has' | 'steps' | 'closable' | 'months' | 'covered' | 'strict'>;

/** @param place rank in its list, from 1 */
export function viewOf(match: Match, place: number): MatchView {
  return {
    rank: place,
    score: match.scoreHundredths / 100,
    band: match.band,
    coverage: match.coveragePercent / 100,
    parts: match.parts.map(({ criterion, percent, weightHundredths, pointsHundredths, because }) => ({
      criterion, value: percent === null ? null : percent / 100, weight: weightHundredths / 100, points: pointsHundredths / 100, because: sayBecause(because),
    })),
    gaps: match.gaps.map(({ kind, needs, has, steps, closable, months, covered, strict }) => ({ kind, needs, has, steps, closable, months, covered, strict })),
  };
}
