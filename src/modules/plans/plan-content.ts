import type { PlannedMeasure } from '../../core/measures/situation.js';
import type { FieldProblem } from '../../platform/problems/app-error.js';

/** Who to ask at the municipality or the employer. */
export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
}

/** What happens when the programme is over before the plan is. */
export const AFTER_PROGRAMME = ['ordinary-employment', 'nav-follow-up', 'education', 'municipal-services', 'other-employer'] as const;
export type AfterProgramme = (typeof AFTER_PROGRAMME)[number];

export const PLAN_END_REASONS = ['completed', 'hired', 'replaced', 'declined-by-person', 'declined-by-employer', 'programme-over', 'moved', 'other'] as const;
export type PlanEndReason = (typeof PLAN_END_REASONS)[number];

/** What the person is asked: the plan itself, and each thing an employer would otherwise not hear of. */
export const QUESTIONS = ['plan', 'share-language', 'share-support'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Period {
  readonly from: string;
  /** Last day. */
  readonly to: string;
}

/** Everything of a plan that people choose. */
export interface PlanContent {
  readonly vacancyId: string | null;
  readonly measures: readonly PlannedMeasure[];
  readonly municipalityContact: Contact | null;
  readonly employerContact: Contact | null;
  /** The hurtigspor period to register in NIR. */
  readonly fastTrack: Period | null;
  /** ISO 639 codes; null = not known. */
  readonly languageOffer: readonly string[] | null;
  readonly afterProgramme: AfterProgramme | null;
}

/** What the person said yes or no to; a yes holds until what it was about is changed. */
export function sameSubstance(a: PlanContent, b: PlanContent): boolean {
  const substance = ({ vacancyId, measures, fastTrack, languageOffer, afterProgramme }: PlanContent): string =>
    JSON.stringify([vacancyId, measures, fastTrack, languageOffer, afterProgramme]);
  return substance(a) === substance(b);
}

/** Periods that end before they begin. */
export function periodProblems({ measures, fastTrack }: PlanContent): readonly FieldProblem[] {
  const backwards = (pointer: string): FieldProblem => ({ pointer, code: 'period.backwards', detail: 'Siste dag er før første dag.' });
  return [
    ...measures.flatMap(({ from, to }, index) => (to !== null && to < from ? [backwards(`/measures/${index}/to`)] : [])),
    ...(fastTrack !== null && fastTrack.to < fastTrack.from ? [backwards('/fastTrack/to')] : []),
  ];
}
