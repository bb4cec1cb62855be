import type { CandidateRecord } from '../records/candidate.js';
import { addMonths, lastDay, type CivilDate } from './civil-date.js';
import type { ProgrammeLength, ProgrammeParameters } from './rule-set.js';
import { hasCompleted } from './situation.js';

/** First and last days a person's programme may have. Null = not known, for want of the facts in `missing`. */
export interface ProgrammeTime {
  readonly length: ProgrammeLength | null;
  /** First day from which work-directed hours are due. */
  readonly hoursDueFrom: CivilDate | null;
  /** Earliest permitted last day. */
  readonly earliestEnd: CivilDate | null;
  /** Last day without, and with the longest permitted, extension. */
  readonly endWithoutExtension: CivilDate | null;
  readonly latestEnd: CivilDate | null;
  /** Record paths of the facts that are missing. */
  readonly missing: readonly string[];
}

/**
 * How long the programme may be by education and goal; null when the record lists no education.
 * The longer limits apply to a stated goal only: without one the main rule holds.
 */
export function programmeLength(candidate: CandidateRecord, rules: ProgrammeParameters): ProgrammeLength | null {
  const completed = hasCompleted(rules.upperSecondaryLevel, candidate);
  const goal = candidate.programme?.goal;
  if (completed === null) return null;
  if (!completed) return goal === 'upper-secondary' ? rules.towardsUpperSecondary : rules.withoutUpperSecondary;
  const higher = hasCompleted(rules.higherEducationLevel, candidate) === true;
  return goal === 'higher-education' && !higher ? rules.towardsHigherEducation : rules.withUpperSecondary;
}

export function programmeTime(candidate: CandidateRecord, rules: ProgrammeParameters): ProgrammeTime {
  const start = candidate.programme?.startDate ?? null;
  const length = programmeLength(candidate, rules);
  const end = (months: number): CivilDate | null => (start === null || length === null ? null : lastDay(start, months));
  return {
    length,
    hoursDueFrom: start === null ? null : addMonths(start, rules.workDirected.afterMonths),
    earliestEnd: end(length?.minMonths ?? 0),
    endWithoutExtension: end(length?.months ?? 0),
    latestEnd: end((length?.months ?? 0) + (length?.extensionMonths ?? 0)),
    missing: [...(start === null ? ['programme.startDate'] : []), ...(length === null ? ['education'] : [])],
  };
}

/**
 * The least hours a week of work-directed content the rules allow on a date: 0 before the fourth month and outside
 * the programme; null when the start is not recorded. A programme is full-time unless the record gives a part-time percentage.
 */
export function workDirectedHoursRequired(candidate: CandidateRecord, on: CivilDate, rules: ProgrammeParameters): number | null {
  const { programme } = candidate;
  if (programme?.status !== 'participating') return 0;
  const { hoursDueFrom } = programmeTime(candidate, rules);
  if (hoursDueFrom === null) return null;
  if (on < hoursDueFrom) return 0;
  const { hours, partTimeHours, partTimeMaxPercent } = rules.workDirected;
  return (programme.partTimePercent ?? 100) <= partTimeMaxPercent ? partTimeHours : hours;
}
