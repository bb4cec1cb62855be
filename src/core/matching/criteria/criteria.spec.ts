import { describe, expect, it } from '@jest/globals';
import type { LanguageDemand, VacancyRecord } from '../../records/vacancy.js';
import { candidate, pair, smallWorld, vacancy } from '../testing/small-world.js';
import { judgeAuthorisation } from './authorisation.js';
import { judgeCertificates } from './certificates.js';
import { judgeEducation } from './education.js';
import { judgeExperience } from './experience.js';
import { judgeHours } from './hours.js';
import { judgeLanguage } from './language.js';
import { judgeOccupation } from './occupation.js';
import { judgePreference } from './preference.js';
import { judgeReach } from './reach.js';
import { judgeSkills } from './skills.js';

const asking = (requirements: NonNullable<VacancyRecord['requirements']>, more: Partial<VacancyRecord> = {}): VacancyRecord => vacancy({ requirements, ...more });
const norwegian = (oral: 'A2' | 'B1' | 'B2', strict = false): LanguageDemand => ({ anyOf: [{ language: 'no', oral }], strict });

describe('occupation', () => {
  it('gives the whole of work done for years and lately', () => {
    expect(judgeOccupation(pair(candidate(), vacancy()))).toMatchObject({ percent: 100, because: { code: 'occupation.own' }, gaps: [] });
  });

  // No years: 80 of 100 carries. 100 * 80 / 100 = 80.
  it('counts work without experience for less', () => {
    expect(judgeOccupation(pair(candidate({ occupations: [{ styrk: '7115', years: 0 }] }), vacancy())).percent).toBe(80);
  });

  // Ended 14 years ago, half-way from fresh (8) to stale (20): 100 - 15 * 6/12 = 92.5, rounded 93.
  it('counts old work for a little less', () => {
    expect(judgeOccupation(pair(candidate({ occupations: [{ styrk: '7115', years: 5, lastYear: 2012 }] }), vacancy())).percent).toBe(93);
  });

  // Two digits cover 7115 (100 toward 7115) and 7119 (60): with support from the education (571 shares 3 digits with 7115, 2 of 3 with 7119)
  // the weights are 0.5 * (0.3 + 0.7 * 1) = 0.5 and 0.5 * (0.3 + 0.7 * 2/3) = 0.3833. Best 100, mean (50 + 23) / 0.8833 = 82.64;
  // 0.6 * 100 + 0.4 * 82.64 = 93.06, but a bare code is never quite the person's own work: 79.
  it('reads a two-digit code as all it may be, narrowed by the education, and never as certain', () => {
    expect(judgeOccupation(pair(candidate({ occupations: [{ styrk: '71', years: 5 }] }), vacancy())).percent).toBe(79);
  });

  // Toward 7119: best 100 * 0.3833 / 0.5 = 76.67 against 70 * 1, mean (35 + 38.33) / 0.8833 = 83.02; 0.6 * 76.67 + 0.4 * 83.02 = 79.2.
  it('takes the likeliest reading for the best', () => {
    expect(judgeOccupation(pair(candidate({ occupations: [{ styrk: '71', title: 'noe i bygg', years: 5 }] }), vacancy({ styrk: '7119' }))).percent).toBe(79);
  });

  it('counts a language that the work is about as competence, for someone open to it who has worked with people', () => {
    const speaksPolish = candidate({ occupations: [{ styrk: '2223', years: 5 }], languages: [{ language: 'pl', native: true }], preferences: { openToAnyWork: true } });
    const polishDesk = asking({ languages: [{ anyOf: [{ language: 'pl', oral: 'C1' }], strict: true }] }, { styrk: '4321' });
    expect(judgeOccupation(pair(speaksPolish, polishDesk))).toMatchObject({ percent: 65, because: { code: 'occupation.language' } });
    expect(judgeOccupation(pair({ ...speaksPolish, preferences: {} }, polishDesk)).percent).toBe(2);
  });

  it('reads a title where there is no code', () => {
    expect(judgeOccupation(pair(candidate({ occupations: [{ title: 'tømrer', years: 5 }], education: [] }), vacancy())).percent).toBe(100);
  });

  it('knows nothing of a person whose work and education are not mapped', () => {
    expect(judgeOccupation(pair(candidate({ occupations: [], education: [] }), vacancy())).percent).toBeNull();
  });

  it('names the training that adjacent work takes', () => {
    const judged = judgeOccupation(pair(candidate(), vacancy({ styrk: '7119' })));
    expect(judged).toMatchObject({ percent: 70, because: { code: 'occupation.adjacent' }, gaps: [{ kind: 'experience', closable: true, months: 3 }] });
  });

  // A nurse's degree alone, three digits shared with what leads to nursing: 70.
  it('counts education in the field for a part', () => {
    const graduate = candidate({ occupations: [], education: [{ level: 6, fields: ['611'] }] });
    expect(judgeOccupation(pair(graduate, vacancy({ styrk: '2223' }))).percent).toBe(70);
  });

  it('does not take a degree for a trade', () => {
    const engineer = candidate({ occupations: [], education: [{ level: 7, fields: ['571'] }] });
    expect(judgeOccupation(pair(engineer, vacancy()))).toMatchObject({ percent: null, because: { code: 'occupation.unknown' } });
  });
});

describe('language', () => {
  const known = candidate({ languages: [{ language: 'no', oral: 'A2' }, { language: 'en', oral: 'B2', written: 'B1' }] });
  const judged = (languages: LanguageDemand[], more: Partial<VacancyRecord> = {}): ReturnType<typeof judgeLanguage> => judgeLanguage(pair(known, asking({ languages }, more)));

  it.each([
    ['met', [norwegian('A2')], {}, 100],
    ['one step short', [norwegian('B1')], {}, 55],
    ['one step short with help at work', [norwegian('B1')], { offers: { mentor: true } }, 85],
    ['two steps short', [norwegian('B2')], {}, 15],
    ['one step short of an absolute demand', [norwegian('B1', true)], { offers: { mentor: true } }, 0],
    ['met by the other alternative', [{ anyOf: [{ language: 'no', oral: 'B2' as const }, { language: 'en', oral: 'B2' as const }] }], {}, 100],
    ['the weaker of two demands', [norwegian('A2'), norwegian('B1')], {}, 55],
    // Oral met (100), written two steps short from B1 to C1 (15): (100 + 15) / 2 = 57.5, rounded down.
    ['oral and written apart', [{ anyOf: [{ language: 'en', oral: 'B2' as const, written: 'C1' as const }] }], {}, 57],
  ])('%s', (_, languages, more, percent) => {
    expect(judged(languages, more).percent).toBe(percent);
  });

  it('tells the gap with its steps, its months and whether the employer carries it', () => {
    expect(judged([norwegian('B2')], { offers: { languageTrainingAtWork: true } }).gaps).toEqual([
      // From A2 to B2: five months to B1 and six to B2.
      { kind: 'language', needs: 'no B2 oral', has: 'no A2 oral', steps: 2, months: 11, closable: true, covered: true, strict: false, language: 'no' },
    ]);
  });

  it('knows nothing when the level is not mapped', () => {
    expect(judgeLanguage(pair(candidate({ languages: [{ language: 'no' }] }), asking({ languages: [norwegian('B1')] }))).percent).toBeNull();
    expect(judgeLanguage(pair(candidate({ languages: [] }), asking({ languages: [norwegian('B1')] }))).percent).toBeNull();
  });

  it('takes a language that a filled list leaves out as not held', () => {
    expect(judgeLanguage(pair(candidate({ languages: [{ language: 'uk', native: true }] }), asking({ languages: [norwegian('A2')] }))).gaps).toMatchObject([{ has: 'no none oral', steps: 2 }]);
  });

  it('reads bokmål and nynorsk as Norwegian, and native as C2 but for writing said otherwise', () => {
    const native = candidate({ languages: [{ language: 'nn', native: true, written: 'A1' }] });
    expect(judgeLanguage(pair(native, asking({ languages: [{ anyOf: [{ language: 'no', oral: 'C2' }] }] }))).percent).toBe(100);
    expect(judgeLanguage(pair(native, asking({ languages: [{ anyOf: [{ language: 'no', written: 'A2' }] }] }))).percent).toBe(55);
  });
});

describe('education', () => {
  const strict = { education: { minLevel: 4, fields: ['571'], strict: true } } as const;
  it('is met by the level and the field at the depth both give', () => {
    expect(judgeEducation(pair(candidate({ education: [{ level: 4, fields: [5] }] }), asking({ education: { minLevel: 4, fields: ['571'] } }))).percent).toBe(100);
  });

  it('lets years in the work count as the paper unless it is strict', () => {
    const without = candidate({ education: [{ level: 2 }] });
    expect(judgeEducation(pair(without, asking({ education: { minLevel: 4 } })))).toMatchObject({ percent: 100, because: { code: 'education.by-experience' } });
    // Two levels short: 100 - 2 * 30 = 40.
    expect(judgeEducation(pair(without, asking({ education: { minLevel: 4, strict: true } })))).toMatchObject({ percent: 40, gaps: [{ kind: 'education', strict: true, closable: false, steps: 2 }] });
  });

  it('asks for recognition only where the demand is strict', () => {
    const held = candidate({ education: [{ level: 4, fields: ['571'], recognition: 'none' }] });
    expect(judgeEducation(pair(held, asking(strict)))).toMatchObject({ percent: 60, gaps: [{ kind: 'recognition', has: 'none', closable: true }] });
    expect(judgeEducation(pair(held, asking({ education: { ...strict.education, strict: false } }))).gaps).toEqual([]);
  });

  it('does not know whether an education is recognised when nobody wrote it down', () => {
    expect(judgeEducation(pair(candidate(), asking(strict)))).toMatchObject({ percent: null, gaps: [{ kind: 'recognition', has: null }] });
  });

  it('knows nothing when education and years are not mapped', () => {
    expect(judgeEducation(pair(candidate({ education: [], occupations: [{ styrk: '7115' }] }), asking({ education: { minLevel: 4 } }))).percent).toBeNull();
  });
});

describe('experience', () => {
  it.each([[10, 5, 100], [2, 5, 40], [0, 5, 0]])('of %i years against %i is worth %i', (years, demanded, percent) => {
    expect(judgeExperience(pair(candidate({ occupations: [{ styrk: '7115', years }] }), asking({ experienceYears: demanded }))).percent).toBe(percent);
  });

  it('adds up over works near the vacancy', () => {
    const both = candidate({ occupations: [{ styrk: '7115', years: 1 }, { styrk: '7115', years: 2 }] });
    expect(judgeExperience(pair(both, asking({ experienceYears: 3 }))).percent).toBe(100);
  });

  it('is not known when the years are not', () => {
    expect(judgeExperience(pair(candidate({ occupations: [{ styrk: '7115' }] }), asking({ experienceYears: 3 }))).percent).toBeNull();
  });
});

describe('certificates and licences', () => {
  it.each([
    ['a class that a higher one includes', { driversLicence: ['C1' as const, 'CE' as const] }, { driversLicence: ['B', 'C'] }, 100],
    ['a class that a list leaves out', { driversLicence: ['B' as const] }, { driversLicence: ['C'] }, null],
    ['no class at all', { driversLicence: [] }, { driversLicence: ['C'] }, 0],
    ['a certificate under another name', { certificates: ['Truck T1'] }, { certificates: ['truck-T1'] }, 100],
    ['a short course that a list leaves out', { certificates: ['hygiene'] }, { certificates: ['truck-T1'] }, null],
    ['no certificates at all', { certificates: [] }, { certificates: ['truck-T1'] }, 0],
    ['a trade certificate missing', { certificates: [] }, { certificates: ['fagbrev'] }, 0],
    ['a course that takes a licence first', { certificates: [], driversLicence: ['B' as const] }, { certificates: ['ysk'] }, 0],
    ['the same course with the licence', { certificates: [], driversLicence: ['C' as const] }, { certificates: ['ysk'] }, 0],
  ])('%s', (_, held, requirements, percent) => {
    expect(judgeCertificates(pair(candidate(held), asking(requirements))).percent).toBe(percent);
  });

  it('deducts nothing where the employer gives the course, and says so in a covered gap', () => {
    expect(judgeCertificates(pair(candidate(), asking({ certificates: ['truck-T1'] }, { offers: { shortCourse: true } })))).toMatchObject({ percent: 100, gaps: [{ covered: true }] });
  });

  it('knows nothing of what was not mapped', () => {
    const { certificates: _, driversLicence: __, ...silent } = candidate();
    expect(judgeCertificates(pair(silent, asking({ certificates: ['truck-T1'] }))).percent).toBeNull();
    expect(judgeCertificates(pair(silent, asking({ driversLicence: ['B'] }))).percent).toBeNull();
  });
});

describe('authorisation', () => {
  const nurse = asking({ authorisation: 'nurse' }, { styrk: '2223' });
  it.each([
    ['held as a certificate', { certificates: ['authorisation:nurse'] }, 100, 0],
    ['granted', { authorisations: [{ profession: 'sykepleier', status: 'granted' as const }] }, 100, 0],
    ['applied for', { authorisations: [{ profession: 'nurse', status: 'applied' as const }] }, 0, 1],
    ['not registered', {}, null, 1],
  ])('%s', (_, held, percent, gaps) => {
    const judged = judgeAuthorisation(pair(candidate(held), nurse));
    expect(judged.percent).toBe(percent);
    expect(judged.gaps).toHaveLength(gaps);
  });

  it('weighs nothing where none is asked for', () => {
    expect(judgeAuthorisation(pair(candidate(), vacancy()))).toMatchObject({ percent: null, applies: false });
  });
});

describe('reach', () => {
  const from = (changes: Parameters<typeof candidate>[0], municipality: string, more: Partial<VacancyRecord> = {}): ReturnType<typeof judgeReach> => judgeReach(pair(candidate(changes), vacancy({ municipality, ...more })));
  it.each([
    // 30 of 40 minutes: 100 - 20 * 30 / 40 = 85.
    ['within the limit', {}, '2000', 85],
    // 30 minutes against 25: within the ten minutes' slack.
    ['slightly above', { maxCommuteMinutes: 25 }, '2000', 30],
    ['clearly above', { maxCommuteMinutes: 15 }, '2000', 0],
    ['far off', {}, '3000', 0],
    ['far off for someone willing to move', { willingToRelocate: true }, '3000', 25],
    // Without a car 50 minutes against 40: the slack is 10.
    ['by bus', { ownCar: false }, '2000', 30],
  ])('%s', (_, changes, place, percent) => {
    expect(from(changes, place).percent).toBe(percent);
  });

  it('has no distance when the work is remote', () => {
    expect(from({}, '3000', { remote: true }).percent).toBe(100);
  });

  it('sees that no bus runs to a night shift', () => {
    expect(from({ ownCar: false, maxCommuteMinutes: 60 }, '2000', { workingHours: ['night'] })).toMatchObject({ percent: 30, because: { code: 'reach.no-bus' } });
  });
});

describe('hours', () => {
  const of = (preferences: NonNullable<Parameters<typeof candidate>[0]>['preferences'], more: Partial<VacancyRecord>): ReturnType<typeof judgeHours> =>
    judgeHours(pair(candidate(preferences === undefined ? {} : { preferences }), vacancy(more)));
  it.each([
    ['a percentage within the range', { minPercent: 50, maxPercent: 100 }, { percent: 80 }, 100],
    ['ranges that overlap', { maxPercent: 60 }, { minPercent: 50, maxPercent: 100 }, 100],
    ['a little above', { maxPercent: 80 }, { percent: 100 }, 30],
    ['far above', { maxPercent: 50 }, { percent: 100 }, 0],
    ['hours the person cannot work', { unavailableHours: ['night' as const] }, { workingHours: ['day' as const, 'night' as const] }, 0],
    ['hours that suit', { unavailableHours: ['night' as const] }, { workingHours: ['day' as const] }, 100],
    ['a rotating shift that may clash', { unavailableHours: ['night' as const] }, { workingHours: ['shift' as const] }, 40],
  ])('%s', (_, preferences, more, percent) => {
    expect(of(preferences, more).percent).toBe(percent);
  });

  it('is not known when nobody has said anything', () => {
    expect(of(undefined, { percent: 100, workingHours: ['night'] }).percent).toBeNull();
  });
});

describe('preference', () => {
  const of = (preferences: NonNullable<Parameters<typeof candidate>[0]>['preferences'], styrk: string): ReturnType<typeof judgePreference> =>
    judgePreference(pair(candidate(preferences === undefined ? {} : { preferences }), vacancy({ styrk })));
  it.each([
    ['a wish', { styrk: ['91'], openToAnyWork: false }, '9112', 100],
    ['the own field only, and it is', { openToAnyWork: false }, '7115', 100],
    ['the own field only, and it is not', { openToAnyWork: false }, '9112', 0],
    ['open to any work', { openToAnyWork: true }, '9112', 70],
    ['another wish', { styrk: ['5321'] }, '9112', 60],
  ])('%s', (_, preferences, styrk, percent) => {
    expect(of(preferences, styrk).percent).toBe(percent);
  });

  it('is not known when no wish is registered', () => {
    expect(of(undefined, '9112').percent).toBeNull();
  });
});

describe('skills', () => {
  const ad = vacancy({ description: 'Du monterer kjøkken og legger parkett hos kundene våre.' });
  // One phrase of three found whole: 1 / 3 = 33.
  it('finds the words of the record in the ad, inflected', () => {
    expect(judgeSkills(pair(candidate({ skills: ['legge parkett', 'sveising'] }), ad)).percent).toBe(33);
  });

  it('never loses by one more skill', () => {
    const few = judgeSkills(pair(candidate({ skills: ['parkett'] }), ad)).percent ?? 0;
    expect(judgeSkills(pair(candidate({ skills: ['parkett', 'sveising', 'kjøkken'] }), ad)).percent).toBeGreaterThanOrEqual(few);
  });

  it('knows nothing of a record without words', () => {
    expect(judgeSkills(pair(candidate(), ad)).percent).toBeNull();
  });
});

it('fills in from the ad text what the record leaves out', () => {
  const read = smallWorld({ requirements: { driversLicence: ['C'], languages: [norwegian('B1')] } });
  expect(judgeCertificates(pair(candidate(), vacancy(), read)).gaps).toMatchObject([{ kind: 'licence', needs: 'C', closable: false }]);
  expect(judgeLanguage(pair(candidate(), vacancy(), read)).percent).toBe(55);
  // An employer who has stated demands in fields has stated them.
  expect(judgeCertificates(pair(candidate(), asking({ driversLicence: ['B'] }), read)).percent).toBe(100);
  expect(judgeLanguage(pair(candidate(), asking({ driversLicence: ['B'] }), read)).percent).toBe(100);
});
