import { competenceOf } from '../../core/matching/competence.js';
import type { MatchingContext } from '../../core/matching/context.js';
import type { Match } from '../../core/matching/match.js';
import { withReading } from '../../core/matching/read-vacancy.js';
import { propose, type Proposal } from '../../core/measures/propose.js';
import { inForce, type MeasureRules } from '../../core/measures/rule-set.js';
import { steppingStones, type SteppingStone } from '../../core/measures/stepping-stones.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';

/** The measures that answer the gaps of one match. */
export function measuresFor(
  match: Match, records: { readonly candidate: CandidateRecord; readonly vacancy: VacancyRecord },
  { context, rules }: { readonly context: MatchingContext; readonly rules: MeasureRules },
): readonly Proposal[] {
  const { candidate, vacancy } = records;
  const read = withReading(vacancy, context.readAd({ title: vacancy.title, text: vacancy.description ?? '' }));
  const stones = match.gaps.some(({ kind }) => kind === 'authorisation') ? { steppingStones: stonesOf(candidate, { context, rules }) } : {};
  return propose({ candidate, vacancy: read, gaps: match.gaps, band: match.band, on: context.on, names: namesOf(context), ...stones }, rules);
}

/** Most stepping-stones named: a suggestion, not a search. */
const MOST_STONES = 3;

/** Work to hold while authorisation is under way, from the likeliest reading of each job the person has done. */
function stonesOf(candidate: CandidateRecord, { context, rules }: { readonly context: MatchingContext; readonly rules: MeasureRules }): readonly SteppingStone[] {
  const { similarity, regulatedProfessions } = context.tables;
  const done = competenceOf(candidate, context).work.map(({ readings }) => similarity.codes[readings[0]?.index ?? -1]);
  const regulated = new Set([...regulatedProfessions.values()].flatMap(({ styrk }) => styrk));
  const leastPercent = inForce(rules.closingTimes, context.on)?.parameters.steppingStonePercent ?? 100;
  return steppingStones(done.filter((code) => code !== undefined), { similarity, regulated }, { leastPercent, most: MOST_STONES });
}

const names = new WeakMap<MatchingContext['tables'], ReadonlyMap<string, string>>();

/** Names to show for the ids that stand in gaps. */
export function namesOf({ tables }: MatchingContext): ReadonlyMap<string, string> {
  const known = names.get(tables);
  if (known) return known;
  const made = new Map([...tables.certificates.values(), ...tables.regulatedProfessions.values()].map(({ id, name }) => [id, name]));
  names.set(tables, made);
  return made;
}
