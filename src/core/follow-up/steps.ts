/** Where one person and one vacancy have come, in the order things happen. */
export const STEPS = ['proposed', 'contacted', 'meeting', 'placement', 'hired', 'ended'] as const;
export type FollowUpStep = (typeof STEPS)[number];

/** Why it ended: codes only, so that nothing is written about a person and figures can be made. */
export const END_REASONS = [
  'language', 'formal-demand', 'experience', 'wishes', 'distance', 'hours', 'no-need-now', 'other-candidate',
  'declined-by-person', 'declined-by-employer', 'no-answer', 'other-job', 'education', 'completed', 'moved',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** The steps that may follow each step. A step may be passed over; nothing follows the end: a new proposal starts anew. */
export const NEXT_STEPS: Readonly<Record<FollowUpStep, readonly FollowUpStep[]>> = {
  proposed: ['contacted', 'meeting', 'placement', 'hired', 'ended'],
  contacted: ['meeting', 'placement', 'hired', 'ended'],
  meeting: ['placement', 'hired', 'ended'],
  placement: ['hired', 'ended'],
  hired: ['ended'],
  ended: [],
};

/** A step with the day it was taken. */
export interface DatedStep {
  readonly step: FollowUpStep;
  /** ISO date, Europe/Oslo. */
  readonly on: string;
}

/** A step someone wants to record. */
export interface Move extends DatedStep {
  /** Only with `ended`, and always there. */
  readonly reason?: EndReason;
}

/** What is wrong with a move. */
export type MoveFault = 'step-not-allowed' | 'reason-missing' | 'reason-not-asked' | 'before-last-step' | 'in-the-future';

/**
 * Everything wrong with a move from where things stand; an empty list = it may be recorded.
 *
 * @param today ISO date; what has not happened yet is no outcome
 */
export function faultsOf(move: Move, from: DatedStep, today: string): readonly MoveFault[] {
  return [
    ...when<MoveFault>(!NEXT_STEPS[from.step].includes(move.step), 'step-not-allowed'),
    ...when<MoveFault>(move.step === 'ended' && move.reason === undefined, 'reason-missing'),
    ...when<MoveFault>(move.step !== 'ended' && move.reason !== undefined, 'reason-not-asked'),
    ...when<MoveFault>(move.on < from.on, 'before-last-step'),
    ...when<MoveFault>(move.on > today, 'in-the-future'),
  ];
}

const when = <Fault>(holds: boolean, fault: Fault): readonly Fault[] => (holds ? [fault] : []);
