import { Inject, Injectable } from '@nestjs/common';
import { figuresOf, type FollowUpFigures } from '../../core/follow-up/figures.js';
import { faultsOf, NEXT_STEPS, type DatedStep, type FollowUpStep, type MoveFault } from '../../core/follow-up/steps.js';
import { profileCandidate } from '../../core/matching/candidate-profile.js';
import { matchPair } from '../../core/matching/match.js';
import { profileVacancy } from '../../core/matching/vacancy-profile.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/problems/app-error.js';
import { CandidatesService } from '../candidates/candidates.service.js';
import type { Knowledge } from '../matching/create-context.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import { idFromCursor, pageOf, type Page } from '../records/page.js';
import { VacanciesService } from '../vacancies/vacancies.service.js';
import { FollowUpStore, type FollowUp, type FollowUpEvent, type ProposedMatch } from './follow-up-store.js';
import type { FiguresQuery, FollowUpListQuery, ProposalBody, StepBody } from './follow-up.dto.js';

/** A follow-up as people read it, with the steps that may come next. */
export interface FollowUpView extends FollowUp { readonly next: readonly FollowUpStep[] }

type Versions = readonly number[] | 'any';

const DEFAULT_LIMIT = 20;

@Injectable()
export class FollowUpService {
  constructor(
    private readonly store: FollowUpStore,
    private readonly candidates: CandidatesService,
    private readonly vacancies: VacanciesService,
    @Inject(KNOWLEDGE) private readonly knowledge: Knowledge,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 404 also for a follow-up of someone the viewer must not know of */
  async get(id: string): Promise<FollowUpView> {
    return toView(await this.stored(id));
  }

  async list({ cursor, limit = DEFAULT_LIMIT, ...filter }: FollowUpListQuery): Promise<Page<FollowUpView>> {
    const after = cursor === undefined ? null : idFromCursor(cursor);
    const { rows, total } = await this.store.list(filter, { after, limit: limit + 1 });
    return pageOf(rows, { limit, total, toItem: toView });
  }

  /** Keeps the match as it was judged now, so that the policy can be held against what came of it. @throws AppError 404, 409 */
  async propose({ candidateId, vacancyId, on = this.clock.today() }: ProposalBody): Promise<FollowUpView> {
    if (on > this.clock.today()) throw invalid(['in-the-future']);
    const match = await this.match(candidateId, vacancyId);
    return this.get(await this.store.insert({ candidateId, vacancyId, on }, match, this.candidates.viewer));
  }

  async move(id: string, { step, reason, on = this.clock.today() }: StepBody, versions: Versions): Promise<FollowUpView> {
    const current = await this.current(id, versions);
    // An optional member may be sent as null.
    const move = { step, on, ...(reason ? { reason } : {}) };
    const faults = faultsOf(move, current, this.clock.today());
    if (faults.includes('step-not-allowed')) throw new AppError('follow-up.step-not-allowed', `Etter «${current.step}» kan komme: ${NEXT_STEPS[current.step].join(', ') || 'ingenting'}.`);
    if (faults.length > 0) throw invalid(faults);
    return this.changed(id, await this.store.move(current, move, this.candidates.viewer));
  }

  /** A step recorded by mistake: back to the one before; both stay in the history. */
  async takeBack(id: string, versions: Versions): Promise<FollowUpView> {
    const current = await this.current(id, versions);
    const before = await this.stepBefore(current);
    return this.changed(id, await this.store.takeBack(current, before, this.candidates.viewer));
  }

  async history(id: string): Promise<{ readonly items: readonly FollowUpEvent[] }> {
    await this.stored(id);
    return { items: await this.store.history(id) };
  }

  async figures(query: FiguresQuery): Promise<FollowUpFigures> {
    return figuresOf(await this.store.courses(query));
  }

  private async stepBefore({ id, path }: FollowUp): Promise<DatedStep> {
    const step = path.at(-2);
    if (step === undefined) throw new AppError('follow-up.step-not-allowed', 'Det er ikke noe steg å ta tilbake.');
    const taken = (await this.store.history(id)).filter((event) => event.kind !== 'taken-back' && event.step === step);
    return { step, on: taken.at(-1)?.on ?? this.clock.today() };
  }

  private async match(candidateId: string, vacancyId: string): Promise<ProposedMatch> {
    const { record: candidate } = await this.candidates.get(candidateId);
    const { record: vacancy } = await this.vacancies.get(vacancyId);
    const context = this.knowledge.contextOn(this.clock.today());
    const { band, scoreHundredths } = matchPair(profileCandidate(candidate, context), profileVacancy(vacancy, context), context);
    return { policyVersion: context.policy.version, dataVersion: context.tables.dataVersion, rulesVersion: this.knowledge.rules.rulesVersion, band, score: scoreHundredths / 100 };
  }

  private async stored(id: string): Promise<FollowUp> {
    const found = await this.store.find(id);
    if (!found) throw new AppError('follow-up.not-found', 'Ingen oppfølging med denne id-en.');
    return found;
  }

  private async current(id: string, versions: Versions): Promise<FollowUp> {
    const found = await this.stored(id);
    if (versions !== 'any' && !versions.includes(found.version)) throw stale();
    return found;
  }

  private async changed(id: string, done: boolean): Promise<FollowUpView> {
    if (!done) throw stale();
    return this.get(id);
  }
}

const toView = (followUp: FollowUp): FollowUpView => ({ ...followUp, next: NEXT_STEPS[followUp.step] });

const FAULTS: Readonly<Record<Exclude<MoveFault, 'step-not-allowed'>, { readonly pointer: string; readonly detail: string }>> = {
  'reason-missing': { pointer: '/reason', detail: 'Si hvorfor det ble avsluttet.' },
  'reason-not-asked': { pointer: '/reason', detail: 'Grunn hører bare til «ended».' },
  'before-last-step': { pointer: '/on', detail: 'Dagen er før det forrige steget.' },
  'in-the-future': { pointer: '/on', detail: 'Det som ikke har skjedd ennå, kan ikke registreres.' },
};

function invalid(faults: readonly MoveFault[]): AppError {
  const errors = faults.flatMap((code) => (code === 'step-not-allowed' ? [] : [{ code: `follow-up.${code}`, ...FAULTS[code] }]));
  return new AppError('request.invalid', 'Steget kan ikke registreres slik.', errors);
}

const stale = (): AppError => new AppError('request.version-stale', 'Oppfølgingen er endret siden du hentet den.');
