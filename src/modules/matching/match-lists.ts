import { profileCandidate, type CandidateProfile } from '../../core/matching/candidate-profile.js';
import type { MatchingContext } from '../../core/matching/context.js';
import { matchPair, type Match } from '../../core/matching/match.js';
import { rank } from '../../core/matching/rank.js';
import { profileVacancy, type VacancyProfile } from '../../core/matching/vacancy-profile.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';

export type Direction = 'candidates' | 'vacancies';

export interface ListOptions {
  /** Longest list, >= 0. */
  readonly top: number;
  /** Whether `not-now` pairs are listed too. */
  readonly all: boolean;
}

/** One ranked list: whom or what it is for, and its matches best first. */
export interface MatchList {
  readonly of: string;
  readonly matches: readonly Match[];
}

/** Ranks every candidate's vacancies, or every vacancy's candidates, in the order of the records given. */
export function matchLists(
  records: { readonly candidates: readonly CandidateRecord[]; readonly vacancies: readonly VacancyRecord[] },
  { direction, ...options }: ListOptions & { readonly direction: Direction },
  context: MatchingContext,
): MatchList[] {
  const candidates = records.candidates.map((record) => profileCandidate(record, context));
  const vacancies = records.vacancies.map((record) => profileVacancy(record, context));
  return direction === 'candidates'
    ? candidates.map((candidate) => ({ of: candidate.id, matches: rank(pairsOfCandidate(candidate, vacancies, context), options) }))
    : vacancies.map((vacancy) => ({ of: vacancy.id, matches: rank(pairsOfVacancy(vacancy, candidates, context), options) }));
}

export function* pairsOfCandidate(candidate: CandidateProfile, vacancies: Iterable<VacancyProfile>, context: MatchingContext): Generator<Match> {
  for (const vacancy of vacancies) yield matchPair(candidate, vacancy, context);
}

export function* pairsOfVacancy(vacancy: VacancyProfile, candidates: Iterable<CandidateProfile>, context: MatchingContext): Generator<Match> {
  for (const candidate of candidates) yield matchPair(candidate, vacancy, context);
}
