import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository, type SelectQueryBuilder } from 'typeorm';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig } from '../../platform/config.js';
import { AppError } from '../../platform/problems/app-error.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import { validateCandidate } from '../ingestion/validation/validate-record.js';
import { checkedRecord } from '../records/checked-record.js';
import { DEFAULT_SOURCE } from '../records/source.js';
import { idFromCursor, pageOf, type Page } from '../records/page.js';
import { REFERENCE_TABLES } from '../records/reference-tables.module.js';
import { searchPattern } from '../records/search-pattern.js';
import type { SearchBody } from '../records/search.dto.js';
import { whenTaken } from '../records/unique-violation.js';
import { Candidate } from './candidate.entity.js';
import { toView, type CandidateView, type Viewer } from './candidate.view.js';

const DEFAULT_LIMIT = 20;
const taken = whenTaken('candidate.duplicate', 'En deltaker med samme kilde, kommune og externalId finnes fra før.');

/** What a list may be asked for; the query and the search body bring the same. */
type Filter = { readonly [Name in keyof SearchBody]?: SearchBody[Name] };

@Injectable()
export class CandidatesService {
  /** For whom this process answers: a caller without sign-in is who the configuration says. */
  readonly viewer: Viewer;

  constructor(
    @InjectRepository(Candidate) private readonly candidates: Repository<Candidate>,
    @Inject(REFERENCE_TABLES) private readonly tables: ReferenceTables,
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly clock: Clock,
  ) {
    this.viewer = config.actingAs;
  }

  /** @throws AppError 404 also for someone the viewer must not know of */
  async get(id: string): Promise<Candidate> {
    const candidate = await this.visible().andWhere('candidate.id = :id', { id }).getOne();
    if (!candidate) throw new AppError('candidate.not-found', 'Ingen deltaker med denne id-en.');
    return candidate;
  }

  async list({ q, municipality, cursor, limit = DEFAULT_LIMIT }: Filter): Promise<Page<CandidateView>> {
    const query = this.visible();
    if (municipality !== undefined) query.andWhere('candidate.municipality = :municipality', { municipality });
    if (q !== undefined) query.andWhere(this.matching(searchPattern(q)));
    const total = await query.getCount();
    if (cursor !== undefined) query.andWhere('candidate.id > :after', { after: idFromCursor(cursor) });
    const rows = await query.orderBy('candidate.id').limit(limit + 1).getMany();
    return pageOf(rows, { limit, total, toItem: (row) => toView(row, this.viewer) });
  }

  async create(body: unknown, source = DEFAULT_SOURCE): Promise<Candidate> {
    const record = this.checked(body);
    const { externalId, municipality } = record;
    const inserted = await this.candidates.insert({ source, externalId, municipality, record }).catch(taken);
    return this.candidates.findOneByOrFail({ id: (inserted.identifiers[0] as { id: string }).id });
  }

  /** @param versions that the change may apply to */
  async replace(id: string, body: unknown, versions: readonly number[] | 'any'): Promise<Candidate> {
    const record = this.checked(body);
    const current = await this.current(id, versions);
    if (await this.isUnchanged(id, record)) return current;
    const changed = await this.candidates.createQueryBuilder().update()
      .set({ record: record, externalId: record.externalId, municipality: record.municipality, version: () => 'version + 1', updatedAt: () => 'now()' })
      .where('id = :id and version = :version', { id, version: current.version }).execute().catch(taken);
    if (changed.affected === 0) throw stale();
    return this.candidates.findOneByOrFail({ id });
  }

  async remove(id: string, versions: readonly number[] | 'any'): Promise<void> {
    const { version } = await this.current(id, versions);
    const { affected } = await this.candidates.delete({ id, version });
    if (affected === 0) throw stale();
  }

  private checked(body: unknown): Candidate['record'] {
    return checkedRecord(validateCandidate(body, this.tables, { on: this.clock.today() }));
  }

  private async current(id: string, versions: readonly number[] | 'any'): Promise<Candidate> {
    const candidate = await this.get(id);
    if (versions !== 'any' && !versions.includes(candidate.version)) throw stale();
    return candidate;
  }

  private isUnchanged(id: string, record: Candidate['record']): Promise<boolean> {
    return this.candidates.createQueryBuilder('candidate').where('candidate.id = :id and candidate.record = cast(:record as jsonb)', { id, record: JSON.stringify(record) }).getExists();
  }

  /** Everyone the viewer may know of: outside the own team only those whose address is known to need no protection. */
  private visible(): SelectQueryBuilder<Candidate> {
    const query = this.candidates.createQueryBuilder('candidate').where('true');
    return this.viewer === 'own-team' ? query : query.andWhere("candidate.address_protection = 'none'");
  }

  /** Words in what the viewer may see; searching must not tell more than reading. */
  private matching(pattern: string): Brackets {
    return new Brackets((where) => {
      where.where('candidate.external_id ilike :pattern', { pattern });
      for (const field of ['occupations', 'education', 'skills', 'certificates']) where.orWhere(`candidate.record ->> '${field}' ilike :pattern`, { pattern });
      if (this.viewer === 'own-team') where.orWhere("candidate.record ->> 'name' ilike :pattern", { pattern });
    });
  }
}

const stale = (): AppError => new AppError('request.version-stale', 'Deltakeren er endret siden du hentet den.');
