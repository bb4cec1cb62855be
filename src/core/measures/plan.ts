import { eligibilityOf } from './eligibility.js';
import type { CivilDate } from './civil-date.js';
import { planChecks, type PlanCheck, type PlanSubject } from './plan-checks.js';
import { programmeTime, workDirectedHoursRequired } from './programme-time.js';
import type { Proposal } from './proposal.js';
import { inForce, type MeasureId, type MeasureRules } from './rule-set.js';
import { maxMonthsOf, type Situation } from './situation.js';
import { staffReason } from './texts/staff-reason.js';
import { statusOf } from './verdict.js';

export type { PlanCheck, PlanSubject } from './plan-checks.js';

/** What the programme rules say of one person on one date. */
export interface Plan {
  /** Least hours a week of work-directed content on the date; 0 before the fourth month, null when the start is not recorded. */
  readonly workDirectedHoursRequired: number | null;
  /** Last days, without and with the longest permitted extension; null when a fact they rest on is missing. */
  readonly endWithoutExtension: CivilDate | null;
  readonly latestEnd: CivilDate | null;
  readonly checks: readonly PlanCheck[];
}

/**
 * The plan checks of everyone with a programme; null for someone the record gives no programme, or no right to one.
 * A plan made earlier keeps its rules: pass `rulesAsOf(rules, madeOn)`.
 *
 * @throws RangeError when no programme rules are in force on the date
 */
export function planFor(subject: PlanSubject, on: CivilDate, rules: MeasureRules): Plan | null {
  if (subject.programme === undefined || subject.programme.status === 'not-entitled') return null;
  const version = inForce(rules.programme, on);
  if (version === null) throw new RangeError(`no programme rules are in force on ${on}`);
  const { endWithoutExtension, latestEnd } = programmeTime(subject, version.parameters);
  return {
    workDirectedHoursRequired: workDirectedHoursRequired(subject, on, version.parameters),
    endWithoutExtension,
    latestEnd,
    checks: planChecks({ subject, on, rules, version }),
  };
}

/** The measures that the plan checks themselves ask for, when there is no vacancy to weigh. */
export function proposeForPlan(subject: PlanSubject, on: CivilDate, rules: MeasureRules): readonly Proposal[] {
  const asked = (planFor(subject, on, rules)?.checks ?? []).flatMap((check) => (check.proposes ?? []).map((measure) => ({ measure, check })));
  const situation: Situation = { candidate: subject, vacancy: null, start: on, programme: inForce(rules.programme, on)?.parameters ?? null };
  return asked.flatMap(({ measure, check }) => {
    const proposal = forCheck({ measure, check, situation }, on, rules);
    return proposal === null ? [] : [proposal];
  });
}

function forCheck(
  { measure: id, check, situation }: { measure: MeasureId; check: PlanCheck; situation: Situation },
  on: CivilDate, rules: MeasureRules,
): Proposal | null {
  const measure = rules.measures.get(id);
  const version = measure === undefined ? null : inForce(measure.versions, on);
  if (measure === undefined || version === null) return null;
  const judged = eligibilityOf(version, situation, false);
  return {
    measure: id, status: statusOf(judged), closes: [], answersNeeds: [], answers: check.id, rules: judged, role: measure.role, decidedBy: measure.decidedBy,
    because: staffReason({ measure: id, gaps: [], rules: judged, planReason: check.todo }),
    maxMonths: maxMonthsOf(version.parameters, situation),
    place: 'first', monthsToClose: inForce(rules.closingTimes, on)?.parameters.placement ?? null, warnings: [],
  };
}
