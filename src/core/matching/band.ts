import type { Band, Gap } from './gap.js';
import { wishMet } from './criteria/preference.js';
import type { WorkDone } from './competence.js';
import type { Pair } from './pair.js';

/**
 * The band of a pair from its gaps and standing. Hard barriers never vanish: they hold the pair in `not-now` or
 * `qualification`, and the gap that does so is among its gaps.
 *
 * - `not-now`: a demand that cannot be bridged, out of reach, against the wishes, or work the record shows no way into.
 * - `qualification`: authorisation, education or language that takes longer than the fast track.
 * - `direct`: the person's own work and nothing to close before the start.
 * - `fast-track`: everything between.
 */
export function bandOf(pair: Pair, gaps: readonly Gap[]): Band {
  if (gaps.some(isBarrier) || !feasible(pair, gaps)) return 'not-now';
  if (gaps.some((gap) => tooLong(gap, pair)) || tooWeak(pair)) return 'qualification';
  return isDirect(pair, gaps) ? 'direct' : 'fast-track';
}

/** A demand that nothing can close for this vacancy. */
export const isBarrier = ({ closable, kind }: Gap): boolean => !closable && kind !== 'authorisation';

/** Skilled work far from anything the record shows. */
export const isOutOfLine = ({ standing, vacancy }: Pair): boolean => standing === 'unrelated' && !vacancy.entryLevel;

/** Work far from the person's own is only for someone who meets what it asks. */
function feasible(pair: Pair, gaps: readonly Gap[]): boolean {
  const { standing, vacancy, candidate, context } = pair;
  if (standing !== 'unrelated') return true;
  if (isOutOfLine(pair)) return false;
  const unmet = gaps.filter((gap) => gap.kind !== 'experience' && !isSmall(gap));
  const [only] = unmet;
  if (only === undefined) return true;
  // Production, cleaning and kitchen work where the employer takes people in practice carries one step of language.
  const oneStep = unmet.length === 1 && only.kind === 'language' && only.covered && only.steps === 1;
  return oneStep && vacancy.offers.workTraining === true && candidate.openToAnyWork === true && isFor(pair, context.policy.bands.practiceStyrk);
}

/** What stands in nobody's way: a course the employer gives, papers not asked about, writing a step behind speech. */
function isSmall({ kind, covered, has, steps, strict, needs }: Gap): boolean {
  if (kind === 'certificate') return covered || has === null;
  return kind === 'language' && !strict && steps === 1 && needs.endsWith(' written');
}

/** Whether the likeliest reading of the vacancy is among some STYRK-08 prefixes. */
function isFor({ vacancy, context }: Pair, prefixes: readonly string[]): boolean {
  const code = context.tables.similarity.codes[vacancy.readings[0]?.index ?? -1] ?? '';
  return prefixes.some((prefix) => code.startsWith(prefix));
}

/** A gap that takes longer than the fast track and that the employer does not carry. */
function tooLong(gap: Gap, { standing, context }: Pair): boolean {
  const { fastTrackMonths } = context.policy.bands;
  if (gap.kind === 'authorisation') return true;
  // A class not asked about may well be held: in the person's own line that is worth asking before anything is ruled out.
  if (gap.kind === 'licence') return standing !== 'own' && standing !== 'adjacent';
  // A long way is worth it for the person's own work, not for work that must be learnt first.
  if (gap.kind === 'distance') return standing !== 'own';
  // Years asked for that were worked in another occupation are not made up for in the fast track.
  if (gap.kind === 'experience' && gap.steps !== null) return standing !== 'own';
  // An education not asked about may well be there: worth asking before the person's own work is ruled out.
  if (gap.kind === 'education' && gap.has === null) return standing !== 'own';
  if (gap.kind === 'education' && (standing === 'own' || standing === 'adjacent')) return gap.steps !== null && gap.steps > 1;
  // What an unfamiliar paper takes is not known, which is not the same as long.
  if (gap.kind === 'certificate' && gap.months === null) return false;
  return !gap.covered && (gap.months === null || gap.months > fastTrackMonths);
}

/** A pair too thin to propose now: the work is not known to be the person's, or they have not said they would take it. */
function tooWeak(pair: Pair): boolean {
  const { standing, candidate, vacancy, context: { policy: { bands } } } = pair;
  if (standing === 'unknown') return true;
  if (standing === 'related') return !vacancy.entryLevel || (candidate.openToAnyWork !== true && !wishMet(pair));
  // Competence laid idle is a fallback: for someone with higher education unskilled work comes after everything that uses it.
  if (standing === 'unrelated') return candidate.openToAnyWork !== true || !isFor(pair, bands.anyoneStyrk) || candidate.education.some(({ level }) => level >= bands.higherEducation);
  if (wishMet(pair) || !belowOwnLevel(pair)) return false;
  return candidate.openToAnyWork === false || (candidate.openToAnyWork === null && (pair.fit ?? 0) < bands.unaskedFit);
}

/** Whether the work usually takes less schooling than the work the person has done. */
function belowOwnLevel({ source, vacancy, context: { tables } }: Pair): boolean {
  const levelOf = (index: number | undefined): number => tables.occupationEducation.get(tables.similarity.codes[index ?? -1] ?? '')?.usualLevel ?? 0;
  return source.kind === 'work' && levelOf(vacancy.readings[0]?.index) < levelOf(source.work.readings[0]?.index);
}

/** A bare code of one to three digits stands for too many occupations to say that this was one of them. */
const isCertain = ({ readings, occupation }: WorkDone): boolean => readings.length === 1 || occupation.title !== undefined;

function isDirect({ standing, vacancy, fit, source, context }: Pair, gaps: readonly Gap[]): boolean {
  const open = gaps.filter(({ kind, covered }) => !(kind === 'certificate' && covered));
  if (standing === 'own') return open.length === 0;
  // Unskilled work that resembles the unskilled work a person has done is their own kind of work.
  const unskilled = source.kind === 'work' && vacancy.entryLevel && isCertain(source.work)
    && (context.tables.occupationEducation.get(context.tables.similarity.codes[source.work.readings[0]?.index ?? -1] ?? '')?.usualLevel ?? 9) <= context.policy.occupation.entryLevelMaxLevel;
  return unskilled && (fit ?? 0) >= context.policy.occupation.adjacent && open.every(({ kind }) => kind === 'experience');
}
