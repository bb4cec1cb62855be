import { describe, expect, it } from '@jest/globals';
import { defaultDataDir } from '../../modules/reference/data-files.js';
import { loadMeasureRules } from '../../modules/reference/load-measure-rules.js';
import { agedAtLeast, agedAtMost, lastsAtMost, noProgrammeRight, trainingRight } from './predicates.js';
import { inForce } from './rule-set.js';
import type { Situation } from './situation.js';
import { ON, person, programme } from './testing/cases.js';

const parameters = inForce(loadMeasureRules(defaultDataDir()).programme, ON)!.parameters;
const situation = (candidate = person()): Situation => ({ candidate, vacancy: null, start: ON, programme: parameters });

describe('age counted from the birth year', () => {
  // On 2026-11-22 someone born 2009 turned 17 this year, 2010 turns 16, 2011 turns 15.
  it.each([[2009, 'met'], [2010, 'met'], [2011, 'not-met']])('born %d: at least 16 is %s', (year, outcome) =>
    expect(agedAtLeast(year, 16, ON).outcome).toBe(outcome));
  // Born 1954 turns 72 this year and is 72 at most; 1953 turns 73, before or after this date; 1952 is 73 at least.
  it.each([[1954, 'met'], [1953, 'unknown'], [1952, 'not-met']])('born %d: at most 72 is %s', (year, outcome) =>
    expect(agedAtMost(year, 72, ON).outcome).toBe(outcome));
  it.each([[2007, 'met'], [2008, 'not-met']])('born %d: from the year one turns 19 is %s', (year, outcome) =>
    expect(agedAtLeast(year, 19, ON).outcome).toBe(outcome));
  it('names the birth year when it is missing', () => {
    for (const verdict of [agedAtLeast(undefined, 16, ON), agedAtMost(undefined, 72, ON)]) {
      expect(verdict).toEqual({ outcome: 'unknown', missing: ['birthYear'] });
    }
  });
});

describe('duration: end ≤ start + N months − 1 day', () => {
  // 2026-11-22 + 12 months − 1 day = 2027-11-21
  it.each([['2027-11-21', 'met'], ['2027-11-22', 'not-met']])('twelve months to %s is %s', (to, outcome) =>
    expect(lastsAtMost(ON, to, 12).outcome).toBe(outcome));
  it('cannot tell of an open end, unless there is no limit', () => {
    expect(lastsAtMost(ON, null, 12).outcome).toBe('unknown');
    expect(lastsAtMost(ON, null, null).outcome).toBe('met');
  });
});

describe('the municipality\'s Norwegian training', () => {
  it.each([[2007, 'met'], [2008, 'met'], [2009, 'not-met'], [1959, 'met'], [1958, 'unknown'], [1957, 'not-met']])(
    'is for 18 to 67 years: born %d is %s', (birthYear, outcome) =>
      expect(trainingRight(situation(person({ birthYear }))).outcome).toBe(outcome));

  // With upper secondary 12 + 6 = 18 months: from 2025-05-23 the last day is 2026-11-22, from 2025-05-22 it was the day before.
  it.each([['2025-05-23', 'met'], ['2025-05-22', 'not-met']])('with upper secondary and start %s it is %s', (startDate, outcome) =>
    expect(trainingRight(situation(person({ programme: programme({ startDate }) }))).outcome).toBe(outcome));
  // Without: 12 + 24 = 36 months.
  it.each([['2023-11-23', 'met'], ['2023-11-22', 'not-met']])('without upper secondary and start %s it is %s', (startDate, outcome) =>
    expect(trainingRight(situation(person({ education: [{ level: 3 }], programme: programme({ startDate }) }))).outcome).toBe(outcome));
  it('asks for education between the two limits', () =>
    expect(trainingRight(situation(person({ education: [], programme: programme({ startDate: '2024-11-22' }) }))))
      .toEqual({ outcome: 'unknown', missing: ['education'] }));
  it('is part of the programme for someone who takes part, whatever the start', () =>
    expect(trainingRight(situation(person({ programme: { status: 'participating' } }))).outcome).toBe('met'));
  it('asks when the person started where nothing is recorded', () => {
    const { programme: _, ...without } = person();
    expect(trainingRight(situation(without))).toEqual({ outcome: 'unknown', missing: ['programme.startDate'] });
  });
});

it.each([
  ['not-entitled', 'met'], ['completed', 'met'], ['not-started', 'not-met'], ['participating', 'not-met'], ['left', 'unknown'],
] as const)('no right to a programme: %s is %s', (status, outcome) =>
  expect(noProgrammeRight(situation(person({ programme: { status } }))).outcome).toBe(outcome));
