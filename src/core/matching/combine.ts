import type { Judged } from './judged.js';
import type { Criterion } from './policy.js';

/** One criterion's share of a score. */
export interface Part extends Judged {
  /** Weight in effect, in hundredths of a point: the known parts' weights add up to 10,000; 0 when not known. */
  readonly weightHundredths: number;
  /** Points given, in hundredths; the parts' points add up to the score exactly. */
  readonly pointsHundredths: number;
}

/** The score and its explanation are one value, so they can never disagree. */
export interface Combined {
  /** 0–10,000: hundredths of a point on the scale 0–100. 0 when nothing is known. */
  readonly scoreHundredths: number;
  /** Share of the weight of what was asked for that was known, whole percent 0–100. */
  readonly coveragePercent: number;
  readonly parts: readonly Part[];
}

/**
 * Combines judged criteria into one score: `sum(w * v) / sum(w)` over the known ones. Unknown criteria drop out and
 * their weight is shared by the rest, so missing data neither rewards nor punishes; coverage says how much was known.
 * All arithmetic is on integers: the score is rounded to a hundredth and the hundredths are dealt to the parts by
 * largest remainder (ties to the earlier part), so that they add up to the score as printed.
 *
 * @param weights positive whole numbers; only their proportions matter
 * @throws RangeError when a weight is not a positive whole number or a percentage not a whole number in 0–100
 * @example combine([{ criterion: 'occupation', percent: 100, … }, { criterion: 'language', percent: 50, … }], { occupation: 3, language: 1, … })
 * // => { scoreHundredths: 8750, coveragePercent: 100, parts: [7500, 1250] }
 */
export function combine(judged: readonly Judged[], weights: Readonly<Record<Criterion, number>>): Combined {
  let total = 0, known = 0, sum = 0;
  for (const { criterion, percent, applies } of judged) {
    const weight = weights[criterion];
    if (!Number.isInteger(weight) || weight <= 0) throw new RangeError(`weight of "${criterion}" must be a positive whole number, got ${String(weight)}`);
    if (applies !== false) total += weight;
    if (percent === null) continue;
    if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`"${criterion}" must be a whole percent, got ${String(percent)}`);
    known += weight;
    sum += weight * percent;
  }
  const scoreHundredths = known === 0 ? 0 : Math.floor((2 * 100 * sum + known) / (2 * known));
  return {
    scoreHundredths,
    coveragePercent: total === 0 ? 100 : Math.floor((100 * known) / total),
    // Dealt when looked at: most pairs are ranked and never shown.
    get parts() {
      return dealParts(judged, weights, scoreHundredths);
    },
  };
}

function dealParts(judged: readonly Judged[], weights: Readonly<Record<Criterion, number>>, scoreHundredths: number): readonly Part[] {
  const known = judged.some(({ percent }) => percent !== null);
  const weightsDealt = deal(known ? 10_000 : 0, judged.map(({ criterion, percent }) => (percent === null ? 0 : weights[criterion])));
  const pointsDealt = deal(scoreHundredths, judged.map(({ criterion, percent }) => weights[criterion] * (percent ?? 0)));
  return judged.map((one, index) => ({ ...one, weightHundredths: weightsDealt[index] ?? 0, pointsHundredths: pointsDealt[index] ?? 0 }));
}

/**
 * Deals a whole amount out in proportion to the shares, by largest remainder.
 *
 * @returns whole numbers that add up to `amount`, or all 0 when every share is 0
 * @example deal(10, [1, 1, 1]) // => [4, 3, 3]
 */
export function deal(amount: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return shares.map(() => 0);
  const dealt = shares.map((share) => Math.floor((amount * share) / total));
  const left = amount - dealt.reduce((sum, each) => sum + each, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (amount * share) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) dealt[index] = (dealt[index] ?? 0) + 1;
  return dealt;
}
