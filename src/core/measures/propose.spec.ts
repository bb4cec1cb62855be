import { describe, expect, it } from '@jest/globals';
import { defaultDataDir } from '../../modules/reference/data-files.js';
import { loadMeasureRules } from '../../modules/reference/load-measure-rules.js';
import type { EffortGroup } from '../records/candidate.js';
import type { EmploymentKind } from '../records/vacancy.js';
import { propose, type Proposal, type ProposeInput } from './propose.js';
import { rulesAsOf, type MeasureId, type MeasureRules, type MeasureVersion } from './rule-set.js';
import {
  authorisationGap, certificateGap, educationGap, experienceGap, inGroup, languageGap, offering, ON, person, post, programme,
} from './testing/cases.js';

const rules = loadMeasureRules(defaultDataDir());
const input = (changes: Partial<ProposeInput>): ProposeInput =>
  ({ candidate: person(), vacancy: post(), gaps: [], band: 'fast-track', on: ON, ...changes });
const all = (changes: Partial<ProposeInput>, by: MeasureRules = rules): readonly Proposal[] => propose(input(changes), by);
const one = (measure: MeasureId, changes: Partial<ProposeInput>, by: MeasureRules = rules): Proposal | undefined =>
  all(changes, by).find((proposal) => proposal.measure === measure);
const status = (measure: MeasureId, changes: Partial<ProposeInput>): string => one(measure, changes)?.status ?? 'not listed';
const missing = (proposal: Proposal | undefined): readonly string[] => (proposal?.rules ?? []).flatMap((rule) => rule.missing ?? []);

const GROUPS: readonly (EffortGroup | undefined)[] =
  ['standard', 'situational', 'specially-adapted', 'partly-permanently-adapted', 'permanently-adapted', undefined];

describe('effort groups', () => {
  const expected = (standard: string, unknown: string) => (group: EffortGroup | undefined) =>
    group === undefined ? unknown : group === 'standard' ? standard : 'proposed';

  it.each(GROUPS)('agreement measures for %s', (group) => {
    const vacancy = post({ offers: { mentor: true, workTraining: true } });
    const gaps = [languageGap(), experienceGap(), certificateGap()];
    const want = expected('not-eligible', 'needs-assessment')(group);
    for (const measure of ['work-training', 'mentor', 'temporary-wage-subsidy', 'amo-course'] as const) {
      expect([measure, status(measure, { candidate: inGroup(group), vacancy, gaps })]).toEqual([measure, want]);
    }
  });

  it('names the effort group when it is missing', () =>
    expect(missing(one('work-training', { candidate: inGroup(undefined), vacancy: offering({ workTraining: true }), gaps: [languageGap()] })))
      .toContain('nav.effortGroup'));

  it.each([
    ['work-training', [12, 18, 18, 18]], ['mentor', [6, 36, 36, 36]], ['temporary-wage-subsidy', [12, 24, 24, 24]],
  ] as const)('%s lasts at most %j months by group', (measure, months) => {
    const decided = GROUPS.slice(1, 5);
    const vacancy = post({ offers: { mentor: true, workTraining: true } });
    expect(decided.map((group) => one(measure, { candidate: inGroup(group), vacancy, gaps: [languageGap(), experienceGap()] })?.maxMonths)).toEqual(months);
  });

  it('does not guess the longest duration without a group', () =>
    expect(one('mentor', { candidate: inGroup(undefined), vacancy: offering({ mentor: true }), gaps: [languageGap()] })?.maxMonths).toBeNull());

  it('weighs permanent wage subsidy for partly and permanently adapted only, and never proposes it unasked', () =>
    expect(GROUPS.map((group) => status('permanent-wage-subsidy', { candidate: inGroup(group), gaps: [experienceGap()] })))
      .toEqual(['not listed', 'not listed', 'not listed', 'needs-assessment', 'needs-assessment', 'not listed']));

  it.each(GROUPS)('leaves the certificate course and Norwegian training open to %s', (group) => {
    expect(status('certificate-course', { candidate: inGroup(group), gaps: [certificateGap()] })).toBe('proposed');
    expect(status('norwegian-training', { candidate: inGroup(group), gaps: [languageGap()] })).toBe('proposed');
  });
});

describe('age', () => {
  const workTraining = (candidate: ProposeInput['candidate']): string =>
    status('work-training', { candidate, vacancy: offering({ workTraining: true }), gaps: [experienceGap()] });
  // Situational: twelve months from 2026-11-22 end 2027-11-21. Born 1955 turns 72 that year, 1954 turns 73, 1953 turns 74.
  it.each([[1955, 'proposed'], [1954, 'needs-assessment'], [1953, 'not-eligible']])('born %d: 72 at the end of twelve months', (birthYear, want) =>
    expect(workTraining(person({ birthYear }))).toBe(want));
  // Specially adapted: 18 months end 2028-05-21, a year later.
  it.each([[1956, 'proposed'], [1955, 'needs-assessment'], [1954, 'not-eligible']])('born %d: 72 at the end of eighteen months', (birthYear, want) =>
    expect(workTraining(person({ birthYear, nav: { effortGroup: 'specially-adapted' } }))).toBe(want));
  it.each([[2010, 'proposed'], [2011, 'not-eligible']])('born %d: 16 at the start', (birthYear, want) =>
    expect(workTraining(person({ birthYear }))).toBe(want));
  it.each([[2007, 'proposed'], [2008, 'not-eligible']])('born %d: the AMO course is from the year one turns 19', (birthYear, want) =>
    expect(status('amo-course', { candidate: person({ birthYear }), gaps: [certificateGap()] })).toBe(want));
  it('asks for the birth year', () => {
    const { birthYear: _, ...candidate } = person();
    const proposal = one('work-training', { candidate, vacancy: offering({ workTraining: true }), gaps: [experienceGap()] });
    expect([proposal?.status, missing(proposal)]).toEqual(['needs-assessment', ['birthYear']]);
  });
  it('bars someone too old in every group even when the group is unknown', () =>
    expect(workTraining(person({ birthYear: 1950, nav: {} }))).toBe('not-eligible'));
  it('counts from the start the plan gives', () =>
    expect(status('work-training', { candidate: person({ birthYear: 1955 }), start: '2027-01-01', vacancy: offering({ workTraining: true }), gaps: [experienceGap()] }))
      .toBe('proposed')); // 2027-01-01 + 12 months − 1 day = 2027-12-31: turns 72 that year
});

describe('what the employer offers', () => {
  it.each([[true, 'proposed'], [false, 'not-eligible'], [undefined, 'needs-assessment']])('an offer of %s', (offered, want) => {
    const offers = offered === undefined ? {} : { mentor: offered, workTraining: offered, languageTrainingAtWork: offered };
    for (const measure of ['mentor', 'work-training', 'workplace-language-training'] as const) {
      expect([measure, status(measure, { vacancy: offering(offers), gaps: [languageGap()] })]).toEqual([measure, want]);
    }
  });

  it.each([
    ['permanent', 'proposed'], ['temporary', 'proposed'], ['seasonal', 'proposed'], ['on-call', 'proposed'],
    ['apprenticeship', 'not-eligible'], ['work-training', 'not-eligible'],
  ] as const)('wage subsidy with a contract that is %s is %s', (employment: EmploymentKind, want) =>
    expect(status('temporary-wage-subsidy', { vacancy: post({ employment }), gaps: [experienceGap()] })).toBe(want));

  it('asks for the contract when it is not stated', () => {
    const { employment: _, ...vacancy } = post();
    expect(missing(one('temporary-wage-subsidy', { vacancy, gaps: [experienceGap()] }))).toEqual(['employment']);
  });

  it('takes an explicit no before the kind of post', () =>
    expect(status('work-training', { vacancy: post({ employment: 'work-training', offers: { workTraining: false } }), gaps: [experienceGap()] })).toBe('not-eligible'));
  it('reads a post of work training as an offer of it', () =>
    expect(status('work-training', { vacancy: post({ employment: 'work-training' }), gaps: [experienceGap()] })).toBe('proposed'));
});

describe('language', () => {
  it('takes the training nearest to being met', () => {
    expect(status('english-training', { gaps: [languageGap({ language: 'en', needs: 'en B1 oral' })] })).toBe('proposed');
    expect(status('norwegian-training', { gaps: [languageGap({ language: 'en', needs: 'en B1 oral' })] })).toBe('not listed');
  });
  it.each([['participating', 'proposed'], ['completed', 'not-eligible']] as const)('English training when the programme is %s is %s', (state, want) =>
    expect(status('english-training', { candidate: person({ programme: { status: state } }), gaps: [languageGap({ language: 'en' })] })).toBe(want));
  it('puts the training the municipality owes before what NAV pays for', () =>
    expect(all({ vacancy: offering({ mentor: true, workTraining: true }), gaps: [languageGap()] })[0]?.measure).toBe('norwegian-training'));
  it('keeps training for the plan, and nothing at this employer, when the demand is absolute', () =>
    expect(all({ vacancy: offering({ mentor: true, workTraining: true }), gaps: [languageGap({ strict: true })], band: 'not-now' }).map(({ measure }) => measure))
      .toEqual(['norwegian-training']));
  it.each([[true, 'fast-track'], [false, 'not-now']] as const)('asks nothing of the employer when strict is %s and the band %s', (strict, band) =>
    expect(all({ vacancy: offering({ mentor: true, workTraining: true }), gaps: [languageGap({ strict })], band }).map(({ measure }) => measure)).toEqual(['norwegian-training']));
  it('has no measure for a language nobody teaches', () => expect(all({ gaps: [languageGap({ language: 'pl', needs: 'pl B1 oral' })] })).toEqual([]));
  it('allows 18 months of Norwegian training with upper secondary and 36 without', () => {
    const longest = (level: 3 | 4): number | null | undefined =>
      one('norwegian-training', { candidate: person({ education: [{ level }] }), gaps: [languageGap()] })?.maxMonths;
    expect([longest(4), longest(3)]).toEqual([18, 36]);
  });
});

it('asks no employer to train someone who is not put forward to them', () => expect(all({ gaps: [experienceGap()], band: 'not-now' })).toEqual([]));

describe('certificates', () => {
  it('need no measure where the employer gives the course', () => {
    expect(all({ vacancy: offering({ shortCourse: true }), gaps: [certificateGap()] })).toEqual([]);
    expect(all({ gaps: [certificateGap({ covered: true })] }).map(({ measure }) => measure)).toEqual(['ordinary-employment']);
  });
  it.each([[2, 'proposed'], [3, 'not listed']])('are a matter of days or weeks up to two months: %d', (months, want) =>
    expect(status('certificate-course', { gaps: [certificateGap({ months })] })).toBe(want));
  it('of a year are not covered by an offer of a short course', () =>
    expect(status('amo-course', { vacancy: offering({ shortCourse: true }), gaps: [certificateGap({ months: 12 })] })).toBe('proposed'));
  it('ask about each certificate: one of unknown length leaves the course to be assessed', () =>
    expect(status('certificate-course', { gaps: [certificateGap(), certificateGap({ needs: 'ukjent', months: null })] })).toBe('needs-assessment'));
  // YSK is a matter of weeks for someone with C or CE, and of a licence first for everyone else.
  it.each([
    [['C'], 'ysk', 'proposed'], [['B', 'CE'], 'ysk', 'proposed'], [['B'], 'ysk', 'not-eligible'], [[], 'ysk', 'not-eligible'],
    [undefined, 'ysk', 'needs-assessment'], [['D'], 'ysk', 'proposed'], [['D'], 'ysk-goods', 'not-eligible'], [['C'], 'ysk-passenger', 'not-eligible'],
    [['B'], 'truck-T1', 'proposed'],
  ] as const)('with licence %j the course for %s is %s', (driversLicence, needs, want) => {
    const candidate = person(driversLicence === undefined ? {} : { driversLicence });
    const proposal = one('certificate-course', { candidate, gaps: [certificateGap({ needs })] });
    expect([proposal?.status, missing(proposal)]).toEqual([want, want === 'needs-assessment' ? ['driversLicence'] : []]);
  });
  it('offer no course that makes no sense yet', () => expect(all({ gaps: [certificateGap({ closable: false, months: null })] })).toEqual([]));
});

describe('education and authorisation', () => {
  it.each([['none', 'proposed'], ['applied', 'proposed'], [undefined, 'needs-assessment'], ['recognised', 'not listed'], ['not-needed', 'not listed']] as const)(
    'recognition %s gives %s', (recognition, want) =>
      expect(status('education-recognition', { candidate: person({ education: [{ level: 6, ...(recognition === undefined ? {} : { recognition }) }] }), gaps: [educationGap()] })).toBe(want));
  it('takes the time of an assessment, not of the schooling that is missing', () =>
    expect(one('education-recognition', { gaps: [educationGap({ months: 36 })] })?.monthsToClose).toBe(4));
  it('needs none for education from Norway', () =>
    expect(status('education-recognition', { candidate: person({ education: [{ level: 6, country: 'NO' }] }), gaps: [educationGap()] })).toBe('not listed'));
  it('answers missing authorisation with the long path and work to hold meanwhile', () => {
    const stones = [{ styrk: '5321', percent: 70 }];
    expect(one('authorisation-path', { gaps: [authorisationGap()], band: 'qualification', steppingStones: stones }))
      .toMatchObject({ status: 'proposed', closes: ['authorisation'], steppingStones: stones, monthsToClose: 18 });
  });
});

describe('ordinary employment', () => {
  it('is proposed first where nothing is missing', () => expect(all({ band: 'direct' })[0]).toMatchObject({ measure: 'ordinary-employment', status: 'proposed', closes: [] }));
  it('is not proposed for a pair that is not put forward', () => expect(all({ band: 'not-now' })).toEqual([]));
  it('is not proposed beside a gap that is open', () => expect(status('ordinary-employment', { gaps: [languageGap()] })).toBe('not listed'));
  it('is proposed beside a gap the employer covers, with an ordinary contract only', () => {
    const gaps = [languageGap({ covered: true })];
    expect(status('ordinary-employment', { gaps, vacancy: offering({ mentor: true }) })).toBe('proposed');
    expect(status('ordinary-employment', { gaps, vacancy: offering({ workTraining: true }) })).toBe('not listed');
    expect(status('ordinary-employment', { gaps, vacancy: post({ employment: 'work-training', offers: { mentor: true } }) })).toBe('not listed');
  });
  it('is not kept back by the journey, which no measure shortens', () =>
    expect(status('ordinary-employment', { gaps: [languageGap({ kind: 'distance', needs: '30 min', has: '45 min' })] })).toBe('proposed'));
  it.each([[true, 'proposed'], [false, 'not-eligible'], [undefined, 'needs-assessment']])('a post of work training with a promise of %s', (after, want) =>
    expect(status('ordinary-employment', { vacancy: post({ employment: 'work-training', offers: after === undefined ? {} : { ordinaryEmploymentAfterTrack: after } }) })).toBe(want));
});

describe('placement in the programme', () => {
  it.each(GROUPS)('answers too few hours for %s', (group) => {
    const candidate = person({ nav: group === undefined ? {} : { effortGroup: group }, programme: programme({ workDirectedHoursPerWeek: 14 }) });
    expect(one('municipal-placement', { candidate })).toMatchObject({ status: 'proposed', answers: 'work-directed-hours' });
  });
  it('does not claim the gaps of an employer who takes nobody that way', () => {
    const candidate = person({ programme: programme({ workDirectedHoursPerWeek: 8 }) });
    expect(one('municipal-placement', { candidate, vacancy: offering({ workTraining: false }), gaps: [languageGap()] })).toMatchObject({ status: 'proposed', closes: [] });
    expect(one('municipal-placement', { candidate, vacancy: offering({ workTraining: true }), gaps: [languageGap()] })).toMatchObject({ status: 'proposed', closes: ['language'] });
  });
  it('is not proposed when the hours are enough and nothing is missing', () => expect(status('municipal-placement', {})).toBe('not listed'));
});

describe('what is never proposed by default', () => {
  const UNASKED = ['inclusion-grant', 'follow-up', 'supported-employment', 'buddy', 'job-club', 'qualification-programme'] as const;
  it.each(UNASKED)('%s', (measure) => {
    const gaps = [languageGap(), experienceGap(), certificateGap(), educationGap(), authorisationGap()];
    expect(status(measure, { gaps, vacancy: offering({ buddy: true, mentor: true, workTraining: true }) })).toBe('not listed');
  });
  it('lists a measure for assessment when a person says a fact calls for it', () =>
    expect(status('inclusion-grant', { statedNeeds: ['inclusion-grant'] })).toBe('needs-assessment'));
  it('keeps someone with a right to a programme out of the qualification programme', () =>
    expect(status('qualification-programme', { statedNeeds: ['qualification-programme'] })).toBe('not-eligible'));
});

describe('order and warnings', () => {
  it('puts the cheapest set that closes every gap first', () => {
    const proposals = all({ vacancy: offering({ mentor: true, workTraining: true, languageTrainingAtWork: true }), gaps: [languageGap(), experienceGap()] });
    const first = proposals.filter(({ place }) => place === 'first').map(({ measure }) => measure);
    expect(first).toEqual(['norwegian-training', 'municipal-placement']);
    expect(proposals.slice(0, first.length).every(({ place }) => place === 'first')).toBe(true);
    expect(proposals.at(-1)?.measure).toBe('temporary-wage-subsidy');
  });
  it('warns of a second main measure at the same time, and does not bar it', () => {
    const chosen = [{ measure: 'amo-course', from: '2026-11-01', to: '2026-11-22' }] as const;
    const given = { vacancy: offering({ workTraining: true }), gaps: [experienceGap()] };
    expect(one('work-training', { ...given, chosen })).toMatchObject({ status: 'proposed', warnings: ['main-measure-overlap', 'no-tiltakspenger'] });
    expect(one('work-training', { ...given, chosen: [{ ...chosen[0], to: '2026-11-21' }] })?.warnings).toEqual(['no-tiltakspenger']);
  });
  it('lets a mentor accompany a main measure', () => {
    const chosen = [{ measure: 'work-training', from: ON, to: null }] as const;
    expect(one('mentor', { vacancy: offering({ mentor: true }), gaps: [languageGap()], chosen })?.warnings).toEqual([]);
  });
});

describe('rules that change on a date', () => {
  // Shorter work training from 2027-01-01: 12 months until then, 9 after.
  const measure = rules.measures.get('work-training')!;
  const [now] = measure.versions as [MeasureVersion];
  const changed: MeasureRules = {
    ...rules,
    measures: new Map(rules.measures).set('work-training', {
      ...measure,
      versions: [
        { ...now, validTo: '2026-12-31' },
        { ...now, validFrom: '2027-01-01', parameters: { ...now.parameters, maxMonths: { situational: 9 } } },
      ],
    }),
  };
  const longest = (on: string, by: MeasureRules): number | null | undefined =>
    one('work-training', { on, vacancy: offering({ workTraining: true }), gaps: [experienceGap()] }, by)?.maxMonths;

  it('use the old rule on the last day and the new one on the first', () => {
    expect(longest('2026-12-31', changed)).toBe(12);
    expect(longest('2027-01-01', changed)).toBe(9);
  });
  it('leave a plan the rule it was made under', () => expect(longest('2027-06-01', rulesAsOf(changed, '2026-12-31'))).toBe(12));
  it('give nothing on a date no rule covers', () => {
    const ended = { ...rules, measures: new Map(rules.measures).set('work-training', { ...measure, versions: [{ ...now, validTo: '2026-12-31' }] }) };
    const proposal = one('work-training', { on: '2027-01-01', vacancy: offering({ workTraining: true }), gaps: [experienceGap()] }, ended);
    expect(proposal).toMatchObject({ status: 'not-eligible', rules: [{ id: 'rules-in-force', outcome: 'not-met' }] });
  });
});
