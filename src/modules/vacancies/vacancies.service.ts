import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository } from 'typeorm';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { AppError } from '../../platform/problems/app-error.js';
import { validateVacancy } from '../ingestion/validation/validate-record.js';
import { checkedRecord } from '../records/checked-record.js';
import { DEFAULT_SOURCE } from '../records/source.js';
import { idFromCursor, pageOf, type Page } from '../records/page.js';
import { REFERENCE_TABLES } from '../records/reference-tables.module.js';
import { searchPattern } from '../records/search-pattern.js';
import { whenTaken } from '../records/unique-violation.js';
import type { VacancySearchBody } from './vacancy-filter.dto.js';
import { Vacancy } from './vacancy.entity.js';
import { toView, type VacancyView } from './vacancy.view.js';

const DEFAULT_LIMIT = 20;
const taken = whenTaken('vacancy.duplicate', 'En stilling med samme kilde og externalId finnes fra før.');

/** What a list may be asked for; the query and the search body bring the same. */
type Filter = { readonly [Name in keyof VacancySearchBody]?: VacancySearchBody[Name] };

@Injectable()
export class VacanciesService {
  constructor(
    @InjectRepository(Vacancy) private readonly vacancies: Repository<Vacancy>,
    @Inject(REFERENCE_TABLES) private readonly tables: ReferenceTables,
  ) {}

  async get(id: string): Promise<Vacancy> {
    const vacancy = await this.vacancies.findOneBy({ id });
    if (!vacancy) throw new AppError('vacancy.not-found', 'Ingen stilling med denne id-en.');
    return vacancy;
  }

  async list({ q, municipality, styrk, openOn, cursor, limit = DEFAULT_LIMIT }: Filter): Promise<Page<VacancyView>> {
    const query = this.vacancies.createQueryBuilder('vacancy').where('true');
    if (municipality !== undefined) query.andWhere('vacancy.municipality = :municipality', { municipality });
    if (styrk !== undefined) query.andWhere('vacancy.styrk like :prefix', { prefix: `${styrk}%` });
    if (openOn !== undefined) query.andWhere('(vacancy.deadline is null or vacancy.deadline >= :openOn)', { openOn });
    if (q !== undefined) query.andWhere(matching(searchPattern(q)));
    const total = await query.getCount();
    if (cursor !== undefined) query.andWhere('vacancy.id > :after', { after: idFromCursor(cursor) });
    const rows = await query.orderBy('vacancy.id').limit(limit + 1).getMany();
    return pageOf(rows, { limit, total, toItem: (row) => toView(row) });
  }

  async create(body: unknown, source = DEFAULT_SOURCE): Promise<Vacancy> {
    const record = this.checked(body);
    const { externalId, municipality } = record;
    const inserted = await this.vacancies.insert({ source, externalId, municipality, record }).catch(taken);
    return this.vacancies.findOneByOrFail({ id: (inserted.identifiers[0] as { id: string }).id });
  }

  /** @param versions that the change may apply to */
  async replace(id: string, body: unknown, versions: readonly number[] | 'any'): Promise<Vacancy> {
    const record = this.checked(body);
    const current = await this.current(id, versions);
    if (await this.isUnchanged(id, record)) return current;
    const changed = await this.vacancies.createQueryBuilder().update()
      .set({ record: record, externalId: record.externalId, municipality: record.municipality, version: () => 'version + 1', updatedAt: () => 'now()' })
      .where('id = :id and version = :version', { id, version: current.version }).execute().catch(taken);
    if (changed.affected === 0) throw stale();
    return this.vacancies.findOneByOrFail({ id });
  }

  async remove(id: string, versions: readonly number[] | 'any'): Promise<void> {
    const { version } = await this.current(id, versions);
    const { affected } = await this.vacancies.delete({ id, version });
    if (affected === 0) throw stale();
  }

  private checked(body: unknown): Vacancy['record'] {
    return checkedRecord(validateVacancy(body, this.tables));
  }

  private async current(id: string, versions: readonly number[] | 'any'): Promise<Vacancy> {
    const vacancy = await this.get(id);
    if (versions !== 'any' && !versions.includes(vacancy.version)) throw stale();
    return vacancy;
  }

  private isUnchanged(id: string, record: Vacancy['record']): Promise<boolean> {
    return this.vacancies.createQueryBuilder('vacancy').where('vacancy.id = :id and vacancy.record = cast(:record as jsonb)', { id, record: JSON.stringify(record) }).getExists();
  }
}

/** Words anywhere in what the advertisement says. */
function matching(pattern: string): Brackets {
  return new Brackets((where) => {
    where.where('vacancy.external_id ilike :pattern', { pattern });
    for (const field of ['title', 'description', 'employer']) where.orWhere(`vacancy.record ->> '${field}' ilike :pattern`, { pattern });
  });
}

const stale = (): AppError => new AppError('request.version-stale', 'Stillingen er endret siden du hentet den.');
