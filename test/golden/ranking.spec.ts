import { describe, expect, it } from '@jest/globals';
import type { CandidateRecord } from '../../src/core/records/candidate.js';
import type { VacancyRecord } from '../../src/core/records/vacancy.js';
import { loadKnowledge } from '../../src/modules/matching/create-context.js';
import { matchLists } from '../../src/modules/matching/match-lists.js';
import { caseloadNames, dcg, evaluateSide, loadCaseload, matchCaseload } from '../support/judged-caseloads.js';

const context = loadKnowledge().contextOn('2026-11-22');

describe.each(caseloadNames())('%s', (name) => {
  const caseload = loadCaseload(name);
  const matches = matchCaseload(caseload, context);

  it.each(['candidate', 'vacancy'] as const)('is ranked per %s as those who judged it would', (side) => {
    const { ndcg, proposed, judgedNothing } = evaluateSide(caseload, matches, side);
    expect(ndcg).toBeGreaterThanOrEqual(0.9);
    expect(judgedNothing.length / proposed.length).toBeLessThanOrEqual(0.12);
  });
});

// Gains 7, 3, 1 at places 1, 2, 3: 7 / 1 + 3 / 1.585 + 1 / 2 = 9.393.
it('measures as defined', () => {
  expect(dcg([3, 2, 1])).toBeCloseTo(9.393, 3);
});

/** A forklift driver with the licence, a car and Norwegian A2, and the warehouse that fits. */
const driver: CandidateRecord = {
  externalId: 'C', municipality: '1108', education: [{ level: 4 }], occupations: [{ styrk: '8344', title: 'Truckfører', years: 5, lastYear: 2026 }],
  languages: [{ language: 'no', oral: 'A2', written: 'A2' }, { language: 'en', oral: 'A2' }], certificates: ['truck-T1'], driversLicence: ['B'], ownCar: true, maxCommuteMinutes: 45,
  preferences: { openToAnyWork: true, minPercent: 50, maxPercent: 100 },
};
const warehouse: VacancyRecord = {
  externalId: 'V', title: 'Truckfører', employer: { name: 'Lager AS' }, styrk: '8344', municipality: '1108', percent: 100, workingHours: ['day'],
  requirements: { certificates: ['truck-T1'], languages: [{ anyOf: [{ language: 'no', oral: 'A2' }] }] },
};
const demanding = (oral: 'A2' | 'B1' | 'B2', strict = false): NonNullable<VacancyRecord['requirements']> => ({ certificates: ['truck-T1'], languages: [{ anyOf: [{ language: 'no', oral }], strict }] });

describe('of two vacancies that differ in one decisive thing, the right one comes first', () => {
  it.each<[string, Partial<VacancyRecord>, Partial<VacancyRecord>]>([
    ['a licence held and one that is not', { requirements: { driversLicence: ['B'] } }, { requirements: { driversLicence: ['CE'] } }],
    ['a language demand met and one step short', {}, { requirements: demanding('B1') }],
    ['one step short and two', { requirements: demanding('B1') }, { requirements: demanding('B2') }],
    ['one step short of a demand and of an absolute demand', { requirements: demanding('B1') }, { requirements: demanding('B1', true) }],
    ['one step short with a mentor and without', { requirements: demanding('B1'), offers: { mentor: true } }, { requirements: demanding('B1') }],
    ['near and slightly too far', {}, { municipality: '1101' }],
    ['near and out of reach', {}, { municipality: '5501' }],
    ['hours that suit and night work', {}, { workingHours: ['night'] }],
    ['a percentage within the wish and one far below', {}, { percent: 10 }],
    ['a certificate held and one that is missing', {}, { requirements: { certificates: ['truck-T4'] } }],
    ['a course given and not given', { requirements: { certificates: ['hot-work'] }, offers: { shortCourse: true } }, { requirements: { certificates: ['hot-work'] } }],
    ['own work and other work', {}, { styrk: '9112', title: 'Renholder' }],
    ['English as an alternative and Norwegian only', { requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }, { language: 'en', oral: 'A2' }] }] } }, { requirements: demanding('B1') }],
  ])('%s', (_, better, worse) => {
    const vacancies = [{ ...warehouse, ...worse, externalId: 'A-worse' }, { ...warehouse, ...better, externalId: 'B-better' }];
    const person = { ...driver, preferences: { ...driver.preferences, unavailableHours: ['night' as const] } };
    const [list] = matchLists({ candidates: [person], vacancies }, { direction: 'candidates', top: 10, all: true }, context);
    expect(list?.matches[0]?.vacancy).toBe('B-better');
  });
});

describe('of two candidates that differ in one decisive thing, the right one comes first', () => {
  const { certificates: _, ...unmapped } = driver;
  it.each<[string, CandidateRecord, CandidateRecord]>([
    ['with and without the certificate', driver, { ...driver, certificates: [] }],
    ['one language step apart', { ...driver, languages: [{ language: 'no', oral: 'A2' }] }, { ...driver, languages: [{ language: 'no', oral: 'A1' }] }],
    ['near and far', driver, { ...driver, municipality: '1101' }],
    ['long and short experience', driver, { ...driver, occupations: [{ styrk: '8344', years: 0 }] }],
    ['a known certificate and one not mapped', driver, unmapped],
  ])('%s', (_name, better, worse) => {
    const candidates = [{ ...worse, externalId: 'A-worse' }, { ...better, externalId: 'B-better' }];
    const [list] = matchLists({ candidates, vacancies: [warehouse] }, { direction: 'vacancies', top: 10, all: true }, context);
    expect(list?.matches[0]?.candidate).toBe('B-better');
  });
});
