import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CandidateRecord } from '../records/candidate.js';
import { CEFR_LEVELS, type CefrLevel } from '../records/cefr.js';
import type { VacancyRecord } from '../records/vacancy.js';
import { CODES, candidate, match, smallWorld, vacancy } from './testing/small-world.js';
import { profileCandidate } from './candidate-profile.js';
import { matchPair, matchToPropose } from './match.js';
import { compareMatches, rank } from './rank.js';
import { profileVacancy } from './vacancy-profile.js';
import { viewOf } from './view.js';

describe('bands', () => {
  const nurseJob = vacancy({ styrk: '2223', requirements: { authorisation: 'nurse' } });
  const nurse = candidate({ occupations: [{ styrk: '2223', years: 6, lastYear: 2025 }], education: [{ level: 6, fields: ['611'] }] });
  const cleaning = vacancy({ styrk: '9112', title: 'Renholder' });
  it.each<[string, CandidateRecord, VacancyRecord, string]>([
    ['own work, nothing missing', candidate(), vacancy(), 'direct'],
    ['own work, one language step short', candidate(), vacancy({ requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }] }] } }), 'fast-track'],
    ['own work, two steps short and nobody to help', candidate(), vacancy({ requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B2' }] }] } }), 'qualification'],
    ['own work, two steps short with a mentor', candidate(), vacancy({ offers: { mentor: true }, requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B2' }] }] } }), 'fast-track'],
    ['an absolute language demand', candidate(), vacancy({ offers: { mentor: true }, requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }], strict: true }] } }), 'not-now'],
    ['adjacent work', candidate(), vacancy({ styrk: '7119' }), 'fast-track'],
    ['adjacent work and two steps short', candidate(), vacancy({ styrk: '7119', offers: { mentor: true }, requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B2' }] }] } }), 'qualification'],
    ['a short course missing', candidate(), vacancy({ requirements: { certificates: ['truck-T1'] } }), 'fast-track'],
    ['a short course the employer gives', candidate(), vacancy({ requirements: { certificates: ['truck-T1'] }, offers: { shortCourse: true } }), 'direct'],
    ['a licence class missing', candidate(), vacancy({ requirements: { driversLicence: ['C'] } }), 'not-now'],
    ['no authorisation', candidate({ ...nurse, authorisations: [{ profession: 'nurse', status: 'none' }] }), nurseJob, 'qualification'],
    ['an authorisation nobody has registered', nurse, nurseJob, 'qualification'],
    ['an authorisation granted', candidate({ ...nurse, certificates: ['authorisation:nurse'] }), nurseJob, 'direct'],
    ['strict education missing', candidate({ education: [{ level: 2 }] }), vacancy({ requirements: { education: { minLevel: 4, strict: true } } }), 'not-now'],
    ['out of reach', candidate(), vacancy({ municipality: '3000' }), 'not-now'],
    ['own work elsewhere for someone willing to move', candidate({ willingToRelocate: true }), vacancy({ municipality: '3000' }), 'fast-track'],
    ['unskilled work elsewhere', candidate({ willingToRelocate: true, preferences: { openToAnyWork: true } }), vacancy({ styrk: '9112', municipality: '3000' }), 'not-now'],
    ['unskilled work for someone open to it', candidate({ preferences: { openToAnyWork: true } }), cleaning, 'fast-track'],
    ['unskilled work for someone whose wishes are not known', candidate(), cleaning, 'qualification'],
    ['unskilled work against the wishes', candidate({ preferences: { openToAnyWork: false } }), cleaning, 'not-now'],
    ['skilled work far from the own', candidate({ preferences: { openToAnyWork: true } }), vacancy({ styrk: '2223' }), 'not-now'],
    ['hours the person cannot work', candidate({ preferences: { unavailableHours: ['night'] } }), vacancy({ workingHours: ['night'] }), 'not-now'],
    ['entry-level work for someone without experience', candidate({ occupations: [], education: [] }), cleaning, 'fast-track'],
  ])('%s', (_, one, other, band) => {
    expect(match(one, other).band).toBe(band);
  });

  it('always names the gap that holds a pair back', () => {
    expect(match(candidate(), vacancy({ requirements: { driversLicence: ['C'] } })).gaps).toMatchObject([{ kind: 'licence', needs: 'C', has: 'AM/B', closable: false }]);
  });

  it('counts one step of language for trivial in practice in production and cleaning, for someone open to any work', () => {
    const practice = vacancy({ styrk: '9112', offers: { workTraining: true }, requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }] }] } });
    const open = candidate({ preferences: { openToAnyWork: true } });
    expect(match(open, practice).band).toBe('fast-track');
    expect(match(open, { ...practice, offers: {} }).band).toBe('not-now');
  });
});

const anyLevel = fc.constantFrom(...CEFR_LEVELS);
const anyDemanded = fc.constantFrom(...CEFR_LEVELS.slice(1)) as fc.Arbitrary<'A1' | 'B1' | 'C1'>;
const anyCode = fc.constantFrom(...CODES);
const anyPlace = fc.constantFrom('1000', '2000', '3000');
const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> => fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const anyCandidate = fc.record({
  base: optional({
    certificates: fc.subarray(['truck-T1', 'fagbrev', 'authorisation:nurse']), driversLicence: fc.subarray(['B', 'C', 'CE'] as const), ownCar: fc.boolean(),
    maxCommuteMinutes: fc.integer({ min: 0, max: 240 }), willingToRelocate: fc.boolean(), skills: fc.subarray(['parkett', 'sveising']),
    preferences: optional({ styrk: fc.subarray(['7115', '91']), openToAnyWork: fc.boolean(), maxPercent: fc.integer({ min: 20, max: 100 }), unavailableHours: fc.subarray(['night', 'weekend'] as const) }),
  }),
  municipality: anyPlace,
  occupations: fc.array(fc.record({ styrk: fc.oneof(anyCode, fc.constant('71')), years: fc.integer({ min: 0, max: 30 }) }), { maxLength: 3 }),
  education: fc.array(fc.record({ level: fc.integer({ min: 0, max: 8 }), fields: fc.subarray([5, '571', '611']) }), { maxLength: 2 }),
  norwegian: anyLevel, english: anyLevel,
}).map(({ base, norwegian, english, ...rest }) => candidate({
  ...base, ...rest, languages: [{ language: 'no', oral: norwegian, written: norwegian }, { language: 'en', oral: english }],
} as Partial<CandidateRecord>));

const anyVacancy = fc.record({
  styrk: anyCode, municipality: anyPlace,
  more: optional({ percent: fc.integer({ min: 10, max: 100 }), workingHours: fc.subarray(['day', 'night', 'shift'] as const), offers: optional({ mentor: fc.boolean(), workTraining: fc.boolean(), shortCourse: fc.boolean() }) }),
  requirements: optional({
    experienceYears: fc.integer({ min: 0, max: 10 }), authorisation: fc.constant('nurse'), certificates: fc.subarray(['truck-T1', 'fagbrev']), driversLicence: fc.subarray(['B', 'C']),
    education: fc.record({ minLevel: fc.integer({ min: 0, max: 7 }), fields: fc.subarray(['571', '611']), strict: fc.boolean() }),
    languages: fc.array(fc.record({ anyOf: fc.array(fc.record({ language: fc.constantFrom('no', 'en'), oral: anyDemanded, written: anyDemanded }, { requiredKeys: ['language'] }), { minLength: 1, maxLength: 2 }), strict: fc.boolean() }), { maxLength: 2 }),
  }),
}).map(({ more, ...rest }) => vacancy({ ...more, ...rest } as Partial<VacancyRecord>));

const scoreOf = (one: CandidateRecord, other: VacancyRecord): number => match(one, other).scoreHundredths;
const isAtLeast = (better: CandidateRecord, worse: CandidateRecord, other: VacancyRecord): void => {
  expect(scoreOf(better, other)).toBeGreaterThanOrEqual(scoreOf(worse, other));
};

describe('a match', () => {
  it('adds up exactly, as printed', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, (one, other) => {
      const { score, parts } = viewOf(match(one, other), 1);
      expect(parts.reduce((sum, { points }) => sum + Math.round(points * 100), 0)).toBe(Math.round(score * 100));
      expect(parts.every(({ because }) => because !== '')).toBe(true);
    }));
  });

  it('never falls with better language', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, fc.nat(1), (one, other, which) => {
      const better = (level: CefrLevel | undefined): CefrLevel => CEFR_LEVELS[Math.min(6, CEFR_LEVELS.indexOf(level ?? 'none') + 1)] ?? 'C2';
      const languages = one.languages.map((held, index) => (index === which ? { ...held, oral: better(held.oral) } : held));
      isAtLeast({ ...one, languages }, one, other);
      const written = one.languages.map((held, index) => (index === which && held.written !== undefined ? { ...held, written: better(held.written) } : held));
      isAtLeast({ ...one, languages: written }, one, other);
    }), { numRuns: 500 });
  });

  it('never falls with one more certificate or licence', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, fc.constantFrom('truck-T1', 'fagbrev', 'authorisation:nurse'), (one, other, certificate) => {
      isAtLeast({ ...one, certificates: [...(one.certificates ?? []), certificate] }, one, other);
    }));
    fc.assert(fc.property(anyCandidate, anyVacancy, fc.constantFrom('T', 'B', 'CE'), (one, other, licence) => {
      isAtLeast({ ...one, driversLicence: [...(one.driversLicence ?? []), licence] }, one, other);
    }));
  });

  it('never falls with more years', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, fc.integer({ min: 1, max: 20 }), (one, other, more) => {
      isAtLeast({ ...one, occupations: one.occupations.map((work) => ({ ...work, years: (work.years ?? 0) + more })) }, one, other);
    }));
  });

  it('never falls with a shorter way', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, (one, other) => {
      const [near, middle, far] = ['1000', '2000', '3000'].map((municipality) => ({ ...other, municipality }));
      const home = { ...one, municipality: '1000' };
      if (near === undefined || middle === undefined || far === undefined) return;
      expect(scoreOf(home, near)).toBeGreaterThanOrEqual(scoreOf(home, middle));
      expect(scoreOf(home, middle)).toBeGreaterThanOrEqual(scoreOf(home, far));
    }));
  });

  it('never sees name, birth year, gender, country or ground of residence', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, (one, other) => {
      const swapped: CandidateRecord = {
        ...one, name: 'En Annen', birthYear: 1950, gender: 'female', protection: 'family-reunion', education: one.education.map((held) => ({ ...held, country: 'SY' })),
      };
      expect(match(swapped, other)).toEqual(match(one, other));
    }));
  });

  it('takes an alternative more as at least as good', () => {
    const demand = (...anyOf: { language: string; oral: 'A1' | 'B1' | 'C1' }[]): VacancyRecord => vacancy({ requirements: { languages: [{ anyOf }] } });
    fc.assert(fc.property(anyCandidate, anyDemanded, anyDemanded, (one, norwegian, english) => {
      const no = { language: 'no', oral: norwegian }, en = { language: 'en', oral: english };
      const both = scoreOf(one, demand(no, en));
      expect(both).toBeGreaterThanOrEqual(Math.max(scoreOf(one, demand(no)), scoreOf(one, demand(en))));
    }));
  });

  it('never counts what is not known as 0', () => {
    const fields = ['certificates', 'driversLicence', 'ownCar', 'maxCommuteMinutes', 'preferences', 'skills'] as const;
    fc.assert(fc.property(anyCandidate, anyVacancy, fc.constantFrom(...fields), (one, other, field) => {
      const { [field]: _, ...silent } = one;
      const { parts } = match(silent, other);
      const criterion = { certificates: 'certificates', driversLicence: 'certificates', ownCar: 'reach', maxCommuteMinutes: 'reach', preferences: 'preference', skills: 'skills' }[field];
      const part = parts.find((each) => each.criterion === criterion);
      if (part?.percent === null) expect(part.weightHundredths).toBe(0);
      if (field === 'preferences') expect(part?.percent).toBeNull();
    }));
  });

  it('does not depend on the order of what a record lists', () => {
    fc.assert(fc.property(anyCandidate, anyVacancy, (one, other) => {
      const turned: CandidateRecord = { ...one, occupations: [...one.occupations].reverse(), education: [...one.education].reverse(), languages: [...one.languages].reverse() };
      expect(scoreOf(turned, other)).toBe(scoreOf(one, other));
      expect(match(turned, other).band).toBe(match(one, other).band);
    }));
  });
});

it('finds the same matches when it stops at the first barrier', () => {
  const context = smallWorld();
  fc.assert(fc.property(anyCandidate, anyVacancy, (one, other) => {
    const profiles = [profileCandidate(one, context), profileVacancy(other, context)] as const;
    const full = matchPair(...profiles, context);
    expect(matchToPropose(...profiles, context)).toEqual(full.band === 'not-now' ? null : full);
  }));
});

describe('rank', () => {
  const vacancies = ['V3', 'V1', 'V2'].map((externalId) => vacancy({ externalId }));
  const far = vacancy({ externalId: 'V0', municipality: '3000' });

  it('puts the band first, then the score, then the id', () => {
    const better = vacancy({ externalId: 'V9', styrk: '7119' });
    const list = rank([better, ...vacancies].map((other) => match(candidate(), other)), { top: 10, all: false });
    expect(list.map((one) => [one.vacancy, one.band])).toEqual([['V1', 'direct'], ['V2', 'direct'], ['V3', 'direct'], ['V9', 'fast-track']]);
  });

  it('leaves out what is not for now unless asked', () => {
    expect(rank([match(candidate(), far)], { top: 10, all: false })).toEqual([]);
    expect(rank([match(candidate(), far)], { top: 10, all: true })).toHaveLength(1);
  });

  it('gives the same first ones whatever the order they come in, as a full sort would', () => {
    const anyList = fc.uniqueArray(fc.tuple(fc.nat(99), anyVacancy), { selector: ([id]) => id, maxLength: 40 })
      .map((numbered) => numbered.map(([id, other]) => match(candidate({ willingToRelocate: true }), { ...other, externalId: `V${String(id)}` })));
    fc.assert(fc.property(anyList, fc.nat(8), (list, top) => {
      const sorted = [...list].sort(compareMatches).slice(0, top);
      expect(rank(list, { top, all: true })).toEqual(sorted);
      expect(rank([...list].reverse(), { top, all: true })).toEqual(sorted);
    }), { numRuns: 50 });
  });
});
