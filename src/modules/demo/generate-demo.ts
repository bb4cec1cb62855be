import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { generateCandidates, type CandidateSource } from './generate-candidates.js';
import { generateVacancies } from './generate-vacancies.js';

/** Invented records for a service with no data of its own. */
export interface Demo {
  readonly candidates: readonly CandidateRecord[];
  readonly vacancies: readonly VacancyRecord[];
}

/**
 * 2,000 candidates and 600 vacancies after the published distributions (AID 2023, tables 4–7; see `data/demo`), in the
 * same labour-market regions so that they can meet. Everyone and every employer is invented.
 *
 * @param seed any whole number; the same seed, date and data give the same bytes
 * @param on ISO date all dates are relative to
 */
export function generateDemo(seed: number, on: string, source: CandidateSource): Demo {
  return { candidates: generateCandidates(seed, on, source), vacancies: generateVacancies(seed, on, source.vocabulary) };
}
