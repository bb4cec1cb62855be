import type { MatchingContext } from '../../core/matching/context.js';
import type { Match } from '../../core/matching/match.js';
import { propose, type Proposal } from '../../core/measures/propose.js';
import type { MeasureRules } from '../../core/measures/rule-set.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';

/** The measures that answer the gaps of one match. */
export function measuresFor(
  match: Match, records: { readonly candidate: CandidateRecord; readonly vacancy: VacancyRecord },
  { context, rules }: { readonly context: MatchingContext; readonly rules: MeasureRules },
): readonly Proposal[] {
  const { candidate, vacancy } = records;
  return propose({ candidate, vacancy: asRead(vacancy, context), gaps: match.gaps, band: match.band, on: context.on, names: namesOf(context) }, rules);
}

/** The vacancy with what its text says filled in where its own fields are silent. */
export function asRead(vacancy: VacancyRecord, context: MatchingContext): VacancyRecord {
  const { access: _, ...read } = context.readAd({ title: vacancy.title, text: vacancy.description ?? '' });
  return { ...read, ...vacancy, offers: { ...read.offers, ...vacancy.offers }, requirements: { ...read.requirements, ...vacancy.requirements } };
}

const names = new WeakMap<MatchingContext['tables'], ReadonlyMap<string, string>>();

/** Names to show for the ids that stand in gaps. */
function namesOf({ tables }: MatchingContext): ReadonlyMap<string, string> {
  const known = names.get(tables);
  if (known) return known;
  const made = new Map([...tables.certificates.values(), ...tables.regulatedProfessions.values()].map(({ id, name }) => [id, name]));
  names.set(tables, made);
  return made;
}
