import type { Band, Gap } from '../matching/gap.js';
import { isForMeasures } from './calls.js';
import { dayAfter, lastDay, later, type CivilDate } from './civil-date.js';
import { monthsToCloseGap } from './closing-time.js';
import type { PlanSubject } from './plan-checks.js';
import { programmeTime } from './programme-time.js';
import { answersGap, type Proposal } from './proposal.js';
import { inForce, type ClosingTimes, type MeasureId, type MeasureRules } from './rule-set.js';
import { afterwards, trackName } from './texts/timeline-text.js';
import type { ProposalStatus } from './verdict.js';

/** One measure on the calendar. */
export interface TimelineStep {
  readonly measure: MeasureId;
  readonly status: ProposalStatus;
  readonly from: CivilDate;
  /** Last day; null = how long it takes is not known. */
  readonly to: CivilDate | null;
  readonly months: number | null;
  /** Measures that run at the same time, by id. */
  readonly sideBySide: readonly MeasureId[];
}

/** How the end of the steps lies to the programme's time. */
export type ProgrammeFit = 'no-programme' | 'within' | 'with-extension' | 'after' | 'unknown';

export interface Timeline {
  readonly band: Band;
  /** Name of the track in bokmål. */
  readonly track: string;
  readonly steps: readonly TimelineStep[];
  readonly from: CivilDate;
  /** Last day of the last step; null when a step's length is not known or a gap has no step. */
  readonly end: CivilDate | null;
  readonly programmeEnd: CivilDate | null;
  readonly latestProgrammeEnd: CivilDate | null;
  readonly fit: ProgrammeFit;
  /** What happens after the programme, or what to find out; bokmål for staff. */
  readonly afterwards: string;
  /** Start and end to register for the fast track; null on other tracks or while the end is not known. */
  readonly fastTrackPeriod: { readonly from: CivilDate; readonly to: CivilDate } | null;
}

export interface TimelineInput {
  readonly gaps: readonly Gap[];
  readonly proposals: readonly Proposal[];
  readonly candidate: PlanSubject;
  readonly band: Band;
  readonly on: CivilDate;
  /** First day of the plan, when it is not `on`. */
  readonly start?: CivilDate;
}

/**
 * Lays the first set of proposals on the calendar: preparation and training side by side, main measures one after
 * the other, authorisation after recognition; and holds the end against the programme's time.
 *
 * @throws RangeError when no closing times are in force on the date
 */
export function timelineFor(input: TimelineInput, rules: MeasureRules): Timeline {
  const closing = inForce(rules.closingTimes, input.on)?.parameters;
  if (closing === undefined) throw new RangeError(`no closing times are in force on ${input.on}`);
  const start = input.start ?? input.on;
  const placed = place(stepsFor(input, closing), start);
  const open = input.gaps.some((gap) => isForMeasures(gap) && !gap.covered && !placed.some((step) => answersGap(step, gap)));
  const end = open || placed.some(({ to }) => to === null) ? null : placed.reduce((last, { to }) => later(last, to ?? last), start);
  const programme = programmeEnds(input, rules);
  const fit = fitOf(end, programme);
  return {
    band: input.band, track: trackName(input.band), from: start, end, fit,
    steps: placed.map((step) => ({
      measure: step.measure, status: step.status, from: step.from, to: step.to, months: step.months,
      sideBySide: placed.filter((other) => other !== step && together(step, other)).map(({ measure }) => measure),
    })),
    programmeEnd: programme?.end ?? null,
    latestProgrammeEnd: programme?.latest ?? null,
    afterwards: afterwards({ fit, end, latest: programme?.latest ?? null, measures: placed.map(({ measure }) => measure) }),
    fastTrackPeriod: input.band === 'fast-track' && end !== null ? { from: start, to: end } : null,
  };
}

interface Step {
  readonly measure: MeasureId;
  readonly status: ProposalStatus;
  readonly main: boolean;
  readonly months: number | null;
  readonly closes: Proposal['closes'];
  readonly answersNeeds: Proposal['answersNeeds'];
}
interface Placed extends Step { readonly from: CivilDate; readonly to: CivilDate | null }

/** The first set, and for a gap it leaves open the best that must be assessed. */
function stepsFor({ gaps, proposals }: TimelineInput, closing: ClosingTimes): readonly Step[] {
  const chosen = proposals.filter(({ status, place, measure }) => status === 'proposed' && place === 'first' && measure !== 'ordinary-employment');
  const left = gaps.filter((gap) => !gap.covered && !chosen.some((one) => answersGap(one, gap)));
  const forLeft = left.map((gap) => proposals.find((one) => one.status !== 'not-eligible' && answersGap(one, gap)));
  const all = new Set([...chosen, ...forLeft.filter((one) => one !== undefined)]);
  return [...all].map((proposal) => {
    const { measure, status, role, monthsToClose, maxMonths, closes, answersNeeds } = proposal;
    const answered = gaps.filter((gap) => answersGap(proposal, gap)).map((gap) => monthsToCloseGap(gap, closing));
    const wanted = monthsToClose ?? (answered.includes(null) ? null : Math.max(0, ...answered.map((months) => months ?? 0)));
    const months = wanted === null || maxMonths === null ? wanted : Math.min(wanted, maxMonths);
    return { measure, status, closes, answersNeeds, main: role === 'main', months };
  });
}

function place(steps: readonly Step[], start: CivilDate): readonly Placed[] {
  const placed: Placed[] = [];
  let mainFree: CivilDate = start;
  for (const step of steps) {
    const waitsFor = step.measure === 'authorisation-path' ? placed.find(({ measure }) => measure === 'education-recognition') : undefined;
    const recognised = waitsFor?.to ?? null;
    const from: CivilDate = step.main ? mainFree : recognised === null ? start : dayAfter(recognised);
    const to = step.months === null ? null : later(from, lastDay(from, step.months));
    placed.push({ ...step, from, to });
    if (step.main && to !== null) mainFree = dayAfter(to);
  }
  return placed;
}

const OPEN_END: CivilDate = '9999-12-31';
const together = (a: Placed, b: Placed): boolean => a.from <= (b.to ?? OPEN_END) && b.from <= (a.to ?? OPEN_END);

interface ProgrammeEnds { readonly end: CivilDate | null; readonly latest: CivilDate | null }

/** Null for someone who is not in a programme and not about to be. */
function programmeEnds({ candidate, on }: TimelineInput, rules: MeasureRules): ProgrammeEnds | null {
  const { status, plannedEndDate } = candidate.programme ?? {};
  const version = inForce(rules.programme, on);
  if ((status !== 'participating' && status !== 'not-started') || version === null) return null;
  const { endWithoutExtension, latestEnd } = programmeTime(candidate, version.parameters);
  return { end: plannedEndDate ?? endWithoutExtension, latest: latestEnd };
}

function fitOf(end: CivilDate | null, programme: ProgrammeEnds | null): ProgrammeFit {
  if (programme === null) return 'no-programme';
  if (end === null) return 'unknown';
  if (programme.end !== null && end <= programme.end) return 'within';
  if (programme.latest === null) return 'unknown';
  return end <= programme.latest ? 'with-extension' : 'after';
}
