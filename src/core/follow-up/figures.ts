import { compareText } from '../shared/compare.js';
import { END_REASONS, STEPS, type EndReason, type FollowUpStep } from './steps.js';

/** Follow-ups that went the same way. */
export interface Course {
  /** Version of the scoring policy when the person was proposed. */
  readonly policyVersion: string;
  /** Band of the match when the person was proposed. */
  readonly band: string;
  /** The steps taken, first to last; the last is where they stand. */
  readonly path: readonly FollowUpStep[];
  /** Why it ended; null while it has not. */
  readonly reason: EndReason | null;
  /** How many, > 0. */
  readonly count: number;
}

export interface StepFigure {
  readonly step: FollowUpStep;
  /** How many stand at the step now. */
  readonly now: number;
  /** How many have taken the step; a step passed over is not taken. */
  readonly reached: number;
}

export interface Figures {
  readonly total: number;
  /** Every step, in order, zeros included. */
  readonly steps: readonly StepFigure[];
  /** Reasons given, most frequent first. */
  readonly reasons: readonly { readonly reason: EndReason; readonly count: number }[];
}

export interface FollowUpFigures extends Figures {
  /** The same for each policy the matches were made with, in order of version, and for each band under it. */
  readonly policies: readonly (Figures & { readonly policyVersion: string; readonly bands: readonly (Figures & { readonly band: string })[] })[];
}

/** What came of the proposals: in all, and under each policy, so that a policy can be held against what happened. */
export function figuresOf(courses: readonly Course[]): FollowUpFigures {
  return {
    ...count(courses),
    policies: grouped(courses, ({ policyVersion }) => policyVersion).map(([policyVersion, own]) => ({
      policyVersion, ...count(own),
      bands: grouped(own, ({ band }) => band).map(([band, within]) => ({ band, ...count(within) })),
    })),
  };
}

function count(courses: readonly Course[]): Figures {
  const sum = (of: (course: Course) => boolean): number => courses.filter(of).reduce((total, one) => total + one.count, 0);
  return {
    total: sum(() => true),
    steps: STEPS.map((step) => ({ step, now: sum(({ path }) => path.at(-1) === step), reached: sum(({ path }) => path.includes(step)) })),
    reasons: END_REASONS.map((reason) => ({ reason, count: sum((course) => course.reason === reason) }))
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count || compareText(a.reason, b.reason)),
  };
}

function grouped(courses: readonly Course[], keyOf: (course: Course) => string): readonly (readonly [string, readonly Course[]])[] {
  const groups = new Map<string, Course[]>();
  for (const course of courses) groups.set(keyOf(course), [...(groups.get(keyOf(course)) ?? []), course]);
  return [...groups].sort(([a], [b]) => compareText(a, b));
}
