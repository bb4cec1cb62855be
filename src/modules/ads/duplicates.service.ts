import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { adPrint, nearDuplicate, type AdPrint } from '../../core/extraction/near-duplicate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { AppError } from '../../platform/problems/app-error.js';

export interface DuplicateView {
  readonly vacancy: { readonly id: string; readonly source: string; readonly externalId: string; readonly title: string; readonly employer: string; readonly applicationDeadline: string | null };
  /** How much of the two texts is the same, 0–1. */
  readonly similarity: number;
}

interface Row { readonly id: string; readonly source: string; readonly externalId: string; readonly record: VacancyRecord }

/** Ads of the same employer in the same municipality: the only ones that can be the same job put out twice. */
const RIVALS = `
  select other.id, other.source, other.external_id as "externalId", other.record from vacancy as other, vacancy as own
  where own.id = $1 and other.id <> own.id and other.municipality = own.municipality
    and (lower(other.record #>> '{employer,name}') = lower(own.record #>> '{employer,name}') or other.record #>> '{employer,orgNumber}' = own.record #>> '{employer,orgNumber}')`;

/** Finds ads that are the same job put out twice: by the employer and in the feed, or again with a new deadline. */
@Injectable()
export class DuplicatesService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(id: string): Promise<readonly DuplicateView[]> {
    const [own] = await this.dataSource.query<Pick<Row, 'record'>[]>('select record from vacancy where id = $1', [id]);
    if (own === undefined) throw new AppError('vacancy.not-found', 'Ingen stilling med denne id-en.');
    const print = printOf(own.record);
    const rivals = await this.dataSource.query<Row[]>(RIVALS, [id]);
    const found = rivals.flatMap((row) => {
      const similarity = nearDuplicate(print, printOf(row.record));
      return similarity === null ? [] : [{ vacancy: summaryOf(row), similarity: Math.round(similarity * 1_000) / 1_000 }];
    });
    return found.sort((a, b) => b.similarity - a.similarity || (a.vacancy.id < b.vacancy.id ? -1 : 1));
  }
}

const printOf = ({ title, description = '' }: VacancyRecord): AdPrint => adPrint({ title, text: description });

const summaryOf = ({ id, source, externalId, record }: Row): DuplicateView['vacancy'] =>
  ({ id, source, externalId, title: record.title, employer: record.employer.name, applicationDeadline: record.applicationDeadline ?? null });
