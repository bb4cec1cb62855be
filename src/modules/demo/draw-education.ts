import type { CandidateEducation, EducationField, EducationLevel } from '../../core/records/candidate.js';
import type { Random } from './random.js';
import type { DemoGender, DemoVocabulary, DemoWeights } from './vocabulary.js';

/** Highest education before it is written as a record. */
export interface DrawnEducation {
  readonly level: EducationLevel;
  /** Field digits, 0–9, main field first. */
  readonly fields: readonly number[];
}

const BASIC_SCHOOL_HIGHEST = 2;

/**
 * Nobody has the same field twice, which evens the shares out; common fields are therefore drawn more often than their
 * count. Found by trial: with 1.2 every share of both tables is within 1.2 percentage points of the published one.
 */
const SHARPENED = 1.2;

/**
 * Level by the published distribution, fields by the published counts. Below upper secondary the field is basic school.
 * `unknown` stands alone; those whose field is known have so many that the mean over all is the published one.
 */
export function drawEducation(gender: DemoGender, weights: DemoWeights, random: Random): DrawnEducation {
  const level = random.weighted(weights.educationLevels[gender].map((share, index) => [index, share] as const)) as EducationLevel;
  if (level <= BASIC_SCHOOL_HIGHEST) return { level, fields: [0] };
  const counts = weights.educationFields[gender];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const unknownPercent = ((counts['9'] ?? 0) / total) * weights.fieldsPerPerson * 100;
  if (random.chance(unknownPercent)) return { level, fields: [9] };
  const known = Object.entries(counts).filter(([field]) => field !== 'basic' && field !== '9').map(([field, count]) => [Number(field), Math.round(count ** SHARPENED)] as const);
  const fields = new Set([random.weighted(known)]);
  const wanted = random.weighted([[1, 38], [2, 42], [3, 20]]);
  while (fields.size < wanted) fields.add(random.weighted(known));
  // Nobody's main field is "general" when they have another.
  return { level, fields: [...fields].sort((a, b) => Number(a === 0) - Number(b === 0)) };
}

/**
 * The education as it would be mapped, with a lower one below it now and then.
 *
 * @param usual deeper fields usual in the person's occupations; used where they agree with the field drawn
 */
export function writeEducation({ level, fields }: DrawnEducation, usual: readonly string[], { random, vocabulary, country }: { readonly random: Random; readonly vocabulary: DemoVocabulary; readonly country: string }): CandidateEducation[] {
  const [main = 9] = fields;
  const titles = (vocabulary.educationTitles.get(`${String(main)} ${String(Math.min(level, 7))}`) ?? [])
    .filter((title) => country === 'UA' || !/\p{Script=Cyrillic}/u.test(title));
  const deeper = (field: number): EducationField => usual.find((group) => group.length > 1 && group.startsWith(String(field))) ?? field;
  const recognition = level >= 6 ? random.weighted([['none', 40], ['applied', 20], ['recognised', 22], [undefined, 18]] as const)
    : random.weighted([['not-needed', 20], ['none', 25], [undefined, 55]] as const);
  const highest: CandidateEducation = {
    level,
    fields: fields.map((field) => (random.chance(40) ? deeper(field) : field)),
    ...(titles.length > 0 && random.chance(55) && { title: random.pick(titles) }),
    country,
    ...(recognition !== undefined && { recognition }),
  };
  return level >= 6 && random.chance(22) ? [highest, { level: 4, country }] : [highest];
}
