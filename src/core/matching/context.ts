import type { AccessReading } from '../extraction/access.js';
import type { VacancyRecord } from '../records/vacancy.js';
import type { ReferenceTables } from '../reference/tables.js';
import type { ScoringPolicy } from './policy.js';

/** One reading of a job title: a four-digit STYRK-08 code and how sure the reading is, in (0, 1]. */
export interface TitleReading {
  readonly styrk: string;
  readonly confidence: number;
}

/** Door-to-door journey one way. Never unknown: two municipalities always have an estimate. */
export interface Journey {
  readonly distanceKm: number;
  readonly minutesByCar: number;
  readonly minutesByPublicTransport: number;
}

/** What an advertisement's text says beyond the record's own fields, in the record's form. */
export type AdReading = Pick<
  VacancyRecord,
  'requirements' | 'offers' | 'percent' | 'minPercent' | 'maxPercent' | 'workingHours' | 'remote' | 'employment'
> & { readonly access?: AccessReading; readonly trainedOnTheJob?: boolean };

/** Everything a decision rests on besides the two records. */
export interface MatchingContext {
  readonly tables: ReferenceTables;
  readonly policy: ScoringPolicy;
  /** Reads a job title as codes, surest first; an empty list when nothing is recognised. `within` is a shorter code known to hold. */
  readonly readTitle: (title: string, hints: { readonly text?: string; readonly within?: string }) => readonly TitleReading[];
  readonly readAd: (ad: { readonly title: string; readonly text: string }) => AdReading;
  readonly travel: (from: string, to: string) => Journey;
  /** Date of assessment, ISO, Europe/Oslo. */
  readonly on: string;
}
