import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordKind, RowIssue } from '../ingestion/issue.js';
import { readValidRecords, type RecordOf } from '../ingestion/read-valid-records.js';
import type { Knowledge } from './create-context.js';
import { KNOWLEDGE } from './knowledge.module.js';
import { matchRecords } from './match-records.js';
import type { MatchRequest } from './match-request.dto.js';
import type { DecisionBasis } from './matching.service.js';

export interface MatchResults extends DecisionBasis {
  readonly issues: readonly (RowIssue & { readonly file: RecordKind })[];
  readonly results: readonly object[];
}

const DEFAULT_TOP = 20;

/** Matches records that come in the request; nothing is stored. */
@Injectable()
export class StatelessMatchingService {
  constructor(@Inject(KNOWLEDGE) private readonly knowledge: Knowledge, private readonly clock: Clock) {}

  async match(request: MatchRequest): Promise<MatchResults> {
    const on = request.on ?? this.clock.today();
    const context = this.knowledge.contextOn(on);
    const candidates = await this.read('candidates', request.candidates, on);
    const vacancies = await this.read('vacancies', request.vacancies, on);
    const records = { candidates: candidates.records, vacancies: vacancies.records };
    const { direction = 'candidates', top = DEFAULT_TOP, all = false } = request;
    return {
      policyVersion: context.policy.version, dataVersion: context.tables.dataVersion, rulesVersion: this.knowledge.rules.rulesVersion, on,
      issues: [...candidates.issues, ...vacancies.issues],
      results: [...matchRecords(records, { direction, top, all }, { context, knowledge: this.knowledge })],
    };
  }

  /** The same reading and checking as a file gets. */
  private async read<Kind extends RecordKind>(kind: Kind, raw: readonly unknown[], on: string): Promise<{ records: RecordOf[Kind][]; issues: MatchResults['issues'] }> {
    const records: RecordOf[Kind][] = [];
    const issues: MatchResults['issues'][number][] = [];
    for await (const row of readValidRecords(Buffer.from(JSON.stringify(raw)), { kind, tables: this.knowledge.tables, on })) {
      if (row.record !== undefined) records.push(row.record);
      for (const issue of row.issues) issues.push({ file: kind, ...issue });
    }
    return { records, issues };
  }
}
