import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlannedMeasure } from '../../core/measures/situation.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { AppConfig } from '../../platform/config.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import type { AfterProgramme, Contact, Period, PlanContent, PlanEndReason, Question } from './plan-content.js';
import { visibleTo } from './visible-candidates.js';

export type PlanState = 'draft' | 'agreed' | 'declined' | 'ended';

/** What the person answered, and to which version of the plan. */
export interface Answer {
  readonly question: Question;
  readonly answer: 'yes' | 'no';
  /** ISO date. */
  readonly on: string;
  readonly textVersion: string;
  readonly locale: string;
  /** The version of the plan the person answered to, and the vacancy it was for. */
  readonly planVersion: number;
  readonly vacancyId: string | null;
}

/** A plan as stored, with the record of the person it is for. */
export interface StoredPlan {
  readonly id: string;
  readonly candidateId: string;
  readonly state: PlanState;
  readonly content: PlanContent;
  readonly madeOn: string;
  readonly rulesVersion: string;
  readonly end: { readonly reason: PlanEndReason; readonly on: string } | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The latest answer to each question. */
  readonly answers: readonly Answer[];
  readonly record: CandidateRecord;
}

export type EventKind = 'created' | 'changed' | 'answered' | 'ended';

export interface PlanEvent {
  /** The version of the plan this made. */
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly kind: EventKind;
  readonly change: object;
}

interface PlanRow {
  readonly id: string; readonly candidate_id: string; readonly vacancy_id: string | null; readonly state: PlanState;
  readonly made_on: string; readonly rules_version: string; readonly version: number; readonly created_at: Date; readonly updated_at: Date;
  readonly municipality_contact: Contact | null; readonly employer_contact: Contact | null;
  readonly fast_track: Period | null; readonly language_offer: string[] | null; readonly after_programme: AfterProgramme | null;
  readonly ending: StoredPlan['end']; readonly measures: readonly PlannedMeasure[]; readonly answers: readonly Answer[]; readonly record: CandidateRecord;
}

const SELECT = `
  select p.id, p.candidate_id, p.vacancy_id, p.state, p.made_on::text, p.rules_version, p.version, p.created_at, p.updated_at,
    p.municipality_contact, p.employer_contact, p.language_offer, p.after_programme, c.record,
    case when p.fast_track_from is not null then jsonb_build_object('from', p.fast_track_from, 'to', p.fast_track_to) end as fast_track,
    case when p.end_reason is not null then jsonb_build_object('reason', p.end_reason, 'on', p.ended_on) end as ending,
    coalesce((select jsonb_agg(jsonb_build_object('measure', m.measure, 'from', m.starts_on, 'to', m.ends_on) order by m.position) from plan_measure m where m.plan_id = p.id), '[]') as measures,
    coalesce((select jsonb_agg(a.change) from (
      select distinct on (e.change ->> 'question') e.change from plan_event e where e.plan_id = p.id and e.kind = 'answered' order by e.change ->> 'question', e.id desc) a), '[]') as answers
  from plan p join candidate c on c.id = p.candidate_id`;

export interface PlanFilter {
  readonly candidateId?: string | undefined;
  readonly vacancyId?: string | undefined;
  readonly state?: string | undefined;
}

/** What a change makes of a plan: columns besides its content, and the event that tells of it. */
export interface PlanChange {
  readonly kind: EventKind;
  readonly change: object;
  readonly by: string;
  readonly state: PlanState;
  readonly content?: PlanContent;
  readonly end?: NonNullable<StoredPlan['end']>;
}

/** Plans in the database. Every change is an event of its own in the same transaction; events are never changed. */
@Injectable()
export class PlanStore {
  private readonly visible: string;

  constructor(private readonly dataSource: DataSource, @Inject(APP_CONFIG) config: AppConfig) {
    this.visible = visibleTo(config.actingAs, 'c');
  }

  async find(id: string): Promise<StoredPlan | null> {
    const [row] = await this.dataSource.query<PlanRow[]>(`${SELECT} where p.id = $1 and ${this.visible}`, [id]);
    return row === undefined ? null : toPlan(row);
  }

  /** In order of id. */
  async list({ candidateId, vacancyId, state }: PlanFilter, page: { readonly after: string | null; readonly limit: number }): Promise<{ plans: StoredPlan[]; total: number }> {
    const where = `($1::uuid is null or p.candidate_id = $1) and ($2::uuid is null or p.vacancy_id = $2) and ($3::text is null or p.state = $3) and ${this.visible}`;
    const filter = [candidateId ?? null, vacancyId ?? null, state ?? null];
    const [count] = await this.dataSource.query<{ total: number }[]>(`select count(*)::int as total from plan p join candidate c on c.id = p.candidate_id where ${where}`, filter);
    const rows = await this.dataSource.query<PlanRow[]>(`${SELECT} where ${where} and ($4::uuid is null or p.id > $4) order by p.id limit $5`, [...filter, page.after, page.limit]);
    return { plans: rows.map(toPlan), total: count?.total ?? 0 };
  }

  /** Null when there is no such candidate that the viewer may know of. */
  async insert(plan: { readonly candidateId: string; readonly madeOn: string; readonly rulesVersion: string }, content: PlanContent, by: string): Promise<string | null> {
    return this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        `insert into plan (candidate_id, made_on, rules_version) select c.id, $2, $3 from candidate c where c.id = $1 and ${this.visible} returning id`,
        [plan.candidateId, plan.madeOn, plan.rulesVersion]);
      if (row === undefined) return null;
      const { id } = row;
      await writeContent(manager, id, content);
      await addEvent(manager, { id, version: 1 }, { kind: 'created', change: { madeOn: plan.madeOn, rulesVersion: plan.rulesVersion, ...content }, by });
      return id;
    });
  }

  async vacancyExists(id: string): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>('select 1 from vacancy where id = $1', [id])).length > 0;
  }

  /** False when somebody else changed the plan first; then nothing is changed. */
  async change({ id, version }: { readonly id: string; readonly version: number }, { content, end, state, ...event }: PlanChange): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<[{ version: number }[], number]>(
        `update plan set state = $3, end_reason = $4, ended_on = $5, version = version + 1, updated_at = now() where id = $1 and version = $2 returning version`,
        [id, version, state, end?.reason ?? null, end?.on ?? null]);
      const [changed] = rows;
      if (changed === undefined) return false;
      if (content !== undefined) await writeContent(manager, id, content);
      await addEvent(manager, { id, version: changed.version }, event);
      return true;
    });
  }

  /** False when somebody else changed the plan first. */
  async remove({ id, version }: { readonly id: string; readonly version: number }): Promise<boolean> {
    const [, removed] = await this.dataSource.query<[unknown[], number]>('delete from plan where id = $1 and version = $2', [id, version]);
    return removed > 0;
  }

  /** Everything that was done to a plan, first to last. */
  async history(id: string): Promise<PlanEvent[]> {
    const rows = await this.dataSource.query<(Omit<PlanEvent, 'at'> & { at: Date })[]>('select version, at, by, kind, change from plan_event where plan_id = $1 order by id', [id]);
    return rows.map(({ version, at, by, kind, change }) => ({ version, at: at.toISOString(), by, kind, change }));
  }

  /** The measures of every plan the person has said yes to and that is not over; null = there is no such plan. */
  async agreedMeasures(candidateId: string): Promise<readonly PlannedMeasure[] | null> {
    const rows = await this.dataSource.query<{ measures: PlannedMeasure[] | null }[]>(`
      select (select jsonb_agg(jsonb_build_object('measure', m.measure, 'from', m.starts_on, 'to', m.ends_on) order by m.position) from plan_measure m where m.plan_id = p.id) as measures
      from plan p where p.candidate_id = $1 and p.state = 'agreed' order by p.id`, [candidateId]);
    return rows.length === 0 ? null : rows.flatMap(({ measures }) => measures ?? []);
  }

  /** What the person has agreed to share with the employer of this vacancy: the latest answer counts, and a plan that is over shares nothing. */
  async sharing(candidateId: string, vacancyId: string): Promise<{ readonly language: boolean; readonly support: boolean }> {
    const rows = await this.dataSource.query<{ question: Question; answer: string }[]>(`
      select distinct on (e.change ->> 'question') e.change ->> 'question' as question, e.change ->> 'answer' as answer
      from plan_event e join plan p on p.id = e.plan_id
      where p.candidate_id = $1 and p.vacancy_id = $2 and p.state <> 'ended' and e.kind = 'answered'
        and e.change ->> 'vacancyId' = p.vacancy_id::text
      order by e.change ->> 'question', e.id desc`, [candidateId, vacancyId]);
    const said = (question: Question): boolean => rows.some((row) => row.question === question && row.answer === 'yes');
    return { language: said('share-language'), support: said('share-support') };
  }
}

async function writeContent(manager: EntityManager, id: string, content: PlanContent): Promise<void> {
  const { vacancyId, municipalityContact, employerContact, fastTrack, languageOffer, afterProgramme, measures } = content;
  await manager.query(
    `update plan set vacancy_id = $2, municipality_contact = $3, employer_contact = $4, fast_track_from = $5, fast_track_to = $6, language_offer = $7, after_programme = $8 where id = $1`,
    [id, vacancyId, json(municipalityContact), json(employerContact), fastTrack?.from ?? null, fastTrack?.to ?? null, languageOffer, afterProgramme]);
  await manager.query('delete from plan_measure where plan_id = $1', [id]);
  await manager.query(
    `insert into plan_measure (plan_id, position, measure, starts_on, ends_on)
     select $1, m.ordinality - 1, m.value ->> 'measure', (m.value ->> 'from')::date, (m.value ->> 'to')::date from jsonb_array_elements($2::jsonb) with ordinality m`,
    [id, JSON.stringify(measures)]);
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

async function addEvent(manager: EntityManager, { id, version }: { id: string; version: number }, { kind, change, by }: Pick<PlanEvent, 'kind' | 'change' | 'by'>): Promise<void> {
  await manager.query('insert into plan_event (plan_id, version, by, kind, change) values ($1, $2, $3, $4, $5)', [id, version, by, kind, JSON.stringify(change)]);
}

function toPlan(row: PlanRow): StoredPlan {
  return {
    id: row.id, candidateId: row.candidate_id, state: row.state, madeOn: row.made_on, rulesVersion: row.rules_version, version: row.version,
    content: {
      vacancyId: row.vacancy_id, measures: row.measures.map(({ measure, from, to }) => ({ measure, from, to })), municipalityContact: toContact(row.municipality_contact), employerContact: toContact(row.employer_contact),
      fastTrack: row.fast_track === null ? null : { from: row.fast_track.from, to: row.fast_track.to }, languageOffer: row.language_offer, afterProgramme: row.after_programme,
    },
    end: row.ending, answers: row.answers, record: row.record, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  };
}

/** In one order of members, so that the same contact is the same text. */
function toContact(stored: Contact | null): Contact | null {
  if (stored === null) return null;
  const { name, phone, email } = stored;
  return { name, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}
