import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { END_REASONS, faultsOf, NEXT_STEPS, STEPS, type FollowUpStep } from './steps.js';

const TODAY = '2026-11-22';
const at = (step: FollowUpStep): { step: FollowUpStep; on: string } => ({ step, on: '2026-11-20' });
const move = (step: FollowUpStep): Parameters<typeof faultsOf>[0] => ({ step, on: TODAY, ...(step === 'ended' ? { reason: 'language' as const } : {}) });

describe('which step may follow which', () => {
  // Written out once more: rows are where things stand, columns in the order of STEPS.
  it.each([
    ['proposed', '-xxxxx'],
    ['contacted', '--xxxx'],
    ['meeting', '---xxx'],
    ['placement', '----xx'],
    ['hired', '-----x'],
    ['ended', '------'],
  ] as const)('after %s: %s', (from, allowed) => {
    expect(STEPS.map((to) => (faultsOf(move(to), at(from), TODAY).length === 0 ? 'x' : '-')).join('')).toBe(allowed);
  });

  it('never goes back, whatever the path', () => {
    fc.assert(fc.property(fc.constantFrom(...STEPS), fc.constantFrom(...STEPS), (from, to) => {
      if (NEXT_STEPS[from].includes(to)) expect(STEPS.indexOf(to)).toBeGreaterThan(STEPS.indexOf(from));
    }));
  });
});

describe('why it ended', () => {
  it('must be said, and only then', () => {
    expect(faultsOf({ step: 'ended', on: TODAY }, at('meeting'), TODAY)).toEqual(['reason-missing']);
    expect(faultsOf({ step: 'hired', on: TODAY, reason: 'language' }, at('meeting'), TODAY)).toEqual(['reason-not-asked']);
    for (const reason of END_REASONS) expect(faultsOf({ step: 'ended', on: TODAY, reason }, at('proposed'), TODAY)).toEqual([]);
  });
});

describe('when it happened', () => {
  it.each([
    ['2026-11-19', ['before-last-step']],
    ['2026-11-20', []],
    ['2026-11-22', []],
    ['2026-11-23', ['in-the-future']],
  ])('on %s: %j', (on, faults) => expect(faultsOf({ step: 'contacted', on }, at('proposed'), TODAY)).toEqual(faults));
});
