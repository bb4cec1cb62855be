import type { Band, Gap, GapKind } from '../matching/gap.js';
import type { CandidateRecord } from '../records/candidate.js';
import type { VacancyRecord } from '../records/vacancy.js';
import type { CivilDate } from './civil-date.js';
import type { Decider, MeasureId, MeasureRole } from './rule-set.js';
import type { PlannedMeasure } from './situation.js';
import type { SteppingStone } from './stepping-stones.js';
import type { ProposalStatus, RuleOutcome } from './verdict.js';

/** Whether a proposal answers this very gap. */
export function answersGap({ closes, answersNeeds }: Pick<Proposal, 'closes' | 'answersNeeds'>, { kind, needs }: Gap): boolean {
  return closes.includes(kind) && answersNeeds.includes(needs);
}

/** One measure for one pair or plan, with everything needed to see why. */
export interface Proposal {
  readonly measure: MeasureId;
  readonly status: ProposalStatus;
  /** Reason in bokmål for staff; names the gap or the plan check it answers. */
  readonly because: string;
  /** Kinds of gap it closes or helps to close, each once, in the order of the gaps; empty for a plan check alone. */
  readonly closes: readonly GapKind[];
  /** The `needs` of each gap it answers, as in the match: several gaps may be of one kind. */
  readonly answersNeeds: readonly string[];
  /** Longest the rules allow this person, in months; null = no limit, or not known. */
  readonly maxMonths: number | null;
  readonly rules: readonly RuleOutcome[];
  /** Id of the plan check it answers. */
  readonly answers?: string;
  readonly role: MeasureRole;
  readonly decidedBy: Decider;
  /** `first`: in the cheapest and shortest set that closes the gaps. `alternative`: another way, or an addition. */
  readonly place: 'first' | 'alternative';
  /** What it costs in time by the stated assumptions; null = not known. */
  readonly monthsToClose: number | null;
  /** Never a bar: e.g. `main-measure-overlap`, `no-tiltakspenger`. */
  readonly warnings: readonly string[];
  /** With `authorisation-path`: work to hold meanwhile. */
  readonly steppingStones?: readonly SteppingStone[];
}

/** A pair that has been matched. `vacancy` is best given with what its ad text says already filled in. */
export interface ProposeInput {
  readonly candidate: CandidateRecord;
  readonly vacancy: VacancyRecord;
  readonly gaps: readonly Gap[];
  readonly band: Band;
  /** Date of assessment: which rules are in force. */
  readonly on: CivilDate;
  /** First day of measures, when the plan gives one; else `on`. */
  readonly start?: CivilDate;
  /** Measures already in the plan: a second main measure at the same time is warned of. */
  readonly chosen?: readonly PlannedMeasure[];
  /** Measures a person has said a fact calls for (such as `buddy`): listed for assessment, never by default. */
  readonly statedNeeds?: readonly MeasureId[];
  /** Names to show for ids in gaps (certificates, professions), keyed by id. */
  readonly names?: ReadonlyMap<string, string>;
  readonly steppingStones?: readonly SteppingStone[];
}
