import type { EmploymentKind, WorkingHours } from '../../core/records/vacancy.js';

/** The languages advertisements are written in: bokmål, nynorsk, English. */
export type Written = 'nb' | 'nn' | 'en';

/** What an advertisement for a trade may say, in one language. */
export interface TradeText {
  readonly titles: readonly string[];
  readonly about: readonly string[];
  readonly tasks: readonly string[];
  /** The same tasks as short lines for a list. */
  readonly duties: readonly string[];
  readonly details: readonly string[];
  /** A main clause that says why a language is needed. */
  readonly languageWhy: string;
  readonly experienceIn?: string;
  readonly educationName?: string;
  readonly authorisationName?: string;
  readonly licenceWhy?: string;
  /** In the order of `Trade.certificates`. */
  readonly certificateNames: readonly string[];
}

/** A kind of work that employers advertise, with what they usually ask for. Percentages say how often. */
export interface Trade {
  readonly id: string;
  /** Four-digit STYRK-08 code. */
  readonly styrk: string;
  /** Key of `DemoWeights.industries`. */
  readonly group: string;
  readonly industries: readonly string[];
  readonly sector: 'private' | 'municipal' | 'state';
  /** Where the work is found: anywhere, or only in places of that kind. */
  readonly place: string;
  /** Key of `Skeletons.profiles`: which language demands are usual. */
  readonly demand: string;
  readonly weight: number;
  readonly hours: readonly (readonly WorkingHours[])[];
  readonly percents: readonly number[];
  readonly employment: readonly EmploymentKind[];
  readonly employers: readonly string[];
  readonly remotePercent: number;
  readonly experience?: { readonly min: number; readonly max: number; readonly percent: number };
  readonly education?: { readonly level: number; readonly field: string; readonly percent: number; readonly strict: boolean };
  readonly authorisation?: string;
  readonly certificates: readonly { readonly id: string; readonly percent: number }[];
  readonly licence?: { readonly class: string; readonly percent: number };
  readonly texts: { readonly nb: TradeText } & Partial<Record<'nn' | 'en', TradeText>>;
}

/** Generic sentences in one language; `{…}` marks what is put in. */
export interface Phrases {
  readonly numbers: readonly string[];
  readonly months: readonly string[];
  readonly date: string;
  readonly headings: Readonly<Record<'tasks' | 'demands' | 'offers', readonly string[]>>;
  readonly hooks: Readonly<Record<string, readonly string[]>>;
  readonly place: Readonly<Record<string, readonly string[]>>;
  readonly language: Readonly<Record<string, readonly string[]>>;
  readonly experience: readonly string[];
  readonly years: readonly string[];
  readonly experienceWish: readonly string[];
  readonly noExperience: readonly string[];
  readonly educationOpen: readonly string[];
  readonly educationStrict: readonly string[];
  readonly authorisation: readonly string[];
  readonly certificate: readonly string[];
  readonly certificateCourse: readonly string[];
  readonly licence: readonly string[];
  readonly suitability: Readonly<Record<string, readonly string[]>>;
  readonly offers: Readonly<Record<string, readonly string[]>>;
  readonly pay: readonly string[];
  readonly employment: Readonly<Record<string, string>>;
  readonly percentage: Readonly<Record<'full' | 'part' | 'range', string>>;
  readonly hours: Readonly<Record<string, string>>;
  readonly practical: readonly string[];
  readonly positions: string;
  readonly start: readonly string[];
  readonly startOpen: readonly string[];
  readonly deadline: readonly string[];
  readonly deadlineOpen: readonly string[];
  readonly apply: readonly string[];
}

/** How advertisements are put together, and how often each language demand occurs in a kind of work. */
export interface Skeletons {
  /** Industry group -> tone. */
  readonly tone: Readonly<Record<string, string>>;
  /** Tone -> orders of parts; `|` = new paragraph, `*` = as a list. */
  readonly skeletons: Readonly<Record<string, readonly string[]>>;
  readonly profiles: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type DemoGender = 'female' | 'male';

/** The published figures the generated records follow. */
export interface DemoWeights {
  readonly version: string;
  readonly candidates: number;
  readonly vacancies: number;
  readonly womenPercent: number;
  /** Highest NUS2000 level 0–8, per cent. */
  readonly educationLevels: Readonly<Record<DemoGender, readonly number[]>>;
  /** Counts by NUS2000 field digit; `basic` is basic school. */
  readonly educationFields: Readonly<Record<DemoGender, Readonly<Record<string, number>>>>;
  /** Mean number of fields of one person's highest education. */
  readonly fieldsPerPerson: number;
  /** How many have 0, 1, 2 … occupations, per cent. */
  readonly occupationsPerPerson: readonly number[];
  readonly areas: Readonly<Record<string, number>>;
  readonly industries: Readonly<Record<string, number>>;
  readonly nynorskPercent: number;
  readonly englishPercent: number;
  readonly withoutStyrkPercent: number;
  readonly demandOnlyInTextPercent: number;
}

/** A municipality where the demo takes place. */
export interface DemoPlace {
  /** Key of `DemoWeights.areas`: the counties of 2023. */
  readonly area: string;
  /** Four-digit municipality number. */
  readonly number: string;
  /** `i Stavanger`, `på Hamar`. */
  readonly inPlace: string;
  readonly weight: number;
  readonly kinds: readonly string[];
  /** The usual written form of Norwegian there. */
  readonly written: 'nb' | 'nn';
}

/** An occupation that candidates bring, as it may stand in a record. */
export interface DemoOccupation {
  readonly styrk: string;
  readonly weight: Readonly<Record<DemoGender, number>>;
  /** NUS2000 field digits that usually lead to it; empty = any. */
  readonly fields: readonly string[];
  readonly minLevel: number;
  readonly titles: Readonly<Record<'nb' | 'uk' | 'en', readonly string[]>>;
  readonly skills: readonly string[];
  readonly certificate: string;
  readonly licence: string;
}

export interface DemoNames {
  readonly women: readonly string[];
  readonly men: readonly string[];
  /** `woman's form/man's form`. */
  readonly family: readonly string[];
  readonly otherWomen: readonly string[];
  readonly otherMen: readonly string[];
  readonly otherFamily: readonly string[];
  readonly contacts: readonly string[];
  readonly contactFamily: readonly string[];
  readonly stems: readonly string[];
}

/** Everything the demo is made of, as it stands in `data/demo`. */
export interface DemoVocabulary {
  readonly weights: DemoWeights;
  readonly places: readonly DemoPlace[];
  readonly trades: readonly Trade[];
  readonly occupations: readonly DemoOccupation[];
  /** Field digit + level -> titles of educations. */
  readonly educationTitles: ReadonlyMap<string, readonly string[]>;
  readonly names: DemoNames;
  readonly skeletons: Skeletons;
  readonly phrases: Readonly<Record<Written, Phrases>>;
}
