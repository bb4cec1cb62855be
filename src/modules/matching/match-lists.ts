import { profileCandidate } from '../../core/matching/candidate-profile.js';
import type { MatchingContext } from '../../core/matching/context.js';
import { matchPair, matchToPropose, type Match } from '../../core/matching/match.js';
import { rank } from '../../core/matching/rank.js';
import { profileVacancy } from '../../core/matching/vacancy-profile.js';
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
  const judge = options.all ? matchPair : matchToPropose;
  return direction === 'candidates'
    ? candidates.map((candidate) => ({ of: candidate.id, matches: rank(found(vacancies, (vacancy) => judge(candidate, vacancy, context)), options) }))
    : vacancies.map((vacancy) => ({ of: vacancy.id, matches: rank(found(candidates, (candidate) => judge(candidate, vacancy, context)), options) }));
}

function* found<Item>(items: Iterable<Item>, judgeOne: (item: Item) => Match | null): Generator<Match> {
  for (const item of items) {
    const match = judgeOne(item);
    if (match !== null) yield match;
  }
}
