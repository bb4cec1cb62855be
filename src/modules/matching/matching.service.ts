import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { MatchingContext } from '../../core/matching/context.js';
import { matchPair, matchToPropose, type Match } from '../../core/matching/match.js';
import { compareMatches, rank } from '../../core/matching/rank.js';
import { viewOf, type MatchView } from '../../core/matching/view.js';
import type { Proposal } from '../../core/measures/propose.js';
import { othersFirst } from '../../platform/others-first.js';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig } from '../../platform/config.js';
import { AppError } from '../../platform/problems/app-error.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import type { Knowledge } from './create-context.js';
import { KNOWLEDGE } from './knowledge.module.js';
import type { MatchesQuery } from './matches-query.dto.js';
import { candidateSummary, vacancySummary, type CandidateSummary, type VacancySummary } from './match-summaries.js';
import { ProfileStore, type HeldCandidate, type HeldVacancy } from './profile-store.js';
import { measuresFor } from './propose-measures.js';

/** What a list was made with; the same input, date and versions give the same bytes. */
export interface DecisionBasis {
  readonly policyVersion: string;
  readonly dataVersion: string;
  readonly rulesVersion: string;
  readonly on: string;
}

export interface RankedVacancy extends MatchView { readonly vacancy: VacancySummary; readonly measures: readonly Proposal[] }
export interface RankedCandidate extends MatchView { readonly candidate: CandidateSummary; readonly measures: readonly Proposal[] }

export interface MatchPage<Item> extends DecisionBasis {
  readonly items: readonly Item[];
  /** Everything the filter lets through, on all pages. */
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

const DEFAULT_LIMIT = 20;

@Injectable()
export class MatchingService implements OnApplicationBootstrap {
  constructor(
    private readonly store: ProfileStore,
    @Inject(KNOWLEDGE) private readonly knowledge: Knowledge,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Reads what is stored while nobody waits for it, so that the first list comes as fast as the next. */
  onApplicationBootstrap(): void {
    void this.store.openVacancies(this.context()).catch(() => undefined);
  }

  /** The vacancies that fit a candidate, best first. @throws AppError 404 */
  async forCandidate(id: string, query: MatchesQuery): Promise<MatchPage<RankedVacancy>> {
    const context = this.context();
    const candidate = await this.candidate(id, context);
    const vacancies = await this.store.openVacancies(context);
    const among = [...vacancies.values()].filter(({ record }) => query.municipality === undefined || record.municipality === query.municipality);
    const matches = await eachInTurn(among, ({ profile }) => judgeFor(query)(candidate.profile, profile, context));
    return this.page(matches, query, (match, place) => {
      const vacancy = vacancies.get(match.vacancy);
      return vacancy ? [this.rankedVacancy(match, place, { candidate, vacancy, context })] : [];
    });
  }

  /** The candidates that fit a vacancy, best first. @throws AppError 404 */
  async forVacancy(id: string, query: MatchesQuery): Promise<MatchPage<RankedCandidate>> {
    const context = this.context();
    const vacancy = await this.vacancy(id, context);
    const candidates = await this.store.allCandidates(context);
    const among = [...candidates.values()].filter(({ record }) => query.municipality === undefined || record.municipality === query.municipality);
    const matches = await eachInTurn(among, ({ profile }) => judgeFor(query)(profile, vacancy.profile, context));
    return this.page(matches, query, (match, place) => {
      const candidate = candidates.get(match.candidate);
      return candidate ? [this.rankedCandidate(match, place, { candidate, vacancy, context })] : [];
    });
  }

  /** Why a named vacancy stands where it stands for a candidate, or is not shown. `rank` counts among what is shown; 0 = not shown. */
  async vacancyForCandidate(candidateId: string, vacancyId: string): Promise<RankedVacancy & DecisionBasis> {
    const context = this.context();
    const [candidate, vacancy] = [await this.candidate(candidateId, context), await this.vacancy(vacancyId, context)];
    const match = matchPair(candidate.profile, vacancy.profile, context);
    const rivals = await eachInTurn((await this.store.openVacancies(context)).values(), ({ profile }) => matchToPropose(candidate.profile, profile, context));
    return { ...this.basis(), ...this.rankedVacancy(match, placeAmong(match, rivals), { candidate, vacancy, context }) };
  }

  /** The same from the vacancy's side. */
  async candidateForVacancy(vacancyId: string, candidateId: string): Promise<RankedCandidate & DecisionBasis> {
    const context = this.context();
    const [vacancy, candidate] = [await this.vacancy(vacancyId, context), await this.candidate(candidateId, context)];
    const match = matchPair(candidate.profile, vacancy.profile, context);
    const rivals = await eachInTurn((await this.store.allCandidates(context)).values(), ({ profile }) => matchToPropose(profile, vacancy.profile, context));
    return { ...this.basis(), ...this.rankedCandidate(match, placeAmong(match, rivals), { candidate, vacancy, context }) };
  }

  private page<Item>(matches: readonly Match[], query: MatchesQuery, show: (match: Match, place: number) => Item[]): MatchPage<Item> {
    const { limit = DEFAULT_LIMIT, offset = 0, band, minScore = 0 } = query;
    const through = matches.filter((match) =>
      (band === undefined || band.includes(match.band)) && match.scoreHundredths >= minScore * 100);
    const first = rank(through, { top: offset + limit, all: true }).slice(offset);
    return { ...this.basis(), items: first.flatMap((match, index) => show(match, offset + index + 1)), total: through.length, offset, limit };
  }

  private rankedVacancy(match: Match, place: number, pair: { candidate: HeldCandidate; vacancy: HeldVacancy; context: MatchingContext }): RankedVacancy {
    return { vacancy: vacancySummary(match.vacancy, pair.vacancy.record, this.knowledge.tables), ...viewOf(match, place), measures: this.measures(match, pair) };
  }

  private rankedCandidate(match: Match, place: number, pair: { candidate: HeldCandidate; vacancy: HeldVacancy; context: MatchingContext }): RankedCandidate {
    const summary = candidateSummary(match.candidate, pair.candidate.record, { tables: this.knowledge.tables, viewer: this.config.actingAs });
    return { candidate: summary, ...viewOf(match, place), measures: this.measures(match, pair) };
  }

  private measures(match: Match, { candidate, vacancy, context }: { candidate: HeldCandidate; vacancy: HeldVacancy; context: MatchingContext }): readonly Proposal[] {
    // The reasons of a measure tell of programme and effort group: nobody outside the own team reads them.
    if (this.config.actingAs === 'outside') return [];
    return measuresFor(match, { candidate: candidate.record, vacancy: vacancy.record }, { context, rules: this.knowledge.rules });
  }

  private async candidate(id: string, context: MatchingContext): Promise<HeldCandidate> {
    const held = await this.store.candidate(id, context);
    if (!held) throw new AppError('candidate.not-found', 'Ingen deltaker med denne id-en.');
    return held;
  }

  private async vacancy(id: string, context: MatchingContext): Promise<HeldVacancy> {
    const held = await this.store.vacancy(id, context);
    if (!held) throw new AppError('vacancy.not-found', 'Ingen stilling med denne id-en.');
    return held;
  }

  private context(): MatchingContext {
    return this.knowledge.contextOn(this.clock.today());
  }

  private basis(): DecisionBasis {
    const { policy, tables, on } = this.context();
    return { policyVersion: policy.version, dataVersion: tables.dataVersion, rulesVersion: this.knowledge.rules.rulesVersion, on };
  }
}

/** Pairs judged before other requests get their turn: some 20 ms. */
const PAIRS_AT_ONCE = 500;

/** Pairs held back are judged in full only for who asks to see them. */
const judgeFor = ({ all, band }: MatchesQuery): typeof matchToPropose => (all ?? band?.includes('not-now') ?? false ? matchPair : matchToPropose);

async function eachInTurn<Item>(items: Iterable<Item>, judge: (item: Item) => Match | null): Promise<Match[]> {
  const matches: Match[] = [];
  let judged = 0;
  for (const item of items) {
    const match = judge(item);
    if (match !== null) matches.push(match);
    judged += 1;
    if (judged % PAIRS_AT_ONCE === 0) await othersFirst();
  }
  return matches;
}

/** Place from 1 among what is shown; 0 = held back. */
function placeAmong(match: Match, rivals: readonly Match[]): number {
  if (match.band === 'not-now') return 0;
  return 1 + rivals.filter((rival) => compareMatches(rival, match) < 0).length;
}
