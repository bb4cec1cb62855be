import type { CandidateRecord } from '../../records/candidate.js';
import type { VacancyRecord } from '../../records/vacancy.js';
import { profileCandidate } from '../candidate-profile.js';
import type { AdReading, Journey, MatchingContext } from '../context.js';
import { matchPair, type Match } from '../match.js';
import { pairOf, type Pair } from '../pair.js';
import type { ScoringPolicy } from '../policy.js';
import { profileVacancy } from '../vacancy-profile.js';

/** A world small enough to work out by hand: six occupations, three places. */
export const CODES = ['2223', '4321', '5321', '7115', '7119', '9112'] as const;

/** From row to column: 5321 health-care worker is near 2223 nurse one way, 7115 carpenter near 7119. */
const SIMILARITY = [
  //  2223 4321 5321 7115 7119 9112
  [100, 2, 90, 0, 0, 5], // 2223 nurse
  [1, 100, 2, 3, 5, 10], // 4321 warehouse
  [40, 2, 100, 0, 0, 10], // 5321 health-care worker
  [0, 4, 0, 100, 70, 5], // 7115 carpenter
  [0, 4, 0, 60, 100, 5], // 7119 other building trade
  [0, 10, 8, 2, 2, 100], // 9112 cleaner
].flat();

export const policy: ScoringPolicy = {
  version: 'test', validFrom: '2026-01-01', source: 'test',
  weights: { occupation: 40, education: 10, experience: 10, language: 20, certificates: 10, authorisation: 10, skills: 5, reach: 10, hours: 5, preference: 5 },
  occupation: {
    own: 80, adjacent: 50, related: 30, bestReadingPercent: 60,
    recency: { freshYears: 8, staleYears: 20, floorPercent: 85 }, experience: { startPercent: 80, fullYears: 3, unknownPercent: 96 },
    educationOnly: [0, 25, 55, 70], educationOnlyLevelsAbove: 1, entryLevelFit: 60, entryLevelMaxLevel: 3, learntOnTheJobMaxLevel: 4, languageAsCompetence: 65, welcomedBackground: 70, peopleWorkStyrk: ['22', '5'], mostFromShortCode: 79,
  },
  education: { perLevelShort: 30, otherField: 45, unrecognised: 60, experienceYearsForPaper: 3, recognitionMonths: 4, monthsPerLevel: 18 },
  language: { valueHelped: [100, 85, 45, 20, 5, 0, 0], valueUnhelped: [100, 55, 15, 0, 0, 0, 0], monthsToLevel: [3, 4, 5, 6, 6, 6], ordinary: ['no', 'en', 'sv', 'da'] },
  certificates: { missingShort: 0, missingLong: 0, courseMonths: 1, longMonths: 12, formalities: ['police'] },
  reach: { usualMinutes: 60, slightlyAbovePercent: 25, usualSlackPercent: 50, slackMinutes: 10, slightlyAbove: 30, relocation: 25, atLimit: 80, noBusMinutes: 20 },
  hours: { negotiablePoints: 25, negotiable: 30, mayClash: 40 },
  preference: { open: 70, openUnknown: 60, adjacent: 75 },
  bands: { fastTrackMonths: 6, carriedSteps: 2, practiceStyrk: ['91'], anyoneStyrk: ['91', '93'], higherEducation: 6, unaskedFit: 60 },
};

const education = (usualLevel: number, ...fields: string[]): { usualLevel: number; fields: string[] } => ({ usualLevel, fields });

/** Minutes between the three places: 1000–2000 half an hour by car, 3000 far from both. */
const journey = (from: string, to: string): Journey => {
  if (from === to) return { distanceKm: 5, minutesByCar: 10, minutesByPublicTransport: 20 };
  return from === '3000' || to === '3000'
    ? { distanceKm: 500, minutesByCar: 400, minutesByPublicTransport: 500 }
    : { distanceKm: 30, minutesByCar: 30, minutesByPublicTransport: 50 };
};

/** @param read what the ad's text says beyond the record's fields */
export function smallWorld(read: AdReading = {}): MatchingContext {
  return {
    on: '2026-11-22', policy, travel: journey, readAd: () => read,
    readTitle: (title) => (title === 'tømrer' ? [{ styrk: '7115', confidence: 0.9 }] : []),
    tables: {
      dataVersion: 'test',
      styrk: new Map(CODES.map((code) => [code, { code, name: `yrke ${code}` }])),
      similarity: { codes: CODES, percent: Uint8Array.from(SIMILARITY) },
      occupationEducation: new Map([
        ['2223', education(6, '611')], ['4321', education(3)], ['5321', education(4, '611')], ['7115', education(4, '571')], ['7119', education(4, '57')], ['9112', education(2)],
      ]),
      regulatedProfessions: new Map([['nurse', { id: 'nurse', name: 'sykepleier', aliases: ['sykepleier'], styrk: ['2223'], source: 'test', usualMonths: 18 }]]),
      certificates: new Map([
        ['truck-T1', { id: 'truck-T1', name: 'Truckførerbevis T1', aliases: ['truck t1'], courseDays: 5, includedIn: [], needsLicence: null }],
        ['ysk', { id: 'ysk', name: 'Yrkessjåførkompetanse', aliases: ['ysk'], courseDays: 20, includedIn: [], needsLicence: 'C' }],
        ['fagbrev', { id: 'fagbrev', name: 'Fagbrev', aliases: [], courseDays: null, includedIn: [], needsLicence: null }],
      ]),
      municipalities: new Map(), postCodes: new Map(), travel: { links: [] }, educationLevels: new Map(), educationFields: new Map(),
    },
  };
}

/** A carpenter of ten years in 1000 who meets everything a plain carpenter's vacancy asks. */
export const carpenter: CandidateRecord = {
  externalId: 'C1', municipality: '1000', education: [{ level: 4, fields: ['571'] }],
  occupations: [{ styrk: '7115', years: 10, lastYear: 2026 }],
  languages: [{ language: 'uk', native: true }, { language: 'no', oral: 'A2', written: 'A2' }],
  certificates: [], driversLicence: ['B'], ownCar: true, maxCommuteMinutes: 40,
};

export const carpentry: VacancyRecord = {
  externalId: 'V1', title: 'Tømrer', employer: { name: 'Bygg AS' }, styrk: '7115', municipality: '1000',
};

export const candidate = (changes: Partial<CandidateRecord> = {}): CandidateRecord => ({ ...carpenter, ...changes });
export const vacancy = (changes: Partial<VacancyRecord> = {}): VacancyRecord => ({ ...carpentry, ...changes });

/** The two records read as a pair, for judging one criterion. */
export function pair(one: CandidateRecord, other: VacancyRecord, context = smallWorld()): Pair {
  return pairOf(profileCandidate(one, context), profileVacancy(other, context), context);
}

export function match(one: CandidateRecord, other: VacancyRecord, context = smallWorld()): Match {
  return matchPair(profileCandidate(one, context), profileVacancy(other, context), context);
}
