import type { Locale } from '../../core/measures/rule-set.js';
import { textsFor, type Basis, type PairPlan, type ProposalText } from './pair-plan.js';

/** One measure on the calendar, in the participant's language. */
export interface ParticipantStep {
  readonly title: string;
  readonly from: string;
  /** Last day; null = how long it takes is not known. */
  readonly to: string | null;
  /** What runs at the same time. */
  readonly sideBySide: readonly string[];
}

/** The way to one vacancy, for the person to read and say yes or no to. */
export interface ParticipantPlan {
  readonly locale: Locale;
  readonly on: string;
  /** Version of the texts shown: what a yes or no is recorded with. */
  readonly textVersion: string;
  readonly proposals: readonly ProposalText[];
  readonly steps: readonly ParticipantStep[];
  /** Last day of the last step; null = not known. */
  readonly end: string | null;
  /** Official Norwegian names of work to hold meanwhile, where an authorisation is under way. */
  readonly meanwhile: readonly string[];
}

export function participantPlan(pair: PairPlan, locale: Locale, basis: Basis): ParticipantPlan {
  const { rules, context } = basis;
  const name = (measure: PairPlan['proposals'][number]['measure']): string => rules.measures.get(measure)?.name[locale] ?? measure;
  const stones = pair.proposals.flatMap(({ steppingStones }) => steppingStones ?? []);
  return {
    locale, on: context.on, textVersion: rules.rulesVersion,
    proposals: textsFor(pair, locale, basis),
    steps: pair.timeline.steps.map(({ measure, from, to, sideBySide }) => ({ title: name(measure), from, to, sideBySide: sideBySide.map(name) })),
    end: pair.timeline.end,
    meanwhile: stones.map(({ styrk }) => context.tables.styrk.get(styrk)?.name ?? styrk),
  };
}
