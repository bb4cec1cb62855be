import { Inject, Injectable } from '@nestjs/common';
import type { MatchingContext } from '../../core/matching/context.js';
import { planFor, proposeForPlan, type Plan, type PlanSubject } from '../../core/measures/plan.js';
import type { Proposal } from '../../core/measures/propose.js';
import { inForce, type Locale } from '../../core/measures/rule-set.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/problems/app-error.js';
import { CandidatesService } from '../candidates/candidates.service.js';
import type { Knowledge } from '../matching/create-context.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import { PlanStore } from '../plans/plan-store.js';
import { VacanciesService } from '../vacancies/vacancies.service.js';
import { employerText } from './employer-text.js';
import type { PairPlanQuery } from './measures-request.dto.js';
import { createPairPlanner, textsFor, type Basis, type PairPlan } from './pair-plan.js';
import { participantPlan, type ParticipantPlan } from './participant-plan.js';

export interface PlanChecks {
  readonly candidate: string;
  readonly rulesVersion: string;
  readonly on: string;
  /** Null = the person has no programme. */
  readonly plan: Plan | null;
  readonly proposals: readonly Proposal[];
}

interface OfPair {
  readonly for: 'staff' | 'participant' | 'employer';
  readonly candidate: string;
  readonly vacancy: string;
}

export interface StaffPairPlan extends OfPair, Pick<PairPlan, 'gaps' | 'proposals' | 'timeline'> {
  readonly for: 'staff';
  readonly rulesVersion: string;
  readonly on: string;
  readonly band: string;
  readonly plan: Plan | null;
  readonly sharing: { readonly language: boolean; readonly support: boolean };
  readonly texts: Readonly<Partial<Record<Locale, ReturnType<typeof textsFor>>>>;
}

export interface EmployerPairPlan extends OfPair {
  readonly for: 'employer';
  readonly sentences: readonly string[];
}

export type PairPlanAnswer = StaffPairPlan | (OfPair & { readonly for: 'participant' } & ParticipantPlan) | EmployerPairPlan;

@Injectable()
export class MeasuresService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly vacancies: VacanciesService,
    private readonly plans: PlanStore,
    @Inject(KNOWLEDGE) private readonly knowledge: Knowledge,
    private readonly clock: Clock,
  ) {}

  /** The plan checks of a stored person, with the measures of the plans they have said yes to. @throws AppError 404 */
  async planChecks(id: string, on = this.clock.today()): Promise<PlanChecks> {
    const { rules } = this.basis(on);
    const { record } = await this.candidates.get(id);
    const chosenMeasures = await this.plans.agreedMeasures(id);
    const subject: PlanSubject = { ...record, ...(chosenMeasures === null ? {} : { chosenMeasures }) };
    return { candidate: id, rulesVersion: rules.rulesVersion, on, plan: planFor(subject, on, rules), proposals: proposeForPlan(subject, on, rules) };
  }

  /** What would close the gaps between a stored person and a stored vacancy, and when, for one reader. @throws AppError 404 */
  async pairPlan(candidateId: string, vacancyId: string, query: PairPlanQuery): Promise<PairPlanAnswer> {
    const { locale = 'nb', for: reader = 'staff', on = this.clock.today(), start } = query;
    const basis = this.basis(on);
    const { record: candidate } = await this.candidates.get(candidateId);
    const { record: vacancy } = await this.vacancies.get(vacancyId);
    const pair = createPairPlanner(basis)({ candidate, vacancy }, start);
    const of = { candidate: candidateId, vacancy: vacancyId };
    if (reader === 'participant') return { for: reader, ...of, ...participantPlan(pair, locale, basis) };
    const sharing = await this.plans.sharing(candidateId, vacancyId);
    if (reader === 'employer') return { for: reader, ...of, sentences: employerText(pair, vacancy.title, { ...basis, sharing }) };
    const { match, gaps, proposals, timeline } = pair;
    return {
      for: 'staff', ...of, rulesVersion: basis.rules.rulesVersion, on, band: match.band, gaps, proposals, timeline,
      plan: planFor(candidate, on, basis.rules), sharing, texts: { [locale]: textsFor(pair, locale, basis) },
    };
  }

  /** @throws AppError 422 where no rules are known for the date */
  basis(on: string): Basis & { readonly context: MatchingContext } {
    const { rules } = this.knowledge;
    if (inForce(rules.programme, on) === null || inForce(rules.closingTimes, on) === null) {
      throw new AppError('request.unprocessable', 'Ingen regler er kjent for denne datoen.', [{ pointer: '/on', code: 'rules.none-in-force', detail: 'Velg en dato reglene gjelder for.' }]);
    }
    return { context: this.knowledge.contextOn(on), rules };
  }
}
