import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { profileCandidate, type CandidateProfile } from '../../core/matching/candidate-profile.js';
import type { MatchingContext } from '../../core/matching/context.js';
import { profileVacancy, type VacancyProfile } from '../../core/matching/vacancy-profile.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { othersFirst } from '../../platform/others-first.js';
import type { AppConfig } from '../../platform/config.js';
import { APP_CONFIG } from '../../platform/runtime.js';

/** One stored record, read for matching. */
export interface Held<Profile, Record> {
  readonly version: number;
  readonly profile: Profile;
  readonly record: Record;
}

export type HeldCandidate = Held<CandidateProfile, CandidateRecord>;
export type HeldVacancy = Held<VacancyProfile, VacancyRecord>;

interface VersionRow { readonly id: string; readonly version: number }
interface RecordRow<Record> extends VersionRow { readonly record: Record }

/** Outside the own team nobody exists whose address is not known to need no protection. */
const VISIBLE = { 'own-team': 'true', outside: "address_protection = 'none'" } as const;

/**
 * Stored records as profiles, read again only when their version has changed: each request asks the database which
 * records there are, so what it ranks is what is stored.
 */
@Injectable()
export class ProfileStore {
  private candidates = new Map<string, HeldCandidate>();
  private vacancies = new Map<string, HeldVacancy>();
  private heldOn = '';

  constructor(private readonly dataSource: DataSource, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** Everyone the viewer may know of, keyed by id. */
  async allCandidates(context: MatchingContext): Promise<ReadonlyMap<string, HeldCandidate>> {
    this.startOver(context.on);
    return this.refresh(this.candidates, `select id, version from candidate where ${VISIBLE[this.config.actingAs]}`, {
      load: 'select id, version, record from candidate where id = any($1)', profile: (record: CandidateRecord, id: string) => profileCandidate(record, context, id),
    });
  }

  /** Vacancies still open on the date of the context, keyed by id. */
  async openVacancies(context: MatchingContext): Promise<ReadonlyMap<string, HeldVacancy>> {
    this.startOver(context.on);
    return this.refresh(this.vacancies, 'select id, version from vacancy where deadline is null or deadline >= $1', {
      load: 'select id, version, record from vacancy where id = any($1)', profile: (record: VacancyRecord, id: string) => profileVacancy(record, context, id), parameters: [context.on],
    });
  }

  async candidate(id: string, context: MatchingContext): Promise<HeldCandidate | null> {
    const [row] = await this.dataSource.query<RecordRow<CandidateRecord>[]>(`select id, version, record from candidate where id = $1 and ${VISIBLE[this.config.actingAs]}`, [id]);
    return row === undefined ? null : { version: row.version, record: row.record, profile: profileCandidate(row.record, context, row.id) };
  }

  async vacancy(id: string, context: MatchingContext): Promise<HeldVacancy | null> {
    const [row] = await this.dataSource.query<RecordRow<VacancyRecord>[]>('select id, version, record from vacancy where id = $1', [id]);
    return row === undefined ? null : { version: row.version, record: row.record, profile: profileVacancy(row.record, context, row.id) };
  }

  /** Profiles rest on the date (how fresh work is), so they go with it. */
  private startOver(on: string): void {
    if (this.heldOn === on) return;
    this.heldOn = on;
    // New maps, not emptied ones: a request still under way keeps what it holds.
    this.candidates = new Map();
    this.vacancies = new Map();
  }

  private async refresh<Profile, Record>(
    held: Map<string, Held<Profile, Record>>, versionsSql: string,
    { load, profile, parameters = [] }: { load: string; profile: (record: Record, id: string) => Profile; parameters?: readonly unknown[] },
  ): Promise<ReadonlyMap<string, Held<Profile, Record>>> {
    const versions = await this.dataSource.query<VersionRow[]>(versionsSql, [...parameters]);
    const wanted = versions.filter(({ id, version }) => held.get(id)?.version !== version).map(({ id }) => id);
    for (const batch of inBatches(wanted)) {
      const rows = await this.dataSource.query<RecordRow<Record>[]>(load, [batch]);
      for (const [index, { id, version, record }] of rows.entries()) {
        if (held.get(id)?.version !== version) held.set(id, { version, record, profile: profile(record, id) });
        if (index % READ_AT_ONCE === READ_AT_ONCE - 1) await othersFirst();
      }
    }
    const present = new Map<string, Held<Profile, Record>>();
    for (const { id } of versions) {
      const one = held.get(id);
      if (one) present.set(id, one);
    }
    // Forget what is gone, so that memory follows what is stored.
    if (held.size > present.size) for (const id of held.keys()) if (!present.has(id)) held.delete(id);
    return present;
  }
}

/** Records read for matching before other requests get their turn: some 20 ms. */
const READ_AT_ONCE = 20;
const BATCH = 1_000;

function* inBatches(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}
