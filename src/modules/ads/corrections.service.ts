import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { extract } from '../../core/extraction/extract.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { AppError } from '../../platform/problems/app-error.js';
import { validateVacancy } from '../ingestion/validation/validate-record.js';
import type { Knowledge } from '../matching/create-context.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import { checkedRecord } from '../records/checked-record.js';
import { contextOf } from './example-context.js';

/** Members of a vacancy that a person may correct. Demands and offers are corrected one by one, the rest as a whole. */
export const CORRECTABLE = [
  'styrk', 'municipality', 'remote', 'positions', 'percent', 'minPercent', 'maxPercent', 'employment', 'workingHours', 'startDate', 'applicationDeadline', 'requirements', 'offers',
] as const;

export type CorrectedFields = Readonly<Partial<Record<(typeof CORRECTABLE)[number], unknown>>>;

export interface Correction {
  readonly fields: CorrectedFields;
  /** What the source says of these members. */
  readonly asReceived: Readonly<Record<string, unknown>>;
  readonly correctedAt: string | null;
}

export interface Corrected { readonly correction: Correction; readonly version: number }

interface VacancyRow { readonly source: string; readonly external_id: string; readonly version: number; readonly record: VacancyRecord }
interface CorrectionRow { readonly fields: CorrectedFields; readonly as_received: Readonly<Record<string, unknown>>; readonly corrected_at: Date }

const NONE: Correction = { fields: {}, asReceived: {}, correctedAt: null };

/** Without a correction: what the source says. */
const ORIGINAL = `(vacancy.record - vacancy_fields_corrected(correction.fields)) || correction.as_received`;

/** What people correct in vacancies. The database lays it over every later write (migration 1763810001000). */
@Injectable()
export class CorrectionsService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource, @Inject(KNOWLEDGE) private readonly knowledge: Knowledge) {}

  async get(id: string): Promise<Corrected> {
    const { source, external_id, version } = await vacancyOf(this.dataSource.manager, id);
    return { correction: await correctionOf(this.dataSource.manager, source, external_id), version };
  }

  /** Replaces the correction of a vacancy. @param versions it may apply to; @throws AppError when the corrected vacancy is not valid */
  put(id: string, fields: CorrectedFields, versions: readonly number[] | 'any'): Promise<Corrected> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.current(manager, id, versions);
      await takeOff(manager, id, before);
      const received = await vacancyOf(manager, id);
      await manager.query(
        `insert into vacancy_correction (source, external_id, fields, as_received)
         select $1, $2, $3::jsonb, coalesce((select jsonb_object_agg(key, value) from jsonb_each($4::jsonb) where key = any(vacancy_fields_corrected($3::jsonb))), '{}')`,
        [before.source, before.external_id, JSON.stringify(fields), JSON.stringify(received.record)]);
      const after = await this.settle(manager, id, before);
      checkedRecord(validateVacancy(after.record, this.knowledge.tables));
      await this.keepExample(manager, received, fields);
      return { correction: await correctionOf(manager, before.source, before.external_id), version: after.version };
    });
  }

  /** Takes the correction off again. */
  remove(id: string, versions: readonly number[] | 'any'): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.current(manager, id, versions);
      await takeOff(manager, id, before);
      await this.settle(manager, id, before);
    });
  }

  private async current(manager: EntityManager, id: string, versions: readonly number[] | 'any'): Promise<VacancyRow> {
    const vacancy = await vacancyOf(manager, id, 'for update');
    if (versions !== 'any' && !versions.includes(vacancy.version)) throw new AppError('request.version-stale', 'Stillingen er endret siden du hentet den.');
    return vacancy;
  }

  /** Has the database lay the correction (if any) over the record, and counts one version more when that changed it. */
  private async settle(manager: EntityManager, id: string, before: VacancyRow): Promise<VacancyRow> {
    await manager.query('update vacancy set record = record where id = $1', [id]);
    await manager.query('update vacancy set version = version + 1, updated_at = now() where id = $1 and record is distinct from $2::jsonb', [id, JSON.stringify(before.record)]);
    return vacancyOf(manager, id);
  }

  /** The words an ad was read from, and what a person says is right: what later readers can be taught and tested with. */
  private async keepExample(manager: EntityManager, { source, external_id, record }: VacancyRow, fields: CorrectedFields): Promise<void> {
    const extraction = extract({ title: record.title, text: record.description ?? '' }, this.knowledge.tables);
    const names = pathsOf(fields);
    const about = (path: string): boolean => names.some((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name.replace('requirements.', 'wishes.')}.`));
    const evidence = extraction.evidence.filter(({ path }) => about(path)).map((piece) => ({ ...piece, context: contextOf(extraction.plainText, piece) }));
    const read = extraction as unknown as Readonly<Record<string, unknown>>;
    const wasRead = Object.fromEntries(Object.keys(fields).flatMap((name) => (read[name] === undefined ? [] : [[name, read[name]]])));
    await manager.query('insert into reading_example (source, external_id, title, was_read, evidence, corrected) values ($1, $2, $3, $4, $5, $6)',
      [source, external_id, record.title, JSON.stringify(wasRead), JSON.stringify(evidence), JSON.stringify(fields)]);
  }
}

/** `styrk`, `requirements.languages` … */
function pathsOf(fields: CorrectedFields): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name === 'requirements' || name === 'offers' ? Object.keys(value as object).map((inner) => `${name}.${inner}`) : [name]);
}

async function vacancyOf(manager: EntityManager, id: string, lock = ''): Promise<VacancyRow> {
  const [row] = await manager.query<VacancyRow[]>(`select source, external_id, version, record from vacancy where id = $1 ${lock === '' ? '' : 'for update'}`, [id]);
  if (row === undefined) throw new AppError('vacancy.not-found', 'Ingen stilling med denne id-en.');
  return row;
}

async function correctionOf(manager: EntityManager, source: string, externalId: string): Promise<Correction> {
  const [row] = await manager.query<CorrectionRow[]>('select fields, as_received, corrected_at from vacancy_correction where source = $1 and external_id = $2', [source, externalId]);
  return row === undefined ? NONE : { fields: row.fields, asReceived: row.as_received, correctedAt: row.corrected_at.toISOString() };
}

/** Back to what the source says. The correction goes first, or it would be laid over again. */
async function takeOff(manager: EntityManager, id: string, { source, external_id }: VacancyRow): Promise<void> {
  const [original] = await manager.query<{ record: VacancyRecord }[]>(
    `select ${ORIGINAL} as record from vacancy join vacancy_correction as correction using (source, external_id) where vacancy.id = $1`, [id]);
  if (original === undefined) return;
  await manager.query('delete from vacancy_correction where source = $1 and external_id = $2', [source, external_id]);
  await manager.query("update vacancy set record = $2::jsonb, municipality = $2::jsonb ->> 'municipality' where id = $1", [id, JSON.stringify(original.record)]);
}
