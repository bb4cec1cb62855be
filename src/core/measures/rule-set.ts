import type { EffortGroup, ProgrammeGoal } from '../records/candidate.js';
import type { GapKind } from '../matching/gap.js';
import type { CivilDate } from './civil-date.js';

/** Every measure the service knows, by the ids of docs/measures.md. */
export const MEASURE_IDS = [
  'ordinary-employment', 'work-training', 'municipal-placement', 'mentor', 'buddy', 'temporary-wage-subsidy',
  'permanent-wage-subsidy', 'inclusion-grant', 'follow-up', 'supported-employment', 'job-club', 'amo-course',
  'certificate-course', 'norwegian-training', 'english-training', 'workplace-language-training',
  'education-recognition', 'authorisation-path', 'qualification-programme',
] as const;

export type MeasureId = (typeof MEASURE_IDS)[number];

/** The four languages texts come in: bokmål, nynorsk, English, Ukrainian. */
export const LOCALES = ['nb', 'nn', 'en', 'uk'] as const;
export type Locale = (typeof LOCALES)[number];
export type LocalText = Readonly<Record<Locale, string>>;

/** Who decides on the measure after individual assessment. */
export type Decider = 'nav' | 'municipality' | 'municipality-or-nav' | 'employer' | 'recognition-body';

/** `main`: at most one at a time. `accompanying`: may run beside a main measure. `other`: no such limit. */
export type MeasureRole = 'main' | 'accompanying' | 'other';

/** What the employer must be willing to do, named as in the vacancy record's `offers`. */
export type OfferName = 'mentor' | 'languageTrainingAtWork' | 'workTraining' | 'buddy';

/** A value that depends on the effort group; a group left out has no limit of its own. */
export type ByGroup = Readonly<Partial<Record<EffortGroup, number>>>;

/** Share of the wage the subsidy pays: `percent` for the first `months`, `thenPercent` after; null months = for as long as it lasts. */
export interface WageRate { readonly percent: number; readonly months: number | null; readonly thenPercent: number | null }

/** The parameters one measure is decided with in one period. A member left out means there is no such rule. */
export interface MeasureParameters {
  /** Groups that may have it; left out = no decided group needed. */
  readonly effortGroups?: readonly EffortGroup[];
  /** Years of age at the start, and at the end of the longest permitted period. */
  readonly age?: { readonly minAtStart?: number; readonly minFromYearTurning?: number; readonly maxAtStart?: number; readonly maxAtEnd?: number };
  /** Longest duration in months, all permitted extensions within it; one number for all or one for each group. */
  readonly maxMonths?: number | ByGroup;
  /** Permitted extension in months, already within `maxMonths`. Said to people; not added again. */
  readonly extensionMonths?: number | ByGroup;
  readonly wageRates?: Readonly<Partial<Record<EffortGroup, WageRate>>>;
  /** Grants up to this many kroner; null = the amount for the period is not known. */
  readonly maxNok?: number | null;
  /** Cap of the yearly amount in units of the National Insurance basic amount (G). */
  readonly capInG?: number;
  readonly ordinaryContract?: boolean;
  readonly employerOffers?: OfferName;
  readonly programmeParticipant?: boolean;
  readonly noProgrammeRight?: boolean;
  readonly trainingRight?: boolean;
  /** True: the reason for it is not held in the record today, so it is only listed when a person says a fact calls for it. */
  readonly reasonNotInRecord?: boolean;
}

/** Rules in force in a period. */
export interface Dated {
  /** First day; null = not known, so the row also stands for every earlier date. */
  readonly validFrom: CivilDate | null;
  /** Last day; null = no end known. */
  readonly validTo: CivilDate | null;
  /** Month (YYYY-MM) or date it was last read at its source. */
  readonly checkedOn: string;
  /** Whether a person has compared it with the regulation. */
  readonly verified: boolean;
  readonly source: string;
}

export interface MeasureVersion extends Dated { readonly parameters: MeasureParameters }

export interface Measure {
  readonly id: MeasureId;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly decidedBy: Decider;
  readonly role: MeasureRole;
  /** Cheapest first: 0 = no cost, 9 = dearest. Orders proposals; says nothing of worth. */
  readonly costRank: number;
  /** Gap kinds it can close or help to close. */
  readonly closes: readonly GapKind[];
  readonly versions: readonly MeasureVersion[];
}

/** Length limits in whole months: without extension, the extension, and the least. */
export interface ProgrammeLength { readonly months: number; readonly extensionMonths: number; readonly minMonths: number }

/** The rules of the introduction programme and of Norwegian training in one period. */
export interface ProgrammeParameters {
  readonly age: { readonly min: number; readonly max: number };
  /** NUS2000 level from which upper secondary counts as completed, and from which there is at least a year of higher education. */
  readonly upperSecondaryLevel: number;
  readonly higherEducationLevel: number;
  readonly withUpperSecondary: ProgrammeLength;
  /** For goal higher education with no year of it. */
  readonly towardsHigherEducation: ProgrammeLength;
  readonly withoutUpperSecondary: ProgrammeLength;
  readonly towardsUpperSecondary: ProgrammeLength;
  /** Hours a week of work-directed content, due when `afterMonths` whole months have passed. */
  readonly workDirected: {
    readonly afterMonths: number; readonly hours: number;
    readonly partTimeMaxPercent: number; readonly partTimeHours: number;
  };
  readonly norwegianTraining: {
    readonly age: { readonly min: number; readonly max: number };
    readonly months: number;
    readonly extensionWithUpperSecondary: number;
    readonly extensionWithoutUpperSecondary: number;
    readonly extensionStep: number;
  };
  /** Goals that need Norwegian in the language offer; for the others Norwegian or English will do. */
  readonly goalsNeedingNorwegian: readonly ProgrammeGoal[];
}

export interface ProgrammeVersion extends Dated { readonly parameters: ProgrammeParameters }

/** How long closing a gap takes: assumptions, not rules. Used where the gap itself does not say. All figures in months. */
export interface ClosingTimes {
  /** From the level below to A1, A2, B1, B2, C1, C2, with training beside work or programme. */
  readonly monthsToLevel: readonly number[];
  readonly certificateCourse: number;
  readonly longCertificate: number;
  /** A certificate that takes at most this many months is a matter of days or weeks. */
  readonly shortCertificateAtMost: number;
  readonly recognition: number;
  readonly authorisation: number;
  readonly placement: number;
  readonly workTraining: number;
  readonly wageSubsidy: number;
  readonly fastTrack: number;
  /** Least competence in use, 0–100, for a job to be called a stepping-stone. */
  readonly steppingStonePercent: number;
}

export interface ClosingTimesVersion extends Dated { readonly parameters: ClosingTimes }

/** Everything measures are decided with, in all its dated versions. */
export interface MeasureRules {
  /** Latest check date and a hash of all files: changes whenever any rule, rate, text or assumption changes. */
  readonly rulesVersion: string;
  readonly measures: ReadonlyMap<MeasureId, Measure>;
  readonly programme: readonly ProgrammeVersion[];
  readonly closingTimes: readonly ClosingTimesVersion[];
}

/** The version in force on a date, or null when no version is. */
export function inForce<T extends Dated>(versions: readonly T[], on: CivilDate): T | null {
  return versions.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)) ?? null;
}

/**
 * The rules as they stood on a date, without end: what a plan made that day is held to later,
 * whatever was changed since.
 */
export function rulesAsOf(rules: MeasureRules, madeOn: CivilDate): MeasureRules {
  const freeze = <T extends Dated>(versions: readonly T[]): readonly T[] => {
    const version = inForce(versions, madeOn);
    return version === null ? [] : [{ ...version, validFrom: null, validTo: null }];
  };
  return {
    rulesVersion: rules.rulesVersion,
    measures: new Map([...rules.measures].map(([id, measure]) => [id, { ...measure, versions: freeze(measure.versions) }])),
    programme: freeze(rules.programme),
    closingTimes: freeze(rules.closingTimes),
  };
}
