import { clampRatio, type Ratio } from '../shared/ratio.js';
import type { CodeScores } from './code-scores.js';

/** A code by its number, with the confidence that it is the right one. */
export interface RankedCode { readonly number: number; readonly confidence: Ratio }

export interface RankOptions {
  /** At most this many. */
  readonly top: number;
  /** First digits known beforehand; codes within come first. */
  readonly within: string | undefined;
}

/** Turns the evidence for one title into its most likely codes. */
export type Ranker = (totals: CodeScores, options: RankOptions) => RankedCode[];

/** Log-odds of "none of these": what evidence must outweigh. */
const nothing = 1.2;
/** Codes outside the known first digits lose this much, in log-odds. */
const outsideLoss = 4;
/** Evidence this far below the best, in log-odds, cannot reach the least confidence shown. */
const outOfReach = 7;
const leastConfidence = 0.001;
/** How far codes of one two-digit group support each other: several near-misses in a group speak for the group. */
const groupSupport = 0.15;

/**
 * Makes a ranker: evidence (log-odds by code) becomes the most likely codes, best first, with confidence, by a softmax
 * with a place for "none". Ties go to the lower code.
 */
export function createRanker(codes: readonly string[]): Ranker {
  const groupOf = Uint8Array.from(codes, (code) => Number(code.slice(0, 2)));
  const groupMass = new Float64Array(100);
  const numbers: number[] = [];
  const odds = new Float64Array(codes.length);
  const weigh = (totals: CodeScores, outside: (number: number) => boolean): void => {
    let best = nothing;
    for (const number of totals.touched) {
      const total = totals.get(number) - (outside(number) ? outsideLoss : 0);
      odds[number] = total;
      if (total > best) best = total;
    }
    numbers.length = 0;
    for (const number of totals.touched) if ((odds[number] ?? 0) >= best - outOfReach) numbers.push(number);
    for (const number of numbers) groupMass[groupOf[number] ?? 0] = 0;
    for (const number of numbers) addTo(groupMass, groupOf[number] ?? 0, Math.exp(odds[number] ?? 0));
    for (const number of numbers) {
      const own = odds[number] ?? 0;
      odds[number] = own + groupSupport * (Math.log(groupMass[groupOf[number] ?? 0] ?? 1) - own);
    }
  };
  return (totals, { top, within }) => {
    const outside = (number: number): boolean => within !== undefined && !(codes[number] ?? '').startsWith(within);
    weigh(totals, outside);
    let mass = Math.exp(nothing);
    for (const number of numbers) mass += Math.exp(odds[number] ?? 0);
    return numbers
      .sort((a, b) => Number(outside(a)) - Number(outside(b)) || (odds[b] ?? 0) - (odds[a] ?? 0) || a - b)
      .slice(0, top)
      .map((number) => ({ number, confidence: clampRatio(Math.exp(odds[number] ?? 0) / mass) }))
      .filter(({ confidence }) => confidence >= leastConfidence);
  };
}

function addTo(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
