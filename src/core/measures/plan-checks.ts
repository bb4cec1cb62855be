import type { CandidateRecord } from '../records/candidate.js';
import { lastDay, type CivilDate } from './civil-date.js';
import { agedAtLeast, agedAtMost, allOf, lastsAtMost } from './predicates.js';
import { programmeTime, workDirectedHoursRequired } from './programme-time.js';
import { inForce, type MeasureId, type MeasureRules, type ProgrammeParameters, type ProgrammeVersion } from './rule-set.js';
import { maxMonthsOf, trainingMonths, type PlannedMeasure } from './situation.js';
import { checkTodo, type CheckId } from './texts/check-todo.js';
import { MET, metWhen, NOT_MET, unknown, type Outcome, type Verdict } from './verdict.js';

/** One thing a plan is checked for, and what to do about it. */
export interface PlanCheck {
  readonly id: CheckId;
  readonly outcome: Outcome;
  /** Record paths of the facts that would settle it; empty unless unknown. */
  readonly missing: readonly string[];
  readonly source: string;
  /** When the rule was last read at its source, YYYY-MM or a date. */
  readonly checkedOn: string;
  /** What to do, in bokmål for staff; empty when there is nothing to do. */
  readonly todo: string;
  /** Measures that would answer it. */
  readonly proposes?: readonly MeasureId[];
}

/** A competence record, with what is decided in the person's plan where there is one. */
export interface PlanSubject extends CandidateRecord {
  /** Absent = the plan's measures are not given. */
  readonly chosenMeasures?: readonly PlannedMeasure[];
  /** ISO 639 codes of the languages the person is offered training in; absent = not known. */
  readonly languageOffer?: readonly string[];
}

interface Checked {
  readonly subject: PlanSubject;
  readonly on: CivilDate;
  readonly rules: MeasureRules;
  readonly version: ProgrammeVersion;
}

/** Whether the recorded work-directed hours are known to be fewer than the rules require on the date. */
export function hoursShortfall(candidate: CandidateRecord, on: CivilDate, programme: ProgrammeParameters): boolean {
  return hoursVerdict(candidate, on, programme).outcome === 'not-met';
}

/** All checks of a plan, always the same ones in the same order. */
export function planChecks(checked: Checked): readonly PlanCheck[] {
  const { subject, on, version: { parameters } } = checked;
  return [
    check('work-directed-hours', hoursVerdict(subject, on, parameters), checked),
    check('programme-end', endVerdict(checked), checked),
    check('extension', extensionVerdict(checked), checked),
    check('norwegian-training-year', trainingYear(checked), checked),
    check('main-measure-overlap', overlapVerdict(checked), checked),
    check('measure-length', lengthVerdict(checked), checked),
    check('programme-age', ageVerdict(checked), checked),
    check('protection-ground', groundVerdict(subject), checked),
    check('kvp-exclusion', kvpVerdict(subject), checked),
    check('language-offer', languageOffer(subject, parameters), checked),
  ];
}

function check(id: CheckId, verdict: Verdict, { subject, on, version }: Checked): PlanCheck {
  const { source, checkedOn, parameters } = version;
  const time = programmeTime(subject, parameters);
  const required = workDirectedHoursRequired(subject, on, parameters);
  return {
    id, outcome: verdict.outcome, missing: verdict.outcome === 'unknown' ? verdict.missing : [], source, checkedOn,
    todo: checkTodo(id, verdict, { ...time, required, trainingEnds: trainingEnds(subject, parameters), on }),
    ...(id === 'work-directed-hours' && verdict.outcome === 'not-met' ? { proposes: ['municipal-placement'] as const } : {}),
  };
}

function hoursVerdict(candidate: CandidateRecord, on: CivilDate, rules: ProgrammeParameters): Verdict {
  const required = workDirectedHoursRequired(candidate, on, rules);
  const hours = candidate.programme?.workDirectedHoursPerWeek;
  if (required === 0) return MET;
  const missing = [...(required === null ? ['programme.startDate'] : []), ...(hours === undefined ? ['programme.workDirectedHoursPerWeek'] : [])];
  return required === null || hours === undefined ? unknown(...missing) : metWhen(hours >= required);
}

/** Every goal that gives limits of its own. */
const GOALS_THAT_DECIDE = ['work', 'higher-education', 'upper-secondary'] as const;

/** Judged for the recorded goal; where none is recorded, for each goal that decides, and unknown when they differ. */
function whateverGoal(subject: PlanSubject, judge: (subject: PlanSubject) => Verdict): Verdict {
  const { programme } = subject;
  const judged = judge(subject);
  if (programme === undefined || programme.goal !== undefined || judged.outcome === 'unknown') return judged;
  const outcomes = GOALS_THAT_DECIDE.map((goal) => judge({ ...subject, programme: { ...programme, goal } }).outcome);
  return outcomes.every((outcome) => outcome === judged.outcome) ? judged : unknown('programme.goal');
}

/** The planned end lies within what the rules permit, extension and least length included. */
function endVerdict({ subject, on, version }: Checked): Verdict {
  return whateverGoal(subject, (one) => {
    const { earliestEnd, latestEnd, missing } = programmeTime(one, version.parameters);
    const planned = one.programme?.plannedEndDate ?? runsBeyond(one, on, latestEnd);
    if (planned === undefined || latestEnd === null || earliestEnd === null) return unknown(...missing, ...unplanned(planned));
    return metWhen(planned <= latestEnd && planned >= earliestEnd);
  });
}

/** The planned end needs no extension; where it does and may have one, what is missing is the decision. */
function extensionVerdict({ subject, on, version }: Checked): Verdict {
  return whateverGoal(subject, (one) => {
    const { endWithoutExtension, latestEnd, missing } = programmeTime(one, version.parameters);
    const planned = one.programme?.plannedEndDate ?? runsBeyond(one, on, endWithoutExtension);
    if (planned === undefined || latestEnd === null || endWithoutExtension === null) return unknown(...missing, ...unplanned(planned));
    if (planned <= endWithoutExtension) return MET;
    return planned <= latestEnd ? unknown('programme.extensionDecision') : NOT_MET;
  });
}

/** A programme that still runs after a limit ends after it, planned or not: the date stands in for the end. Undefined when it does not. */
function runsBeyond({ programme }: PlanSubject, on: CivilDate, limit: CivilDate | null): CivilDate | undefined {
  return programme?.status === 'participating' && limit !== null && on > limit ? on : undefined;
}

const unplanned = (planned: CivilDate | undefined): readonly string[] => (planned === undefined ? ['programme.plannedEndDate'] : []);

/** Last days of Norwegian training: the first year, and the longest permitted where it is known. */
function trainingEnds(subject: PlanSubject, programme: ProgrammeParameters): readonly [CivilDate, CivilDate | null] | null {
  const start = subject.programme?.startDate;
  if (start === undefined) return null;
  const possible = trainingMonths({ candidate: subject, programme });
  const [longest] = possible;
  const known = possible.length === 1 && typeof longest === 'number';
  return [lastDay(start, programme.norwegianTraining.months), known ? lastDay(start, longest) : null];
}

/** The training still runs: in the first year by right, after that within the permitted extension. */
function trainingYear({ subject, on, version: { parameters } }: Checked): Verdict {
  const ends = trainingEnds(subject, parameters);
  if (ends === null) return unknown('programme.startDate');
  const [firstYear, longest] = ends;
  if (on <= firstYear) return MET;
  return longest === null ? unknown('education') : metWhen(on <= longest);
}

/** At most one main measure at a time. */
function overlapVerdict({ subject, rules }: Checked): Verdict {
  const { chosenMeasures } = subject;
  if (chosenMeasures === undefined) return unknown('plan.measures');
  const main = chosenMeasures.filter(({ measure }) => rules.measures.get(measure)?.role === 'main');
  return metWhen(main.every((one, index) => main.slice(index + 1).every((other) => !overlap(one, other))));
}

const OPEN_END: CivilDate = '9999-12-31';

/** Whether two periods share a day. */
export function overlap(a: PlannedMeasure, b: PlannedMeasure): boolean {
  return a.from <= (b.to ?? OPEN_END) && b.from <= (a.to ?? OPEN_END);
}

/** No chosen measure is longer than the rules in force at its start allow this person. */
function lengthVerdict({ subject, rules, version }: Checked): Verdict {
  const { chosenMeasures } = subject;
  if (chosenMeasures === undefined) return unknown('plan.measures');
  return allOf(chosenMeasures.map(({ measure, from, to }) => {
    const dated = inForce(rules.measures.get(measure)?.versions ?? [], from);
    if (dated === null) return NOT_MET;
    const needsGroup = typeof dated.parameters.maxMonths === 'object' && subject.nav?.effortGroup === undefined;
    if (needsGroup) return unknown('nav.effortGroup');
    return lastsAtMost(from, to, maxMonthsOf(dated.parameters, { candidate: subject, vacancy: null, start: from, programme: version.parameters }));
  }));
}

function ageVerdict({ subject, version: { parameters: { age } } }: Checked): Verdict {
  const start = subject.programme?.startDate;
  if (start === undefined || subject.birthYear === undefined) {
    return unknown(...(subject.birthYear === undefined ? ['birthYear'] : []), ...(start === undefined ? ['programme.startDate'] : []));
  }
  return allOf([agedAtLeast(subject.birthYear, age.min, start), agedAtMost(subject.birthYear, age.max, start)]);
}

/** The rules shipped are those for collective protection; other grounds have limits of their own, which are not among them. */
function groundVerdict({ protection, programme }: PlanSubject): Verdict {
  // A programme that is over has no dates left to be wrong about.
  if (programme?.status === 'completed' || programme?.status === 'left') return MET;
  return protection === undefined ? unknown('protection') : metWhen(protection === 'temporary-collective');
}

/** Someone with a right to the introduction programme is not in the target group for the qualification programme. */
function kvpVerdict({ programme, chosenMeasures }: PlanSubject): Verdict {
  const hasRight = programme?.status === 'participating' || programme?.status === 'not-started';
  const chosen = chosenMeasures?.some(({ measure }) => measure === 'qualification-programme') ?? false;
  if (!chosen) return MET;
  return programme?.status === 'left' ? unknown('programme.remainingRight') : metWhen(!hasRight);
}

function languageOffer({ programme, languageOffer: offer }: PlanSubject, rules: ProgrammeParameters): Verdict {
  const goal = programme?.goal;
  if (offer?.includes('no') === true) return MET;
  if (offer === undefined || goal === undefined) {
    return unknown(...(offer === undefined ? ['programme.languageOffer'] : []), ...(goal === undefined ? ['programme.goal'] : []));
  }
  return metWhen(!rules.goalsNeedingNorwegian.includes(goal) && offer.includes('en'));
}
