import type { CandidateProfile } from '../../core/matching/candidate-profile.js';
import type { MatchingContext } from '../../core/matching/context.js';
import type { VacancyProfile } from '../../core/matching/vacancy-profile.js';
import { forEmployer } from '../../core/measures/texts/for-employer.js';
import type { Basis, PairPlan } from './pair-plan.js';

/** What the person has said yes to sharing with this employer for this vacancy. */
export interface Sharing {
  readonly language: boolean;
  readonly support: boolean;
}

/** How sure a reading of a job must be before an employer is told that the person has done it, in [0, 1]. */
const SURE_ENOUGH = 0.6;
const MOST_NAMED = 3;

/** Everything an employer is told of a match, in bokmål: nothing of status, language or support without the person's yes. */
export function employerText({ match, proposals, candidate, vacancy }: PairPlan, title: string, { sharing, context, rules }: Basis & { readonly sharing: Sharing }): readonly string[] {
  const certificateNames = new Map([...context.tables.certificates.values()].map(({ id, name }) => [id, name]));
  return forEmployer({
    parts: match.parts.map(({ criterion, percent }) => ({ criterion, value: percent === null ? null : percent / 100 })),
    gaps: match.gaps, measures: proposals, title, occupations: relatedWork(candidate, vacancy, context), certificateNames,
  }, { language: sharing.language, ...(sharing.support ? { measures: rules } : {}) });
}

/** Official names of work the person has done that the vacancy can use, nearest first. Work far from it is nobody's business here. */
function relatedWork(candidate: CandidateProfile, vacancy: VacancyProfile, { tables: { similarity, styrk }, policy }: MatchingContext): readonly string[] {
  const to = vacancy.readings[0]?.index;
  if (to === undefined) return [];
  const near = new Map<string, number>();
  for (const { readings } of candidate.competence.work) {
    const [first] = readings;
    if (first === undefined || first.weight < SURE_ENOUGH) continue;
    const percent = similarity.percent[first.index * similarity.codes.length + to] ?? 0;
    const name = styrk.get(similarity.codes[first.index] ?? '')?.name;
    if (name !== undefined && percent >= policy.occupation.related) near.set(name, Math.max(percent, near.get(name) ?? 0));
  }
  return [...near].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMED).map(([name]) => name);
}
