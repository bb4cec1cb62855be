import { describe, expect, it } from '@jest/globals';
import { defaultDataDir } from '../../modules/reference/data-files.js';
import { loadMeasureRules } from '../../modules/reference/load-measure-rules.js';
import type { CandidateProgramme } from '../records/candidate.js';
import { planFor, proposeForPlan, type Plan, type PlanCheck, type PlanSubject } from './plan.js';
import { rulesAsOf, type MeasureRules, type ProgrammeVersion } from './rule-set.js';
import { ON, person, programme } from './testing/cases.js';

const rules = loadMeasureRules(defaultDataDir());
const plan = (subject: PlanSubject, on = ON, by = rules): Plan => planFor(subject, on, by)!;
const withProgramme = (changes: Partial<CandidateProgramme>): PlanSubject => person({ programme: programme(changes) });
const check = (id: PlanCheck['id'], subject: PlanSubject, on = ON): PlanCheck => plan(subject, on).checks.find((one) => one.id === id)!;

describe('work-directed hours', () => {
  // Start 2026-07-01 + 3 months = 2026-10-01: the first day of the fourth month.
  it.each([['2026-09-30', 0], ['2026-10-01', 15]])('on %s the requirement is %d', (on, hours) =>
    expect(plan(person(), on).workDirectedHoursRequired).toBe(hours));
  // 2025-11-30 + 3 months: February has no 30th, so the fourth month starts on the 28th.
  it.each([['2026-02-27', 0], ['2026-02-28', 15]])('after a month with fewer days, on %s it is %d', (on, hours) =>
    expect(plan(withProgramme({ startDate: '2025-11-30' }), on).workDirectedHoursRequired).toBe(hours));
  it.each([[60, 10], [61, 15], [100, 15], [undefined, 15]])('at %s percent it is %d', (partTimePercent, hours) =>
    expect(plan(withProgramme(partTimePercent === undefined ? {} : { partTimePercent })).workDirectedHoursRequired).toBe(hours));
  it.each([[15, 'met'], [14.5, 'not-met'], [0, 'not-met']])('%d hours of 15 is %s', (workDirectedHoursPerWeek, outcome) =>
    expect(check('work-directed-hours', withProgramme({ workDirectedHoursPerWeek })).outcome).toBe(outcome));
  it.each([[10, 'met'], [9.5, 'not-met']])('%d hours of 10 on part-time is %s', (workDirectedHoursPerWeek, outcome) =>
    expect(check('work-directed-hours', withProgramme({ workDirectedHoursPerWeek, partTimePercent: 60 })).outcome).toBe(outcome));
  it('asks nothing before the fourth month, recorded or not', () =>
    expect(check('work-directed-hours', person({ programme: { status: 'participating', startDate: '2026-09-01' } }))).toMatchObject({ outcome: 'met', missing: [] }));
  it('names what is missing', () => {
    const { startDate: _, workDirectedHoursPerWeek: __, ...bare } = programme();
    expect(check('work-directed-hours', person({ programme: bare })).missing).toEqual(['programme.startDate', 'programme.workDirectedHoursPerWeek']);
    expect(plan(person({ programme: bare })).workDirectedHoursRequired).toBeNull();
  });
  it.each(['not-started', 'completed', 'left'] as const)('are not asked of someone who has %s', (status) =>
    expect(plan(withProgramme({ status })).workDirectedHoursRequired).toBe(0));
  it('propose a placement when they are too few, and only then', () => {
    expect(proposeForPlan(withProgramme({ workDirectedHoursPerWeek: 14 }), ON, rules)).toMatchObject([{ measure: 'municipal-placement', status: 'proposed', answers: 'work-directed-hours' }]);
    expect(proposeForPlan(person(), ON, rules)).toEqual([]);
  });
});

describe('last days of the programme', () => {
  const ends = (level: 3 | 4 | 5 | 6 | 7, goal: CandidateProgramme['goal']): readonly (string | null)[] => {
    const { goal: _, ...rest } = programme();
    const { endWithoutExtension, latestEnd } = plan(person({ education: [{ level }], programme: { ...rest, ...(goal === undefined ? {} : { goal }) } }));
    return [endWithoutExtension, latestEnd];
  };
  // Start 2026-07-01; N months end on the last day of June or December.
  it.each([
    [4, 'work', '2026-12-31', '2027-06-30'], // 6 + 6
    [7, 'work', '2026-12-31', '2027-06-30'],
    [4, 'higher-education', '2027-06-30', '2027-06-30'], // 12, not extendable
    [5, 'higher-education', '2027-06-30', '2027-06-30'], // vocational college is not higher education
    [6, 'higher-education', '2026-12-31', '2027-06-30'], // has higher education already
    [3, 'work', '2028-06-30', '2029-06-30'], // 24 + 12
    [3, 'upper-secondary', '2029-06-30', '2030-06-30'], // 36 + 12
    [4, undefined, '2026-12-31', '2027-06-30'], // the main rule until a goal is stated
    [3, undefined, '2028-06-30', '2029-06-30'],
  ] as const)('level %d, goal %s: %s, at the latest %s', (level, goal, ...expected) => expect(ends(level, goal)).toEqual(expected));

  it('are not known without education or start', () => {
    expect(plan(person({ education: [] }))).toMatchObject({ endWithoutExtension: null, latestEnd: null });
    const { startDate: _, ...rest } = programme();
    expect(plan(person({ programme: rest }))).toMatchObject({ endWithoutExtension: null, latestEnd: null });
  });
});

describe('the planned end', () => {
  it.each([['2027-06-30', 'met'], ['2027-07-01', 'not-met']])('on %s is %s', (plannedEndDate, outcome) =>
    expect(check('programme-end', withProgramme({ plannedEndDate })).outcome).toBe(outcome));
  it.each([['2026-12-31', 'met'], ['2027-01-01', 'unknown'], ['2027-07-01', 'not-met']])('on %s needs no extension: %s', (plannedEndDate, outcome) =>
    expect(check('extension', withProgramme({ plannedEndDate })).outcome).toBe(outcome));
  // At least three months without upper secondary: 2026-07-01 + 3 months − 1 day = 2026-09-30.
  it.each([['2026-09-30', 'met'], ['2026-09-29', 'not-met']])('without upper secondary on %s is %s', (plannedEndDate, outcome) =>
    expect(check('programme-end', { ...withProgramme({ plannedEndDate }), education: [{ level: 2 }] }).outcome).toBe(outcome));
  it('asks for the goal only where the goal decides', () => {
    const planned = (plannedEndDate: string): PlanCheck => {
      const { goal: _, ...rest } = programme({ plannedEndDate });
      return check('programme-end', person({ education: [{ level: 2 }], programme: rest }));
    };
    expect(planned('2029-06-30').outcome).toBe('met'); // 36 months: within both limits
    expect(planned('2029-07-01')).toMatchObject({ outcome: 'unknown', missing: ['programme.goal'] });
    expect(planned('2030-07-01').outcome).toBe('not-met'); // beyond 48 months too
  });
  // Start 2026-07-01: 6 months end 2026-12-31, with the extension 2027-06-30. A programme that still runs the day after cannot end within them.
  it.each([
    ['2026-12-31', 'unknown', ['programme.plannedEndDate']], ['2027-01-01', 'unknown', ['programme.extensionDecision']],
    ['2027-06-30', 'unknown', ['programme.extensionDecision']], ['2027-07-01', 'not-met', []],
  ] as const)('left out, with the programme running on %s, leaves the extension %s', (on, outcome, missing) =>
    expect(check('extension', person(), on)).toMatchObject({ outcome, missing }));
  it.each([['2027-06-30', 'unknown'], ['2027-07-01', 'not-met']])('left out, with the programme running on %s, is %s', (on, outcome) =>
    expect(check('programme-end', person(), on).outcome).toBe(outcome));
  it('is asked for of a programme that is over, whatever the date', () =>
    expect(check('programme-end', withProgramme({ status: 'completed' }), '2027-07-01').missing).toEqual(['programme.plannedEndDate']));
  it('is asked for', () => expect(check('programme-end', person()).missing).toEqual(['programme.plannedEndDate']));
});

describe('the other checks', () => {
  // First year from 2025-11-23 ends 2026-11-22; with upper secondary it may go on for 6 months more.
  it.each([['2025-11-23', 'met', ''], ['2025-11-22', 'met', 'forlenget'], ['2025-05-22', 'not-met', 'ute']])(
    'Norwegian training from %s is %s', (startDate, outcome, todo) => {
      const found = check('norwegian-training-year', withProgramme({ startDate }));
      expect(found.outcome).toBe(outcome);
      expect(found.todo === '' ? '' : todo).toBe(todo);
      expect(found.todo).toContain(todo);
    });
  it.each([['2025-11-23', 'met'], ['2025-11-22', 'unknown']])('needs education only after the first year: from %s it is %s', (startDate, outcome) =>
    expect(check('norwegian-training-year', { ...withProgramme({ startDate }), education: [] }).outcome).toBe(outcome));
  it('warns of two main measures on the same day', () => {
    const chosen = (from: string): PlanSubject => ({
      ...person(), chosenMeasures: [{ measure: 'work-training', from: ON, to: '2027-01-31' }, { measure: 'temporary-wage-subsidy', from, to: null }],
    });
    expect(check('main-measure-overlap', chosen('2027-01-31')).outcome).toBe('not-met');
    expect(check('main-measure-overlap', chosen('2027-02-01')).outcome).toBe('met');
    expect(check('main-measure-overlap', { ...person(), chosenMeasures: [{ measure: 'work-training', from: ON, to: null }, { measure: 'mentor', from: ON, to: null }] }).outcome).toBe('met');
    expect(check('main-measure-overlap', { ...person(), chosenMeasures: [...chosen('2027-01-31').chosenMeasures!].reverse() }).outcome).toBe('not-met');
    expect(check('main-measure-overlap', person()).outcome).toBe('unknown');
  });
  it.each([['2027-05-21', 'met'], ['2027-05-22', 'not-met']])('a mentor for a situational group to %s is %s', (to, outcome) => // 6 months
    expect(check('measure-length', { ...person(), chosenMeasures: [{ measure: 'mentor', from: ON, to }] }).outcome).toBe(outcome));
  // Start in 2026: born 2008 turns 18 that year, 1971 turns 55, 1970 turns 56.
  it.each([[2007, 'met'], [2008, 'met'], [2009, 'not-met'], [1971, 'met'], [1970, 'unknown'], [1969, 'not-met']])('programme age, born %d: %s', (birthYear, outcome) =>
    expect(check('programme-age', { ...person(), birthYear }).outcome).toBe(outcome));
  it.each([['participating', 'not-met'], ['not-started', 'not-met'], ['completed', 'met'], ['left', 'unknown']] as const)('KVP in the plan of someone who is %s is %s', (status, outcome) =>
    expect(check('kvp-exclusion', { ...withProgramme({ status }), chosenMeasures: [{ measure: 'qualification-programme', from: ON, to: null }] }).outcome).toBe(outcome));
  it.each([
    ['higher-education', ['en'], 'not-met'], ['higher-education', ['no'], 'met'], ['work', ['en'], 'met'], ['work', [], 'not-met'], ['work', undefined, 'unknown'],
  ] as const)('goal %s with training in %j is %s', (goal, languageOffer, outcome) =>
    expect(check('language-offer', { ...withProgramme({ goal }), ...(languageOffer === undefined ? {} : { languageOffer }) }).outcome).toBe(outcome));
});

it.each([['temporary-collective', 'met'], ['individual', 'not-met'], [undefined, 'unknown']] as const)('ground %s: the dates are %s', (protection, outcome) =>
  expect(check('protection-ground', { ...person(), ...(protection === undefined ? {} : { protection }) }).outcome).toBe(outcome));

it('does not ask for the ground of someone whose programme is over', () =>
  expect(check('protection-ground', { ...withProgramme({ status: 'completed' }), protection: 'individual' }).outcome).toBe('met'));

it('has a plan for everyone with a programme, and for no one else', () => {
  for (const status of ['not-started', 'participating', 'completed', 'left'] as const) expect(planFor(person({ programme: { status } }), ON, rules)).not.toBeNull();
  const { programme: _, ...without } = person();
  expect(planFor(without, ON, rules)).toBeNull();
  expect(planFor(person({ programme: { status: 'not-entitled' } }), ON, rules)).toBeNull();
});

it('says of every check what is missing when it is unknown, what to do when it is not met, and where the rule is from', () => {
  for (const subject of [person(), person({ programme: { status: 'participating' }, education: [] }), withProgramme({ plannedEndDate: '2030-01-01', workDirectedHoursPerWeek: 1 })]) {
    for (const { outcome, missing, todo, source, checkedOn } of plan(subject).checks) {
      expect(missing.length > 0).toBe(outcome === 'unknown');
      if (outcome !== 'met') expect(todo).not.toBe('');
      expect(source).not.toBe('');
      expect(checkedOn).toMatch(/^\d{4}-\d{2}/);
    }
  }
});

describe('programme rules that change on a date', () => {
  const [now] = rules.programme as [ProgrammeVersion];
  const stricter: MeasureRules = {
    ...rules,
    programme: [
      { ...now, validTo: '2026-12-31' },
      { ...now, validFrom: '2027-01-01', parameters: { ...now.parameters, workDirected: { ...now.parameters.workDirected, hours: 20 } } },
    ],
  };
  it.each([['2026-12-31', 15], ['2027-01-01', 20]])('on %s the hours are %d', (on, hours) => expect(plan(person(), on, stricter).workDirectedHoursRequired).toBe(hours));
  it('leave a plan the rule it was made under', () =>
    expect(plan(person(), '2027-02-01', rulesAsOf(stricter, '2026-12-31')).workDirectedHoursRequired).toBe(15));
  it('refuse a date no rule covers', () => expect(() => planFor(person(), '2027-01-01', { ...rules, programme: [{ ...now, validTo: '2026-12-31' }] })).toThrow(RangeError));
});
