import { stringify } from 'csv-stringify/sync';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { safeCell } from '../ingestion/import-issues.js';
import { AppError } from '../../platform/problems/app-error.js';
import type { StoredPlan } from './plan-store.js';

/** What is keyed into the national introduction register (NIR) for a fast track. The person is found by the municipality's own reference. */
export interface NirRegistration {
  readonly reference: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly scheme: 'hurtigspor';
  /** First and last day. */
  readonly startDate: string;
  readonly endDate: string;
  readonly plan: string;
  readonly planVersion: number;
  readonly exportedOn: string;
}

/** @throws AppError when the plan has no fast-track period */
export function nirRegistration({ id, version, content, record }: StoredPlan, tables: ReferenceTables, exportedOn: string): NirRegistration {
  const { fastTrack } = content;
  if (fastTrack === null) throw new AppError('plan.no-fast-track', 'Legg inn start og slutt for hurtigsporet først.');
  const { externalId, municipality } = record;
  return {
    reference: externalId, municipality, municipalityName: tables.municipalities.get(municipality)?.name ?? municipality, scheme: 'hurtigspor',
    startDate: fastTrack.from, endDate: fastTrack.to, plan: id, planVersion: version, exportedOn,
  };
}

const HEADINGS = ['referanse', 'kommunenummer', 'kommune', 'ordning', 'startdato', 'sluttdato', 'plan', 'planversjon', 'eksportert'];

/** The same as one line for a spreadsheet. */
export function nirCsv(nir: NirRegistration): string {
  const cells = [nir.reference, nir.municipality, nir.municipalityName, nir.scheme, nir.startDate, nir.endDate, nir.plan, String(nir.planVersion), nir.exportedOn];
  return `\ufeff${stringify([HEADINGS, cells.map(safeCell)], { delimiter: ';' })}`;
}
