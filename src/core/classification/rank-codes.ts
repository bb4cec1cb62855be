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

interface Candidate { readonly number: number; readonly group: string; readonly inside: boolean; readonly total: number }

/** Log-odds of "none of these": what evidence must outweigh. */
const nothing = 1.2;
/** Codes outside the known first digits lose this much, in log-odds. */
const outsideLoss = 4;
/** Evidence this far below the best, in log-odds, cannot reach the least confidence shown. */
const outOfReach = 9;
const leastConfidence = 0.001;
/** How far codes of one two-digit group support each other: several near-misses in a group speak for the group. */
const groupSupport = 0.15;

/**
 * Turns evidence (log-odds by code) into the most likely codes, best first, with confidence: a softmax with a place
 * for "none". Ties go to the lower code.
 */
export function rankCodes(totals: CodeScores, codes: readonly string[], { top, within }: RankOptions): RankedCode[] {
  const candidates = candidatesOf(totals, codes, within);
  const groups = new Map<string, number>();
  for (const { group, total } of candidates) groups.set(group, (groups.get(group) ?? 0) + Math.exp(total));
  const supported = candidates.map((one) => {
    const odds = Math.log(groups.get(one.group) ?? 1);
    return { ...one, total: one.total + groupSupport * (odds - one.total) };
  });
  let mass = Math.exp(nothing);
  for (const { total } of supported) mass += Math.exp(total);
  return supported
    .sort((a, b) => Number(b.inside) - Number(a.inside) || b.total - a.total || a.number - b.number)
    .map(({ number, total }) => ({ number, confidence: clampRatio(Math.exp(total) / mass) }))
    .filter(({ confidence }) => confidence >= leastConfidence)
    .slice(0, top);
}

function candidatesOf(totals: CodeScores, codes: readonly string[], within: string | undefined): Candidate[] {
  let best = nothing;
  const candidates = totals.touched.map((number): Candidate => {
    const code = codes[number] ?? '';
    const inside = within === undefined || code.startsWith(within);
    const total = totals.get(number) - (inside ? 0 : outsideLoss);
    if (total > best) best = total;
    return { number, group: code.slice(0, 2), inside, total };
  });
  return candidates.filter(({ total }) => total >= best - outOfReach);
}
