import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combine, deal } from './combine.js';
import { reason, type Judged } from './judged.js';
import { CRITERIA } from './policy.js';
import { policy } from './testing/small-world.js';

const part = (criterion: Judged['criterion'], percent: number | null): Judged => ({ criterion, percent, because: reason('skills.none'), gaps: [] });
const weights = { ...policy.weights, occupation: 3, language: 1 };

describe('combine', () => {
  // Worked by hand: (3 * 100 + 1 * 50) / (3 + 1) = 350 / 4 = 87.5 points; the parts give 3 * 100 / 4 = 75 and 1 * 50 / 4 = 12.5.
  it('takes the weighted mean and deals the points to the parts', () => {
    const { scoreHundredths, coveragePercent, parts } = combine([part('occupation', 100), part('language', 50)], weights);
    expect({ scoreHundredths, coveragePercent }).toEqual({ scoreHundredths: 8750, coveragePercent: 100 });
    expect(parts.map(({ pointsHundredths }) => pointsHundredths)).toEqual([7500, 1250]);
  });

  // Known: 1 of 4 in weight, value 80, so 80 points and a coverage of a quarter.
  it('leaves what is not known out of the score and says so in the coverage', () => {
    expect(combine([part('occupation', null), part('language', 80)], weights)).toMatchObject({ scoreHundredths: 8000, coveragePercent: 25 });
  });

  it('does not count what the vacancy never asked for as unknown', () => {
    expect(combine([{ ...part('occupation', null), applies: false }, part('language', 80)], weights)).toMatchObject({ scoreHundredths: 8000, coveragePercent: 100 });
  });

  // (1 + 2 + 3) * 33 / (1 + 2 + 3) = 33 points: 3300 dealt over weights 1, 2, 3 is 550, 1100, 1650.
  it('deals by weight times value', () => {
    const judged = [part('occupation', 33), part('language', 33), part('reach', 33)];
    const { parts } = combine(judged, { ...weights, occupation: 1, language: 2, reach: 3 });
    expect(parts.map(({ pointsHundredths }) => pointsHundredths)).toEqual([550, 1100, 1650]);
  });

  it('has no points when nothing is known', () => {
    expect(combine([part('occupation', null)], weights)).toMatchObject({ scoreHundredths: 0, coveragePercent: 0 });
  });

  it.each([0, -1, 1.5, NaN])('rejects weight %s', (weight) => {
    expect(() => combine([part('occupation', 50)], { ...weights, occupation: weight })).toThrow(RangeError);
  });

  it.each([-1, 101, 0.5, NaN])('rejects percentage %s', (percent) => {
    expect(() => combine([part('occupation', percent)], weights)).toThrow(RangeError);
  });

  const anyJudged = fc.tuple(...CRITERIA.map((criterion) => fc.option(fc.integer({ min: 0, max: 100 })).map((percent) => part(criterion, percent))));
  const anyWeights = fc.tuple(...CRITERIA.map(() => fc.integer({ min: 1, max: 60 })))
    .map((values) => Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, values[index] ?? 1])) as typeof policy.weights);

  it('gives parts that add up to the score, between the worst and the best of what is known', () => {
    fc.assert(fc.property(anyJudged, anyWeights, (judged, anyWeight) => {
      const { scoreHundredths, parts } = combine(judged, anyWeight);
      expect(parts.reduce((sum, { pointsHundredths }) => sum + pointsHundredths, 0)).toBe(scoreHundredths);
      const known = judged.flatMap(({ percent }) => percent ?? []);
      if (known.length === 0) return;
      expect(scoreHundredths).toBeGreaterThanOrEqual(100 * Math.min(...known));
      expect(scoreHundredths).toBeLessThanOrEqual(100 * Math.max(...known));
      expect(parts.reduce((sum, { weightHundredths }) => sum + weightHundredths, 0)).toBe(10_000);
    }));
  });

  it('never falls when one known value rises', () => {
    fc.assert(fc.property(anyJudged, anyWeights, fc.nat(CRITERIA.length - 1), (judged, anyWeight, index) => {
      const better = judged.map((one, at) => (at === index && one.percent !== null ? { ...one, percent: Math.min(100, one.percent + 7) } : one));
      expect(combine(better, anyWeight).scoreHundredths).toBeGreaterThanOrEqual(combine(judged, anyWeight).scoreHundredths);
    }));
  });
});

describe('deal', () => {
  // 10 over three equal shares is 3.33 each: one left over, to the first.
  it('gives what is left to the largest remainder, ties to the earlier', () => {
    expect(deal(10, [1, 1, 1])).toEqual([4, 3, 3]);
  });

  it('gives nothing to nobody', () => {
    expect(deal(10, [0, 0])).toEqual([0, 0]);
  });
});
