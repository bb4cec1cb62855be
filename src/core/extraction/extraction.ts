import type { EducationDemand, EmploymentKind, LanguageDemand, VacancyOffers, VacancyRequirements, WorkingHours } from '../records/vacancy.js';
import type { ReferenceTables } from '../reference/tables.js';

/** A job ad as it came: HTML or plain text, as much of it as there is. */
export interface Advertisement {
  readonly title: string;
  readonly text: string;
}

/** The tables that reading needs: names of regulated professions and of certificates. */
export type ExtractionTables = Pick<ReferenceTables, 'regulatedProfessions' | 'certificates'>;

/** The words a value was read from. */
export interface Evidence {
  /** Where the value stands in the extraction: `requirements.languages.0`, `wishes.driversLicence.1`, `percent`. */
  readonly path: string;
  /** `plainText.slice(start, end)`, always. */
  readonly text: string;
  /** Offsets into `plainText` in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** In [0, 1]; how sure the reading is. */
  readonly confidence: number;
}

/** What the ad would like but does not demand; the same forms as the demands. */
export interface VacancyWishes {
  readonly languages: readonly LanguageDemand[];
  readonly education?: EducationDemand;
  readonly experienceYears?: number;
  readonly driversLicence?: readonly string[];
  readonly certificates?: readonly string[];
}

/** What was read from an ad. An absent member is unknown, not "no". */
export interface Extraction {
  /** The ad as read: the title on the first line (when there is one), an empty line, the body. */
  readonly plainText: string;
  readonly requirements: VacancyRequirements;
  readonly wishes: VacancyWishes;
  /** Position percentage, 1–100; or a range with `minPercent` and `maxPercent`, of which one may be unknown. */
  readonly percent?: number;
  readonly minPercent?: number;
  readonly maxPercent?: number;
  readonly workingHours?: readonly WorkingHours[];
  readonly remote?: boolean;
  readonly employment?: EmploymentKind;
  readonly offers?: VacancyOffers;
  /** True: the ad says that Norwegian is not required. Absent: it does not say so. */
  readonly noLanguageDemand?: true;
  /** The ad is in English only and names no language: English is probably the working language. A hint, no requirement. */
  readonly workingLanguageHint?: 'en';
  readonly evidence: readonly Evidence[];
}
