import { Inject, Injectable } from '@nestjs/common';
import { planFor, proposeForPlan } from '../../core/measures/plan.js';
import { forParticipant } from '../../core/measures/texts/for-participant.js';
import { LOCALES, type Locale } from '../../core/measures/rule-set.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { Clock } from '../../platform/clock/clock.js';
import { othersFirst } from '../../platform/others-first.js';
import { AppError } from '../../platform/problems/app-error.js';
import type { RecordKind, RowIssue } from '../ingestion/issue.js';
import { readValidRecords, type RecordOf } from '../ingestion/read-valid-records.js';
import type { Knowledge } from '../matching/create-context.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import { MeasuresService } from './measures.service.js';
import { MOST_PAIRS, type MeasuresRequest } from './measures-request.dto.js';
import { createPairPlanner, textsFor, type Basis } from './pair-plan.js';

export interface MeasureResults {
  readonly rulesVersion: string;
  readonly on: string;
  readonly issues: readonly (RowIssue & { readonly file: RecordKind })[];
  readonly results: readonly object[];
}

/** Proposes measures for records that come in the request; nothing is stored. The form of `jobbmatch measures`, with timeline and texts. */
@Injectable()
export class StatelessMeasuresService {
  constructor(private readonly measures: MeasuresService, @Inject(KNOWLEDGE) private readonly knowledge: Knowledge, private readonly clock: Clock) {}

  async propose({ candidates, vacancies, on = this.clock.today(), locales = [...LOCALES] }: MeasuresRequest): Promise<MeasureResults> {
    if (candidates.length * (vacancies?.length ?? 1) > MOST_PAIRS) {
      throw new AppError('request.too-large', `Høyst ${MOST_PAIRS} par av deltaker og stilling om gangen. Del opp.`);
    }
    const basis = this.measures.basis(on);
    const people = await this.read('candidates', candidates, on);
    const posts = vacancies === undefined ? null : await this.read('vacancies', vacancies, on);
    const results = await inTurns(posts === null ? plans(people.records, locales, basis) : pairs({ people: people.records, posts: posts.records }, locales, basis));
    return { rulesVersion: basis.rules.rulesVersion, on, issues: [...people.issues, ...(posts?.issues ?? [])], results };
  }

  /** The same reading and checking as a file gets. */
  private async read<Kind extends RecordKind>(kind: Kind, raw: readonly unknown[], on: string): Promise<{ records: RecordOf[Kind][]; issues: MeasureResults['issues'][number][] }> {
    const records: RecordOf[Kind][] = [];
    const issues: MeasureResults['issues'][number][] = [];
    for await (const row of readValidRecords(Buffer.from(JSON.stringify(raw)), { kind, tables: this.knowledge.tables, on })) {
      if (row.record !== undefined) records.push(row.record);
      for (const issue of row.issues) issues.push({ file: kind, ...issue });
    }
    return { records, issues };
  }
}

/** Results made before others get their turn: some milliseconds of work. */
const AT_A_TIME = 10;

/** A long list keeps nobody else waiting. */
async function inTurns(made: Iterable<object>): Promise<object[]> {
  const results: object[] = [];
  for (const one of made) if (results.push(one) % AT_A_TIME === 0) await othersFirst();
  return results;
}

function* plans(people: readonly CandidateRecord[], locales: readonly Locale[], { context: { on }, rules }: Basis): Generator<object> {
  for (const candidate of people) {
    const proposals = proposeForPlan(candidate, on, rules);
    const texts = byLocale(locales, (locale) =>
      proposals.map((proposal) => ({ measure: proposal.measure, status: proposal.status, ...forParticipant(proposal, [], { rules, locale }) })));
    yield { candidate: candidate.externalId, proposals, texts, ...planOf(candidate, { on, rules }) };
  }
}

function* pairs({ people, posts }: { people: readonly CandidateRecord[]; posts: readonly VacancyRecord[] }, locales: readonly Locale[], basis: Basis): Generator<object> {
  const plan = createPairPlanner(basis);
  for (const candidate of people) {
    const programme = planOf(candidate, { on: basis.context.on, rules: basis.rules });
    for (const vacancy of posts) {
      const pair = plan({ candidate, vacancy });
      const { match, gaps, proposals, timeline } = pair;
      const texts = byLocale(locales, (locale) => textsFor(pair, locale, basis));
      yield { candidate: candidate.externalId, vacancy: vacancy.externalId, band: match.band, gaps, proposals, timeline, texts, ...programme };
    }
  }
}

function planOf(candidate: CandidateRecord, { on, rules }: { on: string; rules: Basis['rules'] }): object {
  const plan = planFor(candidate, on, rules);
  return plan === null ? {} : { plan };
}

const byLocale = <Text>(locales: readonly Locale[], text: (locale: Locale) => Text): Record<string, Text> => Object.fromEntries(locales.map((locale) => [locale, text(locale)]));
