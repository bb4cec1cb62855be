import type { Gap, GapKind } from '../matching/gap.js';
import { compareText } from '../shared/compare.js';
import { callsOf, isForMeasures, type Call } from './calls.js';
import { lastDay } from './civil-date.js';
import { eligibilityOf } from './eligibility.js';
import { hoursShortfall, overlap } from './plan-checks.js';
import { employerOffers, isOrdinary } from './predicates.js';
import type { Proposal, ProposeInput } from './proposal.js';
import { inForce, type ClosingTimes, type Measure, type MeasureId, type MeasureRules, type MeasureVersion } from './rule-set.js';
import { maxMonthsOf, type PlannedMeasure, type Situation } from './situation.js';
import { staffReason } from './texts/staff-reason.js';
import { gravest, metWhen, ruleOutcome, statusOf, unknown, MET, NOT_MET, type RuleOutcome, type Verdict } from './verdict.js';

export type { Proposal, ProposeInput } from './proposal.js';

const SHORTFALL = 'De arbeidsrettede timene i programmet er færre enn kravet.';

/**
 * The measures that answer the gaps of one match, and the plan checks that ask for one; nothing else is proposed.
 * The cheapest and shortest set that closes the gaps comes first, then other ways, then what must be assessed,
 * then what the person may not have and why. NAV or the municipality decides.
 *
 * @param rules from `data/measures`; of each measure the version in force on `input.on` is used
 */
export function propose(input: ProposeInput, rules: MeasureRules): readonly Proposal[] {
  const closing = inForce(rules.closingTimes, input.on)?.parameters;
  const programme = inForce(rules.programme, input.on)?.parameters ?? null;
  if (closing === undefined) throw new RangeError(`no closing times are in force on ${input.on}`);
  const context: Context = {
    input, rules, closing,
    situation: { candidate: input.candidate, vacancy: input.vacancy, start: input.start ?? input.on, programme },
  };
  const byMeasure = new Map<MeasureId, Call[]>();
  for (const call of callsOf(input, closing)) byMeasure.set(call.measure, [...(byMeasure.get(call.measure) ?? []), call]);
  const shortfall = programme !== null && hoursShortfall(input.candidate, input.on, programme);
  if (shortfall && !byMeasure.has('municipal-placement')) byMeasure.set('municipal-placement', []);
  for (const measure of input.statedNeeds ?? []) if (!byMeasure.has(measure)) byMeasure.set(measure, []);
  const drafts = [...byMeasure].map(([measure, calls]) => draft({ measure, calls, shortfall }, context));
  const ordinary = ordinaryEmployment(context);
  return inOrder([...(ordinary === null ? [] : [ordinary]), ...drafts.filter((one) => one !== null)]);
}

interface Context {
  readonly input: ProposeInput;
  readonly rules: MeasureRules;
  readonly closing: ClosingTimes;
  readonly situation: Situation;
}

interface Asked { readonly measure: MeasureId; readonly calls: readonly Call[]; readonly shortfall: boolean }

/** A proposal before it has its place in the order. */
interface Draft { readonly proposal: Omit<Proposal, 'place'>; readonly measure: Measure; readonly closesAlone: ReadonlySet<Gap> }

function draft({ measure: id, calls, shortfall }: Asked, context: Context): Draft | null {
  const measure = context.rules.measures.get(id);
  if (measure === undefined) return null;
  const version = inForce(measure.versions, context.input.on);
  const forPlan = id === 'municipal-placement' && shortfall;
  const judged = rulesOf({ version, calls, forPlan }, context);
  // For the plan any workplace will do: the gaps of this match are answered too only where this employer takes people that way.
  const gaps = forPlan && !takesPeople(context.situation) ? [] : calls.map(({ gap }) => gap);
  const { input, situation } = context;
  const base = {
    measure: id,
    status: statusOf(judged),
    because: staffReason({
      measure: id, gaps, rules: judged,
      ...(forPlan ? { planReason: SHORTFALL } : {}), ...(input.names === undefined ? {} : { names: input.names }),
    }),
    closes: kindsOf(gaps),
    answersNeeds: gaps.map(({ needs }) => needs),
    maxMonths: version === null ? null : maxMonthsOf(version.parameters, situation),
    rules: judged,
    ...(forPlan ? { answers: 'work-directed-hours' } : {}),
    role: measure.role,
    decidedBy: measure.decidedBy,
    monthsToClose: monthsToClose(id, gaps, context.closing),
  };
  const proposal = {
    ...base,
    warnings: warningsOf(measure, base.maxMonths, context),
    ...(id === 'authorisation-path' && input.steppingStones !== undefined ? { steppingStones: input.steppingStones } : {}),
  };
  return { proposal, measure, closesAlone: new Set(calls.filter(({ strength }) => strength === 'closes').map(({ gap }) => gap)) };
}

const takesPeople = (situation: Situation): boolean => employerOffers('workTraining', situation).outcome === 'met';

function rulesOf(
  { version, calls, forPlan }: { version: MeasureVersion | null; calls: readonly Call[]; forPlan: boolean },
  { situation, input }: Context,
): readonly RuleOutcome[] {
  if (version === null) return [ruleOutcome('rules-in-force', input.on, NOT_MET)];
  return gravest([...eligibilityOf(version, situation, !forPlan), ...calls.flatMap(({ rules }) => rules)]);
}

const kindsOf = (gaps: readonly Gap[]): readonly GapKind[] => [...new Set(gaps.map(({ kind }) => kind))];

/**
 * Ordinary employment: where nothing is missing, and beside a gap only where the employer can take the person
 * on ordinary terms now, because the employer's own arrangement covers each gap or no measure is needed to start.
 */
function ordinaryEmployment({ input, rules }: Context): Draft | null {
  const measure = rules.measures.get('ordinary-employment');
  const { gaps, band, vacancy } = input;
  const startsNow = band === 'direct' || gaps.every((gap) => !isForMeasures(gap) || coveredInWork(gap, input));
  const besideGap = gaps.length > 0 && isOrdinary(vacancy.employment) !== true;
  if (measure === undefined || band === 'not-now' || !startsNow || besideGap) return null;
  const version = inForce(measure.versions, input.on);
  const judged = [version === null
    ? ruleOutcome('rules-in-force', input.on, NOT_MET)
    : ruleOutcome('employer-may-hire', version.source, mayHire(input))];
  const planReason = gaps.length === 0 ? 'Ingen avstand til kravene.' : 'Arbeidsgiver kan ansette på ordinære vilkår nå.';
  const proposal = {
    measure: measure.id, status: statusOf(judged), closes: [], answersNeeds: [], maxMonths: null, rules: judged, role: measure.role, decidedBy: measure.decidedBy,
    because: staffReason({ measure: measure.id, gaps: [], rules: judged, planReason }), monthsToClose: 0, warnings: [],
  } as const;
  return { proposal, measure, closesAlone: new Set() };
}

/** Covered while the person is employed; an employer who only takes people in work training first does not cover language that way. */
function coveredInWork({ covered, kind }: Gap, { vacancy: { offers } }: ProposeInput): boolean {
  return covered && (kind !== 'language' || offers?.mentor === true || offers?.languageTrainingAtWork === true || offers?.buddy === true);
}

/** A job is a job; a post of work training becomes one where the employer commits to it. */
function mayHire({ vacancy }: ProposeInput): Verdict {
  if (vacancy.employment !== 'work-training') return MET;
  const commits = vacancy.offers?.ordinaryEmploymentAfterTrack;
  return commits === undefined ? unknown('offers.ordinaryEmploymentAfterTrack') : metWhen(commits);
}

function monthsToClose(measure: MeasureId, gaps: readonly Gap[], closing: ClosingTimes): number | null {
  if (measure === 'municipal-placement') return closing.placement;
  if (measure === 'work-training') return closing.workTraining;
  if (measure === 'temporary-wage-subsidy') return closing.wageSubsidy;
  // A gap in level counts what schooling would take; having the education assessed takes no longer for that.
  if (measure === 'education-recognition') return closing.recognition;
  const months = gaps.map((gap) => gap.months);
  return months.length === 0 || months.includes(null) ? null : Math.max(...months.map((one) => one ?? 0));
}

function warningsOf(measure: Measure, maxMonths: number | null, { input, situation, rules }: Context): readonly string[] {
  const to = maxMonths === null ? null : lastDay(situation.start, maxMonths);
  const period: PlannedMeasure = { measure: measure.id, from: situation.start, to };
  const others = (input.chosen ?? []).filter((one) => one.measure !== measure.id && rules.measures.get(one.measure)?.role === 'main');
  const clashes = measure.role === 'main' && others.some((other) => overlap(other, period));
  const inProgramme = measure.decidedBy === 'nav' && measure.role === 'main' && input.candidate.programme?.status === 'participating';
  return [...(clashes ? ['main-measure-overlap'] : []), ...(inProgramme ? ['no-tiltakspenger'] : [])];
}

const STATUS_RANK = { proposed: 0, 'needs-assessment': 1, 'not-eligible': 2 } as const;

function inOrder(drafts: readonly Draft[]): readonly Proposal[] {
  const byCost = [...drafts].sort(cheapestFirst);
  const first = firstSet(byCost);
  return byCost
    .map(({ proposal, measure }): Proposal => ({ ...proposal, place: first.has(measure.id) ? 'first' : 'alternative' }))
    .sort((a, b) => STATUS_RANK[a.status] - STATUS_RANK[b.status] || Number(a.place === 'alternative') - Number(b.place === 'alternative'));
}

function cheapestFirst(a: Draft, b: Draft): number {
  return a.measure.costRank - b.measure.costRank
    || (a.proposal.monthsToClose ?? Infinity) - (b.proposal.monthsToClose ?? Infinity)
    || compareText(a.measure.id, b.measure.id);
}

/** For each gap the cheapest proposed measure that closes it alone; a measure that answers the plan belongs too. */
function firstSet(byCost: readonly Draft[]): ReadonlySet<MeasureId> {
  const proposed = byCost.filter(({ proposal }) => proposal.status === 'proposed');
  const gaps = new Set(proposed.flatMap(({ closesAlone }) => [...closesAlone]));
  const needed = [...gaps].map((gap) => proposed.find(({ closesAlone }) => closesAlone.has(gap))?.measure.id);
  const always = proposed.filter(({ proposal }) => proposal.measure === 'ordinary-employment' || proposal.answers !== undefined);
  return new Set([...needed.filter((id) => id !== undefined), ...always.map(({ measure }) => measure.id)]);
}
