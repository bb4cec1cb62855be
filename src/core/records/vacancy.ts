import type { EducationField, EducationLevel, PartOfDay } from './candidate.js';
import type { DemandedCefrLevel } from './cefr.js';

export interface LanguageAlternative {
  readonly language: string;
  readonly oral?: DemandedCefrLevel;
  readonly written?: DemandedCefrLevel;
}

/** One demand: met by any one of its alternatives. */
export interface LanguageDemand {
  readonly anyOf: readonly LanguageAlternative[];
  /** True: the employer will not start someone below this level, not even with training alongside. */
  readonly strict?: boolean;
}

export interface EducationDemand {
  readonly minLevel: EducationLevel;
  readonly fields?: readonly EducationField[];
  /** True: equivalent experience does not replace it. */
  readonly strict?: boolean;
}

export interface VacancyRequirements {
  readonly education?: EducationDemand;
  readonly experienceYears?: number;
  /** Regulated profession, e.g. `nurse`. */
  readonly authorisation?: string;
  readonly certificates?: readonly string[];
  /** All of these classes are needed. */
  readonly driversLicence?: readonly string[];
  /** Every entry must be met. Empty or absent: no language requirement. */
  readonly languages?: readonly LanguageDemand[];
}

/** What the employer is willing to do. `false` rules it out at this employer; absent is unknown. */
export interface VacancyOffers {
  readonly mentor?: boolean;
  readonly buddy?: boolean;
  readonly languageTrainingAtWork?: boolean;
  readonly workTraining?: boolean;
  readonly shortCourse?: boolean;
  readonly ordinaryEmploymentAfterTrack?: boolean;
}

export type EmploymentKind = 'permanent' | 'temporary' | 'seasonal' | 'on-call' | 'apprenticeship' | 'work-training';
export type WorkingHours = PartOfDay | 'shift';

/** A vacancy (stilling) in the form of the contract. An absent member is unknown. */
export interface VacancyRecord {
  readonly externalId: string;
  readonly title: string;
  readonly description?: string;
  readonly employer: {
    readonly name: string;
    readonly orgNumber?: string;
    readonly sector?: 'private' | 'municipal' | 'county' | 'state' | 'voluntary';
    readonly industry?: string;
  };
  /** STYRK-08, four digits; linked from title and description when absent. */
  readonly styrk?: string;
  readonly municipality: string;
  readonly remote?: boolean;
  readonly positions?: number;
  /** Position percentage, 1–100. */
  readonly percent?: number;
  readonly minPercent?: number;
  readonly maxPercent?: number;
  readonly employment?: EmploymentKind;
  readonly workingHours?: readonly WorkingHours[];
  readonly startDate?: string;
  readonly applicationDeadline?: string;
  readonly requirements?: VacancyRequirements;
  readonly offers?: VacancyOffers;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
}
