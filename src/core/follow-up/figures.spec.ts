import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, type Course } from './figures.js';
import { END_REASONS, STEPS } from './steps.js';

const course = (changes: Partial<Course>): Course => ({ policyVersion: 'p1', band: 'direct', path: ['proposed'], reason: null, count: 1, ...changes });

it('counts where they stand and what they have been through', () => {
  // Four proposed: one waits, two went straight from contact to a job, one of them ended since (education).
  const { total, steps, reasons } = figuresOf([
    course({ count: 2, path: ['proposed'] }),
    course({ path: ['proposed', 'contacted', 'hired'] }),
    course({ path: ['proposed', 'contacted', 'hired', 'ended'], reason: 'education' }),
  ]);
  expect(total).toBe(4);
  expect(steps.map(({ step, now, reached }) => `${step} ${now} ${reached}`)).toEqual(['proposed 2 4', 'contacted 0 2', 'meeting 0 0', 'placement 0 0', 'hired 1 2', 'ended 1 1']);
  expect(reasons).toEqual([{ reason: 'education', count: 1 }]);
});

it('keeps the policies apart, and the bands under each', () => {
  const { policies } = figuresOf([
    course({ policyVersion: 'p2', count: 3 }),
    course({ policyVersion: 'p1', band: 'fast-track', path: ['proposed', 'ended'], reason: 'language' }),
    course({ policyVersion: 'p1' }),
  ]);
  expect(policies.map(({ policyVersion, total, bands }) => [policyVersion, total, bands.map((one) => `${one.band} ${one.total}`)])).toEqual([
    ['p1', 2, ['direct 1', 'fast-track 1']], ['p2', 3, ['direct 3']],
  ]);
});

it('names the most frequent reason first, ties by code', () => {
  const ended = (reason: Course['reason'], count: number): Course => course({ path: ['proposed', 'ended'], reason, count });
  expect(figuresOf([ended('wishes', 2), ended('language', 2), ended('distance', 5)]).reasons.map(({ reason }) => reason)).toEqual(['distance', 'language', 'wishes']);
});

it('adds up: every follow-up stands somewhere, and the policies make the whole', () => {
  const anyCourse = fc.record({
    policyVersion: fc.constantFrom('p1', 'p2', 'p3'), band: fc.constantFrom('direct', 'qualification'), count: fc.integer({ min: 1, max: 50 }),
    path: fc.subarray(STEPS.slice(1)).map((rest) => ['proposed' as const, ...rest]), reason: fc.constantFrom(...END_REASONS),
  }).map((one) => ({ ...one, reason: one.path.includes('ended') ? one.reason : null }));
  fc.assert(fc.property(fc.array(anyCourse), (courses) => {
    const { total, steps, reasons, policies } = figuresOf(courses);
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    expect(sum(steps.map(({ now }) => now))).toBe(total);
    expect(sum(reasons.map(({ count }) => count))).toBe(steps.find(({ step }) => step === 'ended')!.now);
    expect(sum(policies.map((policy) => policy.total))).toBe(total);
    expect(sum(policies.flatMap(({ bands }) => bands.map((band) => band.total)))).toBe(total);
  }));
});
