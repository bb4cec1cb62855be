/** The criteria a pair is judged on, in the order shown to people. */
export const CRITERIA = [
  'occupation', 'education', 'experience', 'language', 'certificates', 'authorisation', 'skills', 'reach', 'hours', 'preference',
] as const;

export type Criterion = (typeof CRITERIA)[number];

/**
 * How a match is decided: dated, versioned data from `data/policy`, reviewed like code and stored with each result.
 * Percentages are whole numbers 0–100; only the proportions between weights matter.
 */
export interface ScoringPolicy {
  readonly version: string;
  readonly validFrom: string;
  readonly source: string;
  readonly weights: Readonly<Record<Criterion, number>>;
  readonly occupation: OccupationPolicy;
  readonly education: EducationPolicy;
  readonly language: LanguagePolicy;
  readonly certificates: CertificatesPolicy;
  readonly reach: ReachPolicy;
  readonly hours: HoursPolicy;
  readonly preference: PreferencePolicy;
  readonly bands: BandsPolicy;
}

export interface OccupationPolicy {
  /** Fit from which the work counts as the person's own, adjacent to it, or related to it. */
  readonly own: number;
  readonly adjacent: number;
  readonly related: number;
  /** Share of the best reading when a code or title is ambiguous; the rest is the mean over the readings. */
  readonly bestReadingPercent: number;
  /** Fit left of work that ended so many years ago: full within `freshYears`, falling to `floorPercent` at `staleYears`. */
  readonly recency: { readonly freshYears: number; readonly staleYears: number; readonly floorPercent: number };
  /** Fit with no experience to speak of, rising to 100 at `fullYears`; `unknownPercent` when years are not known. */
  readonly experience: { readonly startPercent: number; readonly fullYears: number; readonly unknownPercent: number };
  /** Fit that education alone gives, by number of NUS field digits shared with what usually leads to the work. */
  readonly educationOnly: readonly [number, number, number, number];
  /** How many levels above the usual one an education may lie and still count as leading to the work. */
  readonly educationOnlyLevelsAbove: number;
  /** Fit of a person with no mapped work or trade for entry-level work, and the usual education level up to which work is that. */
  readonly entryLevelFit: number;
  readonly entryLevelMaxLevel: number;
  /** The same when the ad says that the work is learnt on the job. */
  readonly learntOnTheJobMaxLevel: number;
  /** Fit of someone who masters a language that is itself what the work takes, beyond Norwegian, Scandinavian and English. */
  readonly languageAsCompetence: number;
  /** Fit of someone whose background the ad itself asks for by name. */
  readonly welcomedBackground: number;
  /** STYRK-08 prefixes of work with people or at a desk: where mastering a language carries over. */
  readonly peopleWorkStyrk: readonly string[];
  /** Highest fit from a bare code of one to three digits: what stands behind it is not certain enough to be the person's own work. */
  readonly mostFromShortCode: number;
}

export interface EducationPolicy {
  /** Value lost for each level short. */
  readonly perLevelShort: number;
  /** Value of the right level in another field. */
  readonly otherField: number;
  /** Value when the right education still lacks recognition and the demand is strict. */
  readonly unrecognised: number;
  /** Years of work in the occupation that count as the paper, when not strict. */
  readonly experienceYearsForPaper: number;
  readonly recognitionMonths: number;
  readonly monthsPerLevel: number;
}

export interface LanguagePolicy {
  /** Value by CEFR steps short (index 0 = none short), with and without an employer who helps. */
  readonly valueHelped: readonly number[];
  readonly valueUnhelped: readonly number[];
  /** Months to climb to each level from the one below: A1, A2, B1, B2, C1, C2. A stated assumption. */
  readonly monthsToLevel: readonly number[];
  /** Languages that are demanded to work in Norway at all, and are therefore no competence of their own. */
  readonly ordinary: readonly string[];
}

export interface CertificatesPolicy {
  /** Value when a certificate of days or weeks is missing; when it needs longer. */
  readonly missingShort: number;
  readonly missingLong: number;
  /** Months set aside for a short course. */
  readonly courseMonths: number;
  readonly longMonths: number;
  /** Ids of papers that are ordered on being hired and take no competence: never a reason against anyone. */
  readonly formalities: readonly string[];
}

export interface ReachPolicy {
  /** Limit assumed when the person has stated none, in minutes one way. */
  readonly usualMinutes: number;
  /** Up to this share above the limit is slightly above; beyond is out of reach. */
  readonly slightlyAbovePercent: number;
  /** Least slack in minutes, whatever the share. */
  readonly slackMinutes: number;
  /** The same share when the person has stated no limit. */
  readonly usualSlackPercent: number;
  /** Value slightly above the limit; value of a move the person is willing to make. */
  readonly slightlyAbove: number;
  readonly relocation: number;
  /** Value on the limit; nearer is better, up to 100. */
  readonly atLimit: number;
  /** Without a car, minutes by bus beyond which night and early shifts cannot be reached. */
  readonly noBusMinutes: number;
}

export interface HoursPolicy {
  /** Percentage points outside the stated range that are plausibly negotiable. */
  readonly negotiablePoints: number;
  readonly negotiable: number;
  /** Value when a rotating shift may fall in hours the person cannot work. */
  readonly mayClash: number;
}

export interface PreferencePolicy {
  /** Value of work outside the stated wishes for someone open to any work, and when openness is not known. */
  readonly open: number;
  readonly openUnknown: number;
  readonly adjacent: number;
}

export interface BandsPolicy {
  /** Longest time a gap may take and still be closed inside the fast track, in months. */
  readonly fastTrackMonths: number;
  /** Steps short in language that an employer who helps can carry in the person's own occupation. */
  readonly carriedSteps: number;
  /** STYRK-08 prefixes of production, cleaning and kitchen work, where practice carries a newcomer one step of language. */
  readonly practiceStyrk: readonly string[];
  /** STYRK-08 prefixes of unskilled work that someone open to any work may be proposed without a related background. */
  readonly anyoneStyrk: readonly string[];
  /** NUS2000 level from which unskilled work leaves competence idle. */
  readonly higherEducation: number;
  /** Fit from which work below the person's own level may be proposed though nobody has asked whether they would take it. */
  readonly unaskedFit: number;
}
