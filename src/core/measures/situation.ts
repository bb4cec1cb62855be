import type { CandidateRecord, EffortGroup } from '../records/candidate.js';
import type { VacancyRecord } from '../records/vacancy.js';
import type { CivilDate } from './civil-date.js';
import type { MeasureId, MeasureParameters, ProgrammeParameters } from './rule-set.js';

/** Who, where and when a measure is judged for. */
export interface Situation {
  readonly candidate: CandidateRecord;
  /** Null when a plan is judged without a vacancy: then nothing is asked of an employer. */
  readonly vacancy: VacancyRecord | null;
  /** First day of the measure: the date asked about unless the plan gives a start. */
  readonly start: CivilDate;
  /** Programme rules in force; null = none are known for the date. */
  readonly programme: ProgrammeParameters | null;
}

/** A measure with dates in someone's plan. */
export interface PlannedMeasure {
  readonly measure: MeasureId;
  readonly from: CivilDate;
  /** Last day; null = open. */
  readonly to: CivilDate | null;
}

/** Whether upper secondary is completed; null = the record lists no education, which is not known. */
export function hasCompleted(level: number, { education }: CandidateRecord): boolean | null {
  return education.length === 0 ? null : education.some((entry) => entry.level >= level);
}

/**
 * Longest months the rules allow, one figure for each way the unknown facts may fall out.
 * `[null]` = no limit; several figures = it depends on a fact the record lacks.
 */
export function possibleMaxMonths(parameters: MeasureParameters, situation: Situation): readonly (number | null)[] {
  if (parameters.trainingRight === true) return trainingMonths(situation);
  const { maxMonths, effortGroups } = parameters;
  if (maxMonths === undefined || typeof maxMonths === 'number') return [maxMonths ?? null];
  const group = situation.candidate.nav?.effortGroup;
  if (group !== undefined) return [maxMonths[group] ?? null];
  const groups: readonly EffortGroup[] = effortGroups ?? [];
  return [...new Set(groups.map((one) => maxMonths[one] ?? null))];
}

/** The longest period of Norwegian training, extensions within it, with and without completed upper secondary. */
export function trainingMonths({ candidate, programme }: Pick<Situation, 'candidate' | 'programme'>): readonly (number | null)[] {
  if (programme === null) return [null];
  const { months, extensionWithUpperSecondary, extensionWithoutUpperSecondary } = programme.norwegianTraining;
  const [withIt, without] = [months + extensionWithUpperSecondary, months + extensionWithoutUpperSecondary];
  const completed = hasCompleted(programme.upperSecondaryLevel, candidate);
  return completed === null ? [withIt, without] : [completed ? withIt : without];
}

/** The longest the rules allow this person, in months; null = no limit, or not known. */
export function maxMonthsOf(parameters: MeasureParameters, situation: Situation): number | null {
  const possible = possibleMaxMonths(parameters, situation);
  return possible.length === 1 ? (possible[0] ?? null) : null;
}
