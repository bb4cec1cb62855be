import { planFor, type Plan, type PlanSubject } from '../../core/measures/plan.js';
import { rulesAsOf, type Decider, type MeasureId, type MeasureRules } from '../../core/measures/rule-set.js';
import type { PlanContent, Question } from './plan-content.js';
import type { Answer, PlanState, StoredPlan } from './plan-store.js';
import { planWarnings, type PlanWarning } from './plan-warnings.js';

/** A chosen measure with its name, and who decides on it: a plan is never a grant. */
export interface PlanMeasureView {
  readonly measure: MeasureId;
  readonly name: string;
  readonly decidedBy: Decider | null;
  readonly from: string;
  readonly to: string | null;
}

export type AnswerView = Omit<Answer, 'question' | 'vacancyId'>;

export interface PlanView extends Omit<PlanContent, 'measures'> {
  readonly id: string;
  readonly candidateId: string;
  readonly state: PlanState;
  readonly measures: readonly PlanMeasureView[];
  /** The day whose rules the plan is held to, and their version. */
  readonly madeOn: string;
  readonly rulesVersion: string;
  /** The latest answer to each question; null = not asked yet. */
  readonly answers: Readonly<Record<Question, AnswerView | null>>;
  readonly end: StoredPlan['end'];
  /** Date of the checks. */
  readonly on: string;
  /** What the programme rules say; null = the person has no programme. */
  readonly programme: Plan | null;
  readonly warnings: readonly PlanWarning[];
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A plan as people read it, checked on a date with the rules it was made under. */
export function toView(plan: StoredPlan, { rules: current, on }: { readonly rules: MeasureRules; readonly on: string }): PlanView {
  const rules = rulesAsOf(current, plan.madeOn);
  const { measures, languageOffer } = plan.content;
  const subject: PlanSubject = { ...plan.record, chosenMeasures: measures, ...(languageOffer === null ? {} : { languageOffer }) };
  const programme = planFor(subject, on, rules);
  const { id, candidateId, state, madeOn, rulesVersion, end, version, createdAt, updatedAt } = plan;
  return {
    id, candidateId, state, ...plan.content,
    measures: measures.map(({ measure, from, to }) => {
      const known = rules.measures.get(measure);
      return { measure, name: known?.name.nb ?? measure, decidedBy: known?.decidedBy ?? null, from, to };
    }),
    madeOn, rulesVersion,
    answers: { plan: answerTo('plan', plan), 'share-language': answerTo('share-language', plan), 'share-support': answerTo('share-support', plan) },
    end, on, programme, warnings: planWarnings(plan.content, programme, { rules, on }), version, createdAt, updatedAt,
  };
}

/** What is shared is shared with one employer: an answer for another vacancy is none for this one. */
function answerTo(question: Question, { answers, content }: StoredPlan): AnswerView | null {
  const found = answers.find((one) => one.question === question && (question === 'plan' || one.vacancyId === content.vacancyId));
  if (found === undefined) return null;
  const { answer, on, textVersion, locale, planVersion } = found;
  return { answer, on, textVersion, locale, planVersion };
}
