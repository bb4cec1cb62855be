import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Course } from '../../core/follow-up/figures.js';
import type { DatedStep, EndReason, FollowUpStep, Move } from '../../core/follow-up/steps.js';
import type { AppConfig } from '../../platform/config.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import { visibleTo } from '../plans/visible-candidates.js';
import { whenTaken } from '../records/unique-violation.js';
import type { FiguresQuery } from './follow-up.dto.js';

/** The match when the person was proposed: what the outcome is held against. */
export interface ProposedMatch {
  readonly policyVersion: string;
  readonly dataVersion: string;
  readonly rulesVersion: string;
  readonly band: string;
  /** 0–100, two decimals. */
  readonly score: number;
}

/** What has come of proposing one person for one vacancy. */
export interface FollowUp extends DatedStep {
  readonly id: string;
  readonly candidateId: string;
  /** Null when the vacancy is gone. */
  readonly vacancyId: string | null;
  /** The steps taken, first to last. */
  readonly path: readonly FollowUpStep[];
  readonly reason: EndReason | null;
  readonly proposedOn: string;
  readonly match: ProposedMatch;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface FollowUpEvent extends DatedStep {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly kind: 'proposed' | 'moved' | 'taken-back';
  readonly reason: EndReason | null;
}

interface Row {
  readonly id: string; readonly candidate_id: string; readonly vacancy_id: string | null; readonly path: FollowUpStep[]; readonly step: FollowUpStep; readonly step_on: string;
  readonly reason: EndReason | null; readonly proposed_on: string; readonly policy_version: string; readonly data_version: string; readonly rules_version: string;
  readonly band: string; readonly score: string; readonly version: number; readonly created_at: Date; readonly updated_at: Date;
}

const SELECT = `
  select f.id, f.candidate_id, f.vacancy_id, f.path, f.step, f.step_on::text, f.reason, f.proposed_on::text,
    f.policy_version, f.data_version, f.rules_version, f.band, f.score, f.version, f.created_at, f.updated_at
  from follow_up f join candidate c on c.id = f.candidate_id`;

const taken = whenTaken('follow-up.duplicate', 'Deltakeren er alt foreslått for stillingen.');

export interface FollowUpFilter {
  readonly candidateId?: string | undefined;
  readonly vacancyId?: string | undefined;
  readonly step?: string | undefined;
}

/** A row at a known version: what a change applies to. */
export interface AtVersion { readonly id: string; readonly version: number }

/** Follow-ups in the database. Every step is an event of its own in the same transaction; events are never changed. */
@Injectable()
export class FollowUpStore {
  private readonly visible: string;

  constructor(private readonly dataSource: DataSource, @Inject(APP_CONFIG) config: AppConfig) {
    this.visible = visibleTo(config.actingAs, 'c');
  }

  async find(id: string): Promise<FollowUp | null> {
    const [row] = await this.dataSource.query<Row[]>(`${SELECT} where f.id = $1 and ${this.visible}`, [id]);
    return row === undefined ? null : toFollowUp(row);
  }

  /** In order of id. */
  async list({ candidateId, vacancyId, step }: FollowUpFilter, page: { readonly after: string | null; readonly limit: number }): Promise<{ rows: FollowUp[]; total: number }> {
    const where = `($1::uuid is null or f.candidate_id = $1) and ($2::uuid is null or f.vacancy_id = $2) and ($3::text is null or f.step = $3) and ${this.visible}`;
    const filter = [candidateId ?? null, vacancyId ?? null, step ?? null];
    const [count] = await this.dataSource.query<{ total: number }[]>(`select count(*)::int as total from follow_up f join candidate c on c.id = f.candidate_id where ${where}`, filter);
    const rows = await this.dataSource.query<Row[]>(`${SELECT} where ${where} and ($4::uuid is null or f.id > $4) order by f.id limit $5`, [...filter, page.after, page.limit]);
    return { rows: rows.map(toFollowUp), total: count?.total ?? 0 };
  }

  /** @throws AppError 409 when the pair is being followed up already */
  async insert(pair: { readonly candidateId: string; readonly vacancyId: string; readonly on: string }, match: ProposedMatch, by: string): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        `insert into follow_up (candidate_id, vacancy_id, path, step_on, proposed_on, policy_version, data_version, rules_version, band, score)
         values ($1, $2, '{proposed}', $3, $3, $4, $5, $6, $7, $8) returning id`,
        [pair.candidateId, pair.vacancyId, pair.on, match.policyVersion, match.dataVersion, match.rulesVersion, match.band, match.score]);
      const id = row?.id ?? '';
      await addEvent(manager, { id, version: 1 }, { by, kind: 'proposed', step: 'proposed', on: pair.on });
      return id;
    }).catch(taken);
  }

  /** False when somebody else changed it first. */
  async move(at: AtVersion, { step, on, reason }: Move, by: string): Promise<boolean> {
    return this.change(at, { sql: 'path = path || $3::text, step_on = $4, reason = $5', values: [step, on, reason ?? null] }, { by, kind: 'moved', step, on, ...(reason === undefined ? {} : { reason }) });
  }

  /** Back to the step before. False when somebody else changed it first. @throws AppError 409 when the pair has been proposed anew since */
  async takeBack(at: AtVersion, before: DatedStep, by: string): Promise<boolean> {
    return this.change(at, { sql: 'path = trim_array(path, 1), step_on = $3, reason = null', values: [before.on] }, { by, kind: 'taken-back', ...before });
  }

  /** Everything that was recorded, first to last. */
  async history(id: string): Promise<FollowUpEvent[]> {
    const rows = await this.dataSource.query<(Omit<FollowUpEvent, 'at' | 'on'> & { at: Date; step_on: string })[]>(
      'select version, at, by, kind, step, step_on::text, reason from follow_up_event where follow_up_id = $1 order by id', [id]);
    return rows.map(({ version, at, by, kind, step, step_on, reason }) => ({ version, at: at.toISOString(), by, kind, step, on: step_on, reason }));
  }

  /** How many went each way, among those the viewer may know of. */
  async courses({ from, to, municipality }: FiguresQuery): Promise<Course[]> {
    return this.dataSource.query<Course[]>(
      `select f.policy_version as "policyVersion", f.band, f.path, f.reason, count(*)::int as count
       from follow_up f join candidate c on c.id = f.candidate_id
       where ($1::date is null or f.proposed_on >= $1) and ($2::date is null or f.proposed_on <= $2) and ($3::text is null or c.municipality = $3) and ${this.visible}
       group by f.policy_version, f.band, f.path, f.reason`, [from ?? null, to ?? null, municipality ?? null]);
  }

  private async change({ id, version }: AtVersion, set: { readonly sql: string; readonly values: readonly unknown[] }, event: NewEvent): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<[{ version: number }[], number]>(
        `update follow_up set ${set.sql}, version = version + 1, updated_at = now() where id = $1 and version = $2 returning version`, [id, version, ...set.values]);
      const [changed] = rows;
      if (changed === undefined) return false;
      await addEvent(manager, { id, version: changed.version }, event);
      return true;
    }).catch(taken);
  }
}

type NewEvent = Move & Pick<FollowUpEvent, 'by' | 'kind'>;

async function addEvent(manager: EntityManager, { id, version }: AtVersion, { by, kind, step, on, reason }: NewEvent): Promise<void> {
  await manager.query('insert into follow_up_event (follow_up_id, version, by, kind, step, step_on, reason) values ($1, $2, $3, $4, $5, $6, $7)', [id, version, by, kind, step, on, reason ?? null]);
}

function toFollowUp(row: Row): FollowUp {
  const { id, path, step, reason, band, version } = row;
  return {
    id, candidateId: row.candidate_id, vacancyId: row.vacancy_id, step, on: row.step_on, path, reason, proposedOn: row.proposed_on,
    match: { policyVersion: row.policy_version, dataVersion: row.data_version, rulesVersion: row.rules_version, band, score: Number(row.score) },
    version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  };
}
