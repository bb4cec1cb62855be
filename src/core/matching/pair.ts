import type { CandidateProfile } from './candidate-profile.js';
import { yearsToward, type FitSource, type WorkDone } from './competence.js';
import type { MatchingContext } from './context.js';
import { languageCode } from './languages-held.js';
import { blend, type Reading } from './readings.js';
import type { VacancyProfile } from './vacancy-profile.js';
import { welcomedAmong } from './welcomed.js';

/**
 * How near the work is to what the person brings:
 * `own` the same work, `adjacent` much of it usable, `related` some of it, `unrelated` next to nothing,
 * `entry` work for anyone and a person with no work behind them, `unknown` the record or the ad does not say.
 */
export type Standing = 'own' | 'adjacent' | 'related' | 'unrelated' | 'entry' | 'unknown';

/** One candidate and one vacancy, with what every criterion asks first. */
export interface Pair {
  readonly candidate: CandidateProfile;
  readonly vacancy: VacancyProfile;
  readonly context: MatchingContext;
  readonly standing: Standing;
  /** How much of the work the person's competence covers, 0–100; null = not known. */
  readonly fit: number | null;
  readonly source: FitSource;
  /** Years in this or adjacent work, >= 0; null = not known. */
  readonly years: number | null;
  /** True: the employer says it helps newcomers along: mentor, buddy, language training or work training. */
  readonly helped: boolean;
}

export function pairOf(candidate: CandidateProfile, vacancy: VacancyProfile, context: MatchingContext): Pair {
  const { fit, source, standing } = fitOf(candidate, vacancy, context);
  const { mentor, buddy, languageTrainingAtWork, workTraining } = vacancy.offers;
  const first = vacancy.readings[0];
  return {
    candidate, vacancy, context, standing, fit, source,
    years: first === undefined ? null : yearsToward(candidate.competence, first.index, context),
    helped: mentor === true || buddy === true || languageTrainingAtWork === true || workTraining === true || vacancy.employment === 'work-training',
  };
}

function fitOf(candidate: CandidateProfile, vacancy: VacancyProfile, context: MatchingContext): Pick<Pair, 'fit' | 'source' | 'standing'> {
  const { competence } = candidate;
  const { policy } = context;
  const { occupation } = policy;
  const none: FitSource = { kind: 'none' };
  if (vacancy.readings.length === 0) return { fit: null, source: none, standing: 'unknown' };
  const fit = Math.round(blend(vacancy.readings, occupation.bestReadingPercent, (index) => competence.fit[index] ?? 0));
  if (vacancy.entryLevel && competence.work.length === 0 && fit < occupation.entryLevelFit) {
    return { fit: occupation.entryLevelFit, source: none, standing: 'entry' };
  }
  const named = fit < occupation.welcomedBackground ? welcomedAmong(candidate.backgrounds, vacancy.welcomed) : null;
  const welcome = named === null ? undefined : competence.work[named.work];
  if (welcome !== undefined) {
    return { fit: occupation.welcomedBackground, source: { kind: 'work', work: welcome }, standing: standingAt(occupation.welcomedBackground, occupation) };
  }
  const language = languageAsCompetence(candidate, vacancy, context);
  if (language !== null && fit < occupation.languageAsCompetence) {
    return { fit: occupation.languageAsCompetence, source: { kind: 'language', language }, standing: standingAt(occupation.languageAsCompetence, occupation) };
  }
  if (!competence.known) return { fit: null, source: none, standing: 'unknown' };
  // Nobody has written down what this person has worked with: no way in is shown, but nothing is known to be 0.
  if (fit === 0 && competence.work.length === 0) return { fit: null, source: none, standing: 'unrelated' };
  const best = strongest(vacancy.readings, competence.fit);
  const source = competence.sources[competence.from[best] ?? 0] ?? none;
  return { fit, source, standing: standingAt(fit, occupation) };
}

function standingAt(fit: number, { own, adjacent, related }: { own: number; adjacent: number; related: number }): Standing {
  if (fit >= own) return 'own';
  if (fit >= adjacent) return 'adjacent';
  return fit >= related ? 'related' : 'unrelated';
}

const C1 = 5;

/**
 * The language the work is about and the person masters, where the ad asks for one beyond the ordinary; else null.
 * It carries over for someone open to other work who has worked with people or at a desk, or has not worked yet.
 */
function languageAsCompetence({ languages, competence, openToAnyWork }: CandidateProfile, vacancy: VacancyProfile, { policy, tables }: MatchingContext): string | null {
  const { ordinary } = policy.language;
  const workedWithPeople = ({ readings }: WorkDone): boolean =>
    policy.occupation.peopleWorkStyrk.some((prefix) => tables.similarity.codes[readings[0]?.index ?? -1]?.startsWith(prefix));
  if (openToAnyWork !== true || !(competence.work.length === 0 || competence.work.some(workedWithPeople))) return null;
  for (const { anyOf } of vacancy.languages) {
    if (anyOf.some(({ language }) => ordinary.includes(languageCode(language)))) continue;
    const mastered = anyOf.map(({ language }) => languageCode(language)).filter((language) => (languages.get(language)?.oral ?? 0) >= C1).sort();
    if (mastered[0] !== undefined) return mastered[0];
  }
  return null;
}

/** The reading the person fits best, likelier first when equal. */
function strongest(readings: readonly Reading[], fit: Uint8Array): number {
  let best = readings[0]?.index ?? 0;
  for (const { index } of readings) if ((fit[index] ?? 0) > (fit[best] ?? 0)) best = index;
  return best;
}

/** Name of an occupation as shown to people. */
export function occupationName(index: number, { tables }: MatchingContext): string {
  const code = tables.similarity.codes[index] ?? '';
  return tables.styrk.get(code)?.name ?? code;
}

/** The work of the vacancy in words: its likeliest occupation, or its own title. */
export function workName({ vacancy, context }: Pair): string {
  const first = vacancy.readings[0];
  return first === undefined ? vacancy.title : occupationName(first.index, context);
}
