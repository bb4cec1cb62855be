import type { CandidateOccupation } from '../../core/records/candidate.js';
import type { OccupationSimilarity } from '../../core/reference/tables.js';
import type { DrawnEducation } from './draw-education.js';
import type { Random } from './random.js';
import type { DemoGender, DemoOccupation, DemoVocabulary } from './vocabulary.js';

/** How likely an occupation is for someone with this education: schooled work hardly without the schooling. */
function likelihood({ fields, minLevel }: DemoOccupation, education: DrawnEducation): number {
  const trained = fields.length > 0 && education.fields.some((field) => fields.includes(String(field)));
  if (minLevel > education.level) return education.level + 2 < minLevel ? 0 : 0.04;
  if (minLevel >= 6) return trained ? 2.6 : 0.12;
  const belowLevel = education.level >= 6 && minLevel <= 2 ? 0.75 : 1;
  return (trained ? 2.2 : 1) * belowLevel;
}

/** People move between kinds of work that resemble each other. */
function kinship(last: DemoOccupation | undefined, next: DemoOccupation, { indexes, percent }: OccupationKinship): number {
  if (!last) return 1;
  return 0.5 + (percent[(indexes.get(last.styrk) ?? 0) * indexes.size + (indexes.get(next.styrk) ?? 0)] ?? 0) / 25;
}

/** The similarity table, made quick to look up. */
export interface OccupationKinship {
  readonly indexes: ReadonlyMap<string, number>;
  readonly percent: Uint8Array;
}

export function toKinship({ codes, percent }: OccupationSimilarity): OccupationKinship {
  return { indexes: new Map(codes.map((code, index) => [code, index])), percent };
}

/** What a draw of occupations rests on. */
export interface OccupationDraw {
  readonly random: Random;
  readonly vocabulary: DemoVocabulary;
  readonly kin: OccupationKinship;
}

/** The occupations of one person, main one first; about 2.75 each over many people. */
export function drawOccupations(gender: DemoGender, education: DrawnEducation, { random, vocabulary, kin }: OccupationDraw): DemoOccupation[] {
  const count = random.weighted(vocabulary.weights.occupationsPerPerson.map((share, index) => [index, share] as const));
  const chosen: DemoOccupation[] = [];
  const likely = vocabulary.occupations.map((occupation) => [occupation, occupation.weight[gender] * likelihood(occupation, education)] as const);
  while (chosen.length < count) {
    const last = chosen.at(-1);
    chosen.push(random.weighted(likely.map(([occupation, weight]) =>
      [occupation, chosen.includes(occupation) ? 0 : weight * kinship(last, occupation, kin)] as const)));
  }
  return chosen;
}

/** What of a person their working life is written from. */
export interface WorkingLife {
  /** Whole years. */
  readonly age: number;
  /** The present year. */
  readonly year: number;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

/** Occupations as mapping gives them: half with two digits only, some by a title alone in Norwegian, Ukrainian or English. */
export function writeOccupations(occupations: readonly DemoOccupation[], { age, year, country }: WorkingLife, random: Random): CandidateOccupation[] {
  let left = Math.max(1, age - 20);
  return occupations.map((occupation, index) => {
    const years = Math.min(left, random.weighted([[0.5, 6], [1, 10], [2, 16], [3, 15], [5, 18], [8, 15], [12, 12], [18, 8]]));
    left = Math.max(1, left - years);
    const language = random.weighted([['nb', 42], ['uk', country === 'UA' ? 34 : 0], ['en', 24]] as const);
    const title = random.pick(occupation.titles[language]);
    const form = random.weighted([['two', 35], ['two-titled', 15], ['four', 16], ['four-titled', 12], ['title', 22]] as const);
    const lastYear = year - 2 - random.int(0, 2) - index * random.int(1, 4);
    return {
      ...(form !== 'title' && { styrk: form.startsWith('two') ? occupation.styrk.slice(0, 2) : occupation.styrk }),
      ...((form === 'title' || form.endsWith('titled')) && { title }),
      ...(random.chance(88) && { years }),
      ...(random.chance(70) && { lastYear: Math.max(year - age + 17, lastYear) }),
    };
  });
}
