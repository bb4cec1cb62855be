import type { MatchingContext } from '../../core/matching/context.js';
import { viewOf } from '../../core/matching/view.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import type { Knowledge } from './create-context.js';
import { matchLists, type ListOptions, type MatchList, type Direction } from './match-lists.js';
import { measuresFor } from './propose-measures.js';

export interface Records {
  readonly candidates: readonly CandidateRecord[];
  readonly vacancies: readonly VacancyRecord[];
}

/** The results of the contract, one ranked list at a time in the order of the records. */
export function* matchRecords(records: Records, options: ListOptions & { readonly direction: Direction }, { context, knowledge }: { context: MatchingContext; knowledge: Knowledge }): Generator<object> {
  const show = createShow(records, options.direction, { context, knowledge });
  for (const list of matchLists(records, options, context)) yield show(list);
}

function createShow(records: Records, direction: Direction, { context, knowledge }: { context: MatchingContext; knowledge: Knowledge }): (list: MatchList) => object {
  const candidateOf = new Map(records.candidates.map((record) => [record.externalId, record]));
  const vacancyOf = new Map(records.vacancies.map((record) => [record.externalId, record]));
  const [own, other] = direction === 'candidates' ? (['candidate', 'vacancy'] as const) : (['vacancy', 'candidate'] as const);
  return ({ of, matches }) => ({
    [own]: of,
    matches: matches.map((match, index) => {
      const candidate = candidateOf.get(match.candidate), vacancy = vacancyOf.get(match.vacancy);
      const measures = candidate && vacancy ? measuresFor(match, { candidate, vacancy }, { context, rules: knowledge.rules }) : [];
      return { [other]: match[other], ...viewOf(match, index + 1), measures };
    }),
  });
}
