import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultDataDir } from '../../modules/reference/data-files.js';
import { loadMeasureRules } from '../../modules/reference/load-measure-rules.js';
import type { Band, Gap } from '../matching/gap.js';
import type { CandidateRecord } from '../records/candidate.js';
import type { VacancyRecord } from '../records/vacancy.js';
import { planFor } from './plan.js';
import { propose, type ProposeInput } from './propose.js';
import { authorisationGap, certificateGap, educationGap, experienceGap, languageGap, ON, person, post } from './testing/cases.js';
import { statusOf } from './verdict.js';

const rules = loadMeasureRules(defaultDataDir());
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);

const anyGap: fc.Arbitrary<Gap> = fc.tuple(
  fc.constantFrom(languageGap, experienceGap, certificateGap, educationGap, authorisationGap),
  fc.record({ closable: fc.boolean(), covered: fc.boolean(), strict: fc.boolean(), months: fc.option(fc.nat(20)) }),
  fc.constantFrom('no', 'en', 'pl'),
).map(([make, changes, language]) => { const gap = make(changes); return gap.kind === 'language' ? { ...gap, language, needs: `${language} B1 oral` } : gap; });

/** Facts that may be unknown: members are left out, never set to undefined. */
const known = <T extends object>(facts: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never;

const groups = ['standard', 'situational', 'specially-adapted', 'partly-permanently-adapted', 'permanently-adapted'] as const;
const anyProgramme = fc.record({
  status: fc.constantFrom('not-entitled', 'not-started', 'participating', 'completed', 'left'), startDate: maybe(['2024-01-01', '2025-11-01', '2026-05-01', '2026-10-01']),
  goal: maybe(['work', 'higher-education', 'upper-secondary', 'other']), workDirectedHoursPerWeek: maybe([0, 8, 10, 15, 30]), partTimePercent: maybe([50, 60, 61, 100]),
}).map(({ status, ...rest }) => ({ status, ...known(rest) }));
const anyPerson = fc.record({
  birthYear: maybe([1940, 1953, 1954, 1955, 1985, 2007, 2008, 2010, 2012]), effortGroup: maybe(groups), programme: fc.option(anyProgramme, { nil: undefined }),
  level: maybe([2, 4, 6] as const), recognition: maybe(['none', 'applied', 'recognised', 'not-needed'] as const),
}).map(({ effortGroup, level, recognition, ...facts }): CandidateRecord => {
  const { birthYear: _, nav: __, programme: ___, ...bare } = person();
  return { ...bare, ...known(facts), nav: known({ effortGroup }), education: level === undefined ? [] : [{ level, ...known({ recognition }) }] } as CandidateRecord;
});
const anyPost: fc.Arbitrary<VacancyRecord> = fc.record({
  employment: maybe(['permanent', 'temporary', 'apprenticeship', 'work-training'] as const),
  mentor: maybe([true, false]), workTraining: maybe([true, false]), languageTrainingAtWork: maybe([true, false]), shortCourse: maybe([true, false]), buddy: maybe([true, false]),
}).map(({ employment, ...offers }) => { const { employment: _, ...bare } = post(); return { ...bare, ...known({ employment }), offers: known(offers) }; });

const anyInput: fc.Arbitrary<ProposeInput> = fc.record({
  candidate: anyPerson, vacancy: anyPost, gaps: fc.array(anyGap, { maxLength: 4 }),
  band: fc.constantFrom<Band>('direct', 'fast-track', 'qualification', 'not-now'), on: fc.constant(ON),
});

/** Facts one may learn. Each fills in what was not known and changes nothing that was. */
const LEARN: readonly ((input: ProposeInput) => ProposeInput)[] = [
  ...groups.map((effortGroup) => (input: ProposeInput) => ({ ...input, candidate: { ...input.candidate, nav: { effortGroup, ...input.candidate.nav } } })),
  ...[1950, 1985, 2009].map((birthYear) => (input: ProposeInput) => ({ ...input, candidate: { birthYear, ...input.candidate } })),
  ...(['participating', 'completed'] as const).map((status) => (input: ProposeInput) => ({ ...input, candidate: { programme: { status, startDate: '2026-05-01', workDirectedHoursPerWeek: 5 }, ...input.candidate } })),
  (input) => (input.candidate.programme === undefined ? input : { ...input, candidate: { ...input.candidate, programme: { startDate: '2026-05-01', workDirectedHoursPerWeek: 5, ...input.candidate.programme } } }),
  ...[true, false].map((yes) => (input: ProposeInput) => {
    const { vacancy } = input;
    // A post of work training that takes nobody in work training would not be more knowledge but a contradiction.
    const workTraining = vacancy.employment === 'work-training' || yes;
    return { ...input, vacancy: { ...vacancy, offers: { mentor: yes, workTraining, languageTrainingAtWork: yes, ...vacancy.offers } } };
  }),
  (input) => ({ ...input, vacancy: { employment: 'permanent' as const, ...input.vacancy } }),
];

describe('whatever the pair', () => {
  it('proposes nothing without a gap or a plan check it answers', () => {
    fc.assert(fc.property(anyInput, (input) => {
      const kinds = new Set(input.gaps.map(({ kind }) => kind));
      const failed = new Set((planFor(input.candidate, input.on, rules)?.checks ?? []).filter(({ outcome }) => outcome === 'not-met').map(({ id }) => id as string));
      for (const { measure, closes, answers } of propose(input, rules)) {
        for (const kind of closes) expect(kinds.has(kind)).toBe(true);
        if (answers !== undefined) expect(failed.has(answers)).toBe(true);
        if (measure !== 'ordinary-employment') expect(closes.length > 0 || answers !== undefined).toBe(true);
      }
    }), { numRuns: 1000 });
  });

  it('says of each measure exactly what its rules say, and names every missing fact', () => {
    fc.assert(fc.property(anyInput, (input) => {
      for (const { status, rules: judged } of propose(input, rules)) {
        expect(status).toBe(statusOf(judged));
        for (const { outcome, missing, source } of judged) {
          expect((missing ?? []).length > 0).toBe(outcome === 'unknown');
          expect(source).not.toBe('');
        }
      }
    }), { numRuns: 2000 });
  });

  it('lists each measure once, what may be proposed first, and gives the same answer twice', () => {
    const rank = { proposed: 0, 'needs-assessment': 1, 'not-eligible': 2 };
    fc.assert(fc.property(anyInput, (input) => {
      const proposals = propose(input, rules);
      expect(new Set(proposals.map(({ measure }) => measure)).size).toBe(proposals.length);
      const ranks = proposals.map(({ status }) => rank[status]);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(propose(structuredClone(input), rules)).toEqual(proposals);
    }), { numRuns: 500 });
  });

  it('gives the same proposals in the same order whatever the order of the gaps', () => {
    const kinds = fc.uniqueArray(anyGap, { maxLength: 4, selector: ({ kind }) => kind });
    fc.assert(fc.property(anyInput, kinds, (input, gaps) => {
      const list = (order: readonly Gap[]): readonly string[] => propose({ ...input, gaps: order }, rules).map(({ measure, status, place }) => `${measure} ${status} ${place}`);
      expect(list([...gaps].reverse())).toEqual(list(gaps));
    }), { numRuns: 1000 });
  });

  it('never turns proposed into proposed for another reason by learning a fact', () => {
    fc.assert(fc.property(anyInput, fc.constantFrom(...LEARN), (input, learn) => {
      const after = new Map(propose(learn(input), rules).map((proposal) => [proposal.measure, proposal]));
      for (const before of propose(input, rules).filter(({ status }) => status === 'proposed')) {
        const now = after.get(before.measure);
        if (now?.status !== 'proposed') continue;
        for (const kind of before.closes) expect(now.closes).toContain(kind);
        if (before.answers !== undefined) expect(now.answers).toBe(before.answers);
        // A reason may be added; then the words say so.
        if (now.closes.length === before.closes.length && now.answers === before.answers) expect(now.because).toBe(before.because);
        else expect(now.because).not.toBe(before.because);
      }
    }), { numRuns: 2000 });
  });

  it('never makes more of a measure than before by learning that a rule is not met', () => {
    fc.assert(fc.property(anyInput, (input) => {
      const older = { ...input, candidate: { ...input.candidate, birthYear: 1930 } };
      for (const { measure, status } of propose(older, rules)) {
        if (['work-training', 'mentor', 'temporary-wage-subsidy', 'amo-course', 'norwegian-training'].includes(measure)) expect(status).toBe('not-eligible');
      }
    }), { numRuns: 1000 });
  });
});
