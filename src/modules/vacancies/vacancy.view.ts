import type { VacancyRecord } from '../../core/records/vacancy.js';
import type { Vacancy } from './vacancy.entity.js';

export interface VacancyView {
  readonly id: string;
  readonly source: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly record: Partial<VacancyRecord>;
}

function shown(record: VacancyRecord): Partial<VacancyRecord> {
  const { externalId, title, description, employer, styrk, municipality, remote, positions, percent, minPercent, maxPercent } = record;
  const { employment, workingHours, startDate, applicationDeadline, requirements, offers, contact } = record;
  const fields = {
    externalId, title, description, employer, styrk, municipality, remote, positions, percent, minPercent, maxPercent,
    employment, workingHours, startDate, applicationDeadline, requirements, offers, contact,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What leaves the house: a new field stays inside until it is named here. */
export function toView({ id, source, version, createdAt, updatedAt, record }: Vacancy): VacancyView {
  return { id, source, version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), record: shown(record) };
}
