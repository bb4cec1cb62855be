import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig } from '../../platform/config.js';
import { AppError } from '../../platform/problems/app-error.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import { scanRecord } from '../ingestion/validation/scan-record.js';
import type { Knowledge } from '../matching/create-context.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import { checkedRecord } from '../records/checked-record.js';
import { idFromCursor, pageOf, type Page } from '../records/page.js';
import { nirRegistration, type NirRegistration } from './nir-export.js';
import { periodProblems, sameSubstance, type PlanContent } from './plan-content.js';
import { contentOf, type AnswerBody, type EndBody, type NewPlanBody, type PlanBody, type PlanListQuery } from './plan.dto.js';
import { PlanStore, type PlanChange, type PlanEvent, type StoredPlan } from './plan-store.js';
import { toView, type PlanView } from './plan.view.js';

type Versions = readonly number[] | 'any';

const DEFAULT_LIMIT = 20;

@Injectable()
export class PlansService {
  constructor(
    private readonly store: PlanStore,
    @Inject(KNOWLEDGE) private readonly knowledge: Knowledge,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 404 also for a plan of someone the viewer must not know of */
  async get(id: string, on = this.clock.today()): Promise<PlanView> {
    return toView(await this.stored(id), { rules: this.knowledge.rules, on });
  }

  async list({ cursor, limit = DEFAULT_LIMIT, ...filter }: PlanListQuery): Promise<Page<PlanView>> {
    const after = cursor === undefined ? null : idFromCursor(cursor);
    const { plans, total } = await this.store.list(filter, { after, limit: limit + 1 });
    return pageOf(plans, { limit, total, toItem: (plan) => toView(plan, { rules: this.knowledge.rules, on: this.clock.today() }) });
  }

  /** Made today: the plan is held to today's rules from here on. @throws AppError 404 */
  async create(body: NewPlanBody): Promise<PlanView> {
    const content = await this.checked(body);
    const made = { candidateId: body.candidateId, madeOn: this.clock.today(), rulesVersion: this.knowledge.rules.rulesVersion };
    const id = await this.store.insert(made, content, this.config.actingAs);
    if (id === null) throw new AppError('candidate.not-found', 'Ingen deltaker med denne id-en.');
    return this.get(id);
  }

  /** A change of what the person said yes to needs a new yes. */
  async replace(id: string, body: PlanBody, versions: Versions): Promise<PlanView> {
    const plan = await this.open(id, versions);
    const content = await this.checked(body);
    if (JSON.stringify(content) === JSON.stringify(plan.content)) return this.get(id);
    const state = sameSubstance(content, plan.content) ? plan.state : 'draft';
    return this.changed(plan, { kind: 'changed', change: content, content, state });
  }

  async answer(id: string, { question, answer, locale, textVersion, on = this.clock.today() }: AnswerBody, versions: Versions): Promise<PlanView> {
    const plan = await this.open(id, versions);
    if (on > this.clock.today()) throw invalid('/on', 'date.in-the-future', 'Svaret kan ikke være gitt i framtiden.');
    const { vacancyId } = plan.content;
    if (question !== 'plan' && vacancyId === null) throw invalid('/question', 'plan.no-vacancy', 'Planen gjelder ingen stilling, så det er ingen arbeidsgiver å dele med.');
    const state = question !== 'plan' ? plan.state : answer === 'yes' ? 'agreed' : 'declined';
    return this.changed(plan, { kind: 'answered', change: { question, answer, on, textVersion, locale, vacancyId, planVersion: plan.version }, state });
  }

  async end(id: string, { reason, on = this.clock.today() }: EndBody, versions: Versions): Promise<PlanView> {
    const plan = await this.open(id, versions);
    return this.changed(plan, { kind: 'ended', change: { reason, on }, end: { reason, on }, state: 'ended' });
  }

  /** Only a draft nobody has answered; what a person has answered is ended, not deleted. */
  async remove(id: string, versions: Versions): Promise<void> {
    const plan = await this.current(id, versions);
    if (plan.answers.length > 0 || plan.state === 'ended') throw new AppError('plan.kept', 'Personen har svart på planen, eller den er avsluttet. Avslutt den i stedet.');
    if (!(await this.store.remove(plan))) throw stale();
  }

  async history(id: string): Promise<{ readonly items: readonly PlanEvent[] }> {
    await this.stored(id);
    return { items: await this.store.history(id) };
  }

  async nir(id: string): Promise<NirRegistration> {
    return nirRegistration(await this.stored(id), this.knowledge.tables, this.clock.today());
  }

  private async stored(id: string): Promise<StoredPlan> {
    const plan = await this.store.find(id);
    if (!plan) throw new AppError('plan.not-found', 'Ingen plan med denne id-en.');
    return plan;
  }

  private async current(id: string, versions: Versions): Promise<StoredPlan> {
    const plan = await this.stored(id);
    if (versions !== 'any' && !versions.includes(plan.version)) throw stale();
    return plan;
  }

  private async open(id: string, versions: Versions): Promise<StoredPlan> {
    const plan = await this.current(id, versions);
    if (plan.state === 'ended') throw new AppError('plan.ended', 'Planen er avsluttet. Lag en ny.');
    return plan;
  }

  private async checked(body: PlanBody): Promise<PlanContent> {
    const content = contentOf(body);
    // The only text people write; ids and versions may hold any digits.
    const written = { municipalityContact: content.municipalityContact, employerContact: content.employerContact };
    const issues = scanRecord(written, 'candidates');
    checkedRecord({ record: issues.length === 0 ? written : undefined, issues, warnings: [] });
    const problems = periodProblems(content);
    if (problems.length > 0) throw new AppError('request.invalid', 'Ett eller flere felt kan ikke brukes.', problems);
    if (content.vacancyId !== null && !(await this.store.vacancyExists(content.vacancyId))) throw new AppError('vacancy.not-found', 'Ingen stilling med denne id-en.');
    return content;
  }

  private async changed(plan: StoredPlan, change: Omit<PlanChange, 'by'>): Promise<PlanView> {
    if (!(await this.store.change(plan, { ...change, by: this.config.actingAs }))) throw stale();
    return this.get(plan.id);
  }
}

const invalid = (pointer: string, code: string, detail: string): AppError => new AppError('request.invalid', detail, [{ pointer, code, detail }]);
const stale = (): AppError => new AppError('request.version-stale', 'Planen er endret siden du hentet den.');
