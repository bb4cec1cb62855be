import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import type { ReferenceTables } from '../../core/reference/tables.js';
import type { Viewer } from '../candidates/candidate.view.js';

/** A vacancy as a line in a ranked list. */
export interface VacancySummary {
  readonly id: string;
  readonly externalId: string;
  readonly title: string;
  readonly employer: string;
  readonly styrk?: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly percent?: number;
  readonly applicationDeadline?: string;
}

/** A person as a line in a ranked list: nothing of refugee status, and the name for the own team only. */
export interface CandidateSummary {
  readonly id: string;
  readonly externalId: string;
  readonly name?: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly occupations: readonly string[];
}

const placeName = (number: string, { municipalities }: ReferenceTables): string => municipalities.get(number)?.name ?? number;

export function vacancySummary(id: string, record: VacancyRecord, tables: ReferenceTables): VacancySummary {
  const { externalId, title, employer, styrk, municipality, percent, applicationDeadline } = record;
  return {
    id, externalId, title, employer: employer.name, municipality, municipalityName: placeName(municipality, tables),
    ...(styrk === undefined ? {} : { styrk }), ...(percent === undefined ? {} : { percent }), ...(applicationDeadline === undefined ? {} : { applicationDeadline }),
  };
}

export function candidateSummary(id: string, record: CandidateRecord, { tables, viewer }: { tables: ReferenceTables; viewer: Viewer }): CandidateSummary {
  const { externalId, name, municipality, occupations } = record;
  return {
    id, externalId, municipality, municipalityName: placeName(municipality, tables),
    occupations: occupations.map(({ styrk, title }) => title ?? tables.styrk.get(styrk ?? '')?.name ?? styrk ?? ''),
    ...(viewer === 'own-team' && name !== undefined ? { name } : {}),
  };
}
