import type { CefrLevel } from './cefr.js';

/** A NUS2000 field: one digit as a number, or a deeper group as up to three digits without the level digit. */
export type EducationField = number | string;

/** NUS2000 level, 0 (none) to 8 (doctorate); 4 = upper secondary completed, 6 = higher education up to four years. */
export type EducationLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface CandidateEducation {
  readonly level: EducationLevel;
  readonly fields?: readonly EducationField[];
  readonly title?: string;
  /** ISO 3166 alpha-2. Never scored. */
  readonly country?: string;
  readonly recognition?: 'none' | 'applied' | 'recognised' | 'not-needed';
}

export interface CandidateOccupation {
  /** STYRK-08, one to four digits; two is what mapping often gives. */
  readonly styrk?: string;
  /** Free text in Norwegian, English or Ukrainian; linked to a code when `styrk` is absent. */
  readonly title?: string;
  /** Years of work in it, 0–70. */
  readonly years?: number;
  readonly lastYear?: number;
}

export interface CandidateLanguage {
  /** ISO 639; Norwegian is `no` (`nb` and `nn` are read as `no`). */
  readonly language: string;
  /** Oral C2; written C2 too unless `written` says otherwise. */
  readonly native?: boolean;
  readonly oral?: CefrLevel;
  readonly written?: CefrLevel;
}

export type ProgrammeStatus = 'not-entitled' | 'not-started' | 'participating' | 'completed' | 'left';
export type ProgrammeGoal = 'work' | 'higher-education' | 'upper-secondary' | 'other';

export interface CandidateProgramme {
  readonly status: ProgrammeStatus;
  /** ISO date, Europe/Oslo. */
  readonly startDate?: string;
  readonly plannedEndDate?: string;
  readonly goal?: ProgrammeGoal;
  /** 1–100. */
  readonly partTimePercent?: number;
  readonly workDirectedHoursPerWeek?: number;
}

/** Innsatsgruppe after the NAV Act § 14 a. */
export type EffortGroup = 'standard' | 'situational' | 'specially-adapted' | 'partly-permanently-adapted' | 'permanently-adapted';

/** Parts of the day a person cannot work. */
export type PartOfDay = 'day' | 'evening' | 'night' | 'weekend';

export interface CandidatePreferences {
  /** STYRK-08 codes of one to four digits. */
  readonly styrk?: readonly string[];
  /** True: ready to take any job. False: wants work in own field. Absent: unknown. */
  readonly openToAnyWork?: boolean;
  readonly minPercent?: number;
  readonly maxPercent?: number;
  readonly unavailableHours?: readonly PartOfDay[];
}

export interface CandidateAuthorisation {
  readonly profession: string;
  readonly status: 'none' | 'applied' | 'granted';
  /** ISO date. */
  readonly expected?: string;
}

export type AddressProtection = 'none' | 'confidential' | 'strictly-confidential' | 'unknown';

export type DriversLicenceClass =
  | 'A' | 'A1' | 'A2' | 'AM' | 'B' | 'BE' | 'C' | 'C1' | 'C1E' | 'CE' | 'D' | 'D1' | 'D1E' | 'DE' | 'S' | 'T';

/** A competence-mapping record (kompetansekartlegging) in the form of the contract. An absent member is unknown. */
export interface CandidateRecord {
  readonly externalId: string;
  readonly name?: string;
  /** Four-digit municipality number. */
  readonly municipality: string;
  /** For age limits of schemes only. Never scored. */
  readonly birthYear?: number;
  /** For the fairness audit only. Never scored. */
  readonly gender?: 'female' | 'male' | 'other' | 'undisclosed';
  /** Ground of residence. For rules on programme time only. Never scored. */
  readonly protection?: 'temporary-collective' | 'individual' | 'family-reunion' | 'other';
  readonly programme?: CandidateProgramme;
  readonly nav?: { readonly registeredJobSeeker?: boolean; readonly effortGroup?: EffortGroup };
  readonly education: readonly CandidateEducation[];
  readonly occupations: readonly CandidateOccupation[];
  readonly languages: readonly CandidateLanguage[];
  readonly skills?: readonly string[];
  readonly certificates?: readonly string[];
  readonly driversLicence?: readonly DriversLicenceClass[];
  readonly ownCar?: boolean;
  readonly maxCommuteMinutes?: number;
  readonly willingToRelocate?: boolean;
  readonly preferences?: CandidatePreferences;
  readonly availableFrom?: string;
  readonly consents?: { readonly shareWithNav?: boolean; readonly shareWithEmployers?: boolean; readonly jobFairs?: boolean };
  readonly authorisations?: readonly CandidateAuthorisation[];
  readonly employed?: boolean;
  /** Absent is `unknown`, and unknown means hidden from everyone outside the municipality's own team. */
  readonly addressProtection?: AddressProtection;
}
