import type { CandidateEducation, CandidateOccupation, CandidateRecord } from '../records/candidate.js';
import { sharedFieldDigits } from '../classification/education-field.js';
import type { MatchingContext } from './context.js';
import type { OccupationPolicy } from './policy.js';
import { blend, readingsOf, type Reading } from './readings.js';

/** One thing a person has done, and how far it carries today. */
export interface WorkDone {
  readonly occupation: CandidateOccupation;
  readonly readings: readonly Reading[];
  /** Share of the similarity left after years and recency, 0–100. */
  readonly carriesPercent: number;
}

/** Where a fit comes from: work done, education alone, or nothing in the record. */
export type FitSource =
  | { readonly kind: 'work'; readonly work: WorkDone }
  | { readonly kind: 'education'; readonly education: CandidateEducation }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'none' };

/** The person's competence against every occupation there is. */
export interface Competence {
  /** Fit for each four-digit code in the order of the similarity table, 0–100. */
  readonly fit: Uint8Array;
  /** For each code the number of the source of its fit, in `sources`. */
  readonly from: Uint8Array;
  readonly sources: readonly FitSource[];
  readonly work: readonly WorkDone[];
  /** False: the record says nothing about work or education, so no fit is known. */
  readonly known: boolean;
}

/** Reads a record's work and education against every occupation. */
export function competenceOf(record: CandidateRecord, context: MatchingContext): Competence {
  const { similarity } = context.tables;
  const first = record.occupations.map((occupation) => workDone(occupation, context)).filter(({ readings }) => readings.length > 0);
  const work = first.map((done) => ({ ...done, readings: inTheLightOf(done, first, { record, context }) }));
  const sources: FitSource[] = [{ kind: 'none' }];
  const size = similarity.codes.length;
  const fit = new Uint8Array(size), from = new Uint8Array(size);
  const offer = (source: FitSource, figure: (to: number) => number): void => {
    const number = sources.push(source) - 1;
    for (let to = 0; to < size; to += 1) {
      const value = Math.round(figure(to));
      if (value > (fit[to] ?? 0)) { fit[to] = value; from[to] = number; }
    }
  };
  for (const done of work) offer({ kind: 'work', work: done }, fitOfWork(done, context));
  for (const education of record.education) offer({ kind: 'education', education }, fitOfEducation(education, context));
  return { fit, from, sources, work, known: work.length > 0 || record.education.length > 0 };
}

/**
 * A short code stands for many occupations; the rest of the record tells which are likely: other work, education and wishes
 * near a reading raise its weight. A certain reading stays as it is.
 */
function inTheLightOf(done: WorkDone, all: readonly WorkDone[], { record, context }: { record: CandidateRecord; context: MatchingContext }): readonly Reading[] {
  if (done.readings.length === 1) return done.readings;
  const { tables: { similarity, occupationEducation } } = context;
  const { codes, percent } = similarity;
  const others = all.filter((other) => other !== done).flatMap(({ readings }) => readings.slice(0, 1).filter(() => readings.length < done.readings.length));
  const affinity = (index: number): number => {
    const code = codes[index] ?? '';
    const usual = occupationEducation.get(code);
    const byWork = others.map((other) => ((percent[other.index * codes.length + index] ?? 0) / 100) * other.weight);
    const byWish = (record.preferences?.styrk ?? []).some((wish) => code.startsWith(wish)) ? [1] : [];
    const byEducation = record.education.map(({ level, fields }) =>
      (usual && level >= usual.usualLevel && usual.usualLevel >= 4 ? sharedFieldDigits(fields ?? [], usual.fields) / 3 : 0));
    return Math.max(0, ...byWork, ...byWish, ...byEducation);
  };
  return done.readings
    .map(({ index, weight }) => ({ index, weight: weight * (LIKELY_WITHOUT_SUPPORT + (1 - LIKELY_WITHOUT_SUPPORT) * affinity(index)) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
}

/** Weight a reading keeps when nothing else in the record supports it. */
const LIKELY_WITHOUT_SUPPORT = 0.3;

function workDone(occupation: CandidateOccupation, context: MatchingContext): WorkDone {
  const policy = context.policy.occupation;
  const year = Number(context.on.slice(0, 4));
  return {
    occupation,
    readings: readingsOf(occupation, context),
    carriesPercent: (experiencePercent(occupation.years, policy) * recencyPercent(occupation.lastYear, year, policy)) / 100,
  };
}

/** Rises in a straight line from `startPercent` at no years to 100 at `fullYears`. */
function experiencePercent(years: number | undefined, { experience }: OccupationPolicy): number {
  if (years === undefined) return experience.unknownPercent;
  return experience.startPercent + (100 - experience.startPercent) * Math.min(1, years / experience.fullYears);
}

/** 100 for fresh or undated work, falling in a straight line to the floor. */
function recencyPercent(lastYear: number | undefined, year: number, { recency }: OccupationPolicy): number {
  if (lastYear === undefined) return 100;
  const age = (year - lastYear - recency.freshYears) / (recency.staleYears - recency.freshYears);
  return 100 - (100 - recency.floorPercent) * Math.min(1, Math.max(0, age));
}

function fitOfWork({ occupation, readings, carriesPercent }: WorkDone, { tables: { similarity }, policy }: MatchingContext): (to: number) => number {
  const { percent, codes } = similarity;
  const { bestReadingPercent, mostFromShortCode } = policy.occupation;
  const most = readings.length > 1 && occupation.styrk !== undefined && occupation.title === undefined ? mostFromShortCode : 100;
  return (to) => Math.min(most, blend(readings, bestReadingPercent, (index) => percent[index * codes.length + to] ?? 0) * (carriesPercent / 100));
}

/** What a degree alone gives: by how near its field is to what usually leads to the work, if the level is high enough. */
function fitOfEducation(education: CandidateEducation, { tables, policy }: MatchingContext): (to: number) => number {
  return (to) => {
    const usual = tables.occupationEducation.get(tables.similarity.codes[to] ?? '');
    // Fields say nothing below upper secondary, and a degree does not teach a trade: only work near its own level counts.
    if (!usual || usual.usualLevel < 4) return 0;
    const above = education.level - usual.usualLevel;
    if (above < 0 || above > policy.occupation.educationOnlyLevelsAbove) return 0;
    const shared = sharedFieldDigits(education.fields ?? [], usual.fields);
    return policy.occupation.educationOnly[shared];
  };
}

/**
 * Years of work in, or adjacent to, an occupation: each work's years in full when it is the person's own, falling in a
 * straight line to none where it is no longer adjacent. Null when no such work has known years.
 */
export function yearsToward({ work }: Competence, to: number, context: MatchingContext): number | null {
  const { codes, percent } = context.tables.similarity;
  const { own, adjacent, bestReadingPercent } = context.policy.occupation;
  let years = 0, known = false;
  for (const { occupation, readings } of work) {
    const similar = blend(readings, bestReadingPercent, (index) => percent[index * codes.length + to] ?? 0);
    if (similar < adjacent || occupation.years === undefined) continue;
    known = true;
    years += occupation.years * Math.min(1, (similar - adjacent) / (own - adjacent));
  }
  return known ? years : null;
}
