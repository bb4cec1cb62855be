import { extract } from '../../core/extraction/extract.js';
import type { EmploymentKind, VacancyRecord } from '../../core/records/vacancy.js';
import type { ReferenceTables } from '../../core/reference/tables.js';
import type { FieldIssue } from '../ingestion/issue.js';
import type { NavAd } from './nav-forms.js';
import { readDate } from './nav-time.js';

/** The kinds that say how long or in which form someone is employed; "Trainee" and "Annet" do not. */
const EMPLOYMENT: ReadonlyMap<string, EmploymentKind> = new Map([
  ['fast', 'permanent'],
  ['vikariat', 'temporary'], ['engasjement', 'temporary'], ['prosjekt', 'temporary'], ['åremål', 'temporary'],
  ['sesong', 'seasonal'], ['feriejobb', 'seasonal'],
  ['lærling', 'apprenticeship'],
  ['tilkalling', 'on-call'], ['ekstrahjelp', 'on-call'],
]);

type Conditions = Pick<VacancyRecord, 'employment' | 'percent' | 'maxPercent' | 'positions' | 'startDate'>;

/** Kind of employment, share of a full position, number of positions and start, as far as the feed says so. */
export function mapConditions(ad: NavAd, written: { title: string; text: string }, tables: ReferenceTables): { value: Conditions; warnings: FieldIssue[] } {
  const employment = EMPLOYMENT.get(ad.engagementtype?.toLowerCase() ?? '');
  const positions = positionsOf(ad.positioncount);
  const startDate = readDate(ad.starttime);
  const value = {
    ...(employment === undefined ? {} : { employment }), ...shareOf(ad.extent, written, tables),
    ...(positions.count === null ? {} : { positions: positions.count }), ...(startDate === null ? {} : { startDate }),
  };
  return { value, warnings: positions.warnings };
}

/** Everything but "Deltid" comes as "Heltid", so what the text says goes before it. */
function shareOf(extent: string | undefined, written: { title: string; text: string }, tables: ReferenceTables): Pick<Conditions, 'percent' | 'maxPercent'> {
  if (extent === undefined) return {};
  const read = extract(written, tables);
  if (read.percent !== undefined || read.minPercent !== undefined || read.maxPercent !== undefined) return {};
  return extent.toLowerCase() === 'deltid' ? { maxPercent: 99 } : { percent: 100 };
}

function positionsOf(written: string | undefined): { count: number | null; warnings: FieldIssue[] } {
  if (written === undefined) return { count: null, warnings: [] };
  const count = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (count >= 1 && count <= 10_000) return { count, warnings: [] };
  return { count: null, warnings: [{ path: 'positions', code: 'positions.unreadable', mend: 'Antall stillinger er ikke et tall og er ikke tatt med.' }] };
}
