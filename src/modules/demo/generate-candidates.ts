import type { CandidateAuthorisation, CandidateRecord } from '../../core/records/candidate.js';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { addDays, yearOf } from './calendar.js';
import { drawEducation, writeEducation } from './draw-education.js';
import { drawLanguages, drawOrigin, type Origin } from './draw-languages.js';
import { drawOccupations, toKinship, writeOccupations, type OccupationKinship } from './draw-occupations.js';
import { drawMobility, drawPreferences, drawPrivacy, drawProgramme, type Person } from './draw-situation.js';
import { allocate, createRandom, type Random } from './random.js';
import type { DemoGender, DemoOccupation, DemoVocabulary } from './vocabulary.js';

/** What the demo is generated from besides its vocabulary. */
export type DemoTables = Pick<ReferenceTables, 'similarity' | 'occupationEducation' | 'regulatedProfessions'>;

/** Arguments of `generateCandidates`. */
export interface CandidateSource {
  readonly vocabulary: DemoVocabulary;
  readonly tables: DemoTables;
}

/**
 * Competence records in the form of the contract, the same for the same arguments. Nobody in them exists.
 *
 * @param on ISO date that ages, programme time and experience are counted from
 */
export function generateCandidates(seed: number, on: string, source: CandidateSource): CandidateRecord[] {
  const { weights } = source.vocabulary;
  const shared = createRandom(seed, 'candidate plan');
  const areas = shared.shuffle(allocate(weights.areas, weights.candidates));
  const genders = shared.shuffle(allocate({ female: weights.womenPercent, male: 100 - weights.womenPercent }, weights.candidates));
  const prepared = { ...source, kin: toKinship(source.tables.similarity) };
  return areas.map((area, index) => {
    const random = createRandom(seed, `candidate ${String(index)}`);
    const municipality = random.weighted(source.vocabulary.places.filter((place) => place.area === area).map((place) => [place.number, place.weight] as const));
    const id = { externalId: `DEMO-C${String(index + 1).padStart(4, '0')}`, municipality };
    return { ...id, ...generateOne({ gender: genders[index] === 'male' ? 'male' : 'female', on }, random, prepared) };
  });
}

function generateOne({ gender, on }: { readonly gender: DemoGender; readonly on: string }, random: Random, { vocabulary, tables, kin }: CandidateSource & { readonly kin: OccupationKinship }): Omit<CandidateRecord, 'externalId' | 'municipality'> {
  const age = random.weighted([[random.int(18, 24), 8], [random.int(25, 34), 25], [random.int(35, 44), 33], [random.int(45, 54), 22], [random.int(55, 64), 12]]);
  const monthsInNorway = random.int(1, 46);
  const origin = drawOrigin(random);
  const education = drawEducation(gender, vocabulary.weights, random);
  const occupations = drawOccupations(gender, education, { random, vocabulary, kin });
  const person: Person = { gender, age, level: education.level, monthsInNorway, isCollective: origin.country === 'UA', on };
  const usualFields = occupations.flatMap(({ styrk }) => tables.occupationEducation.get(styrk)?.fields ?? []);
  const authorisations = drawAuthorisations(occupations, { random, on, tables });
  return {
    name: drawName(gender, origin, { random, vocabulary }),
    birthYear: yearOf(on) - age,
    gender: random.chance(98) ? gender : 'undisclosed',
    ...drawProgramme(person, random),
    education: writeEducation(education, usualFields, { random, vocabulary, country: origin.country }),
    occupations: writeOccupations(occupations, { age, year: yearOf(on), country: origin.country }, random),
    languages: drawLanguages(origin, { monthsInNorway, level: education.level }, random),
    ...drawSkills(occupations, random),
    ...(authorisations.length > 0 && { authorisations }),
    ...drawMobility(gender, occupations, random),
    preferences: drawPreferences(occupations, random),
    ...(random.chance(35) && { availableFrom: addDays(on, random.int(0, 90)) }),
    ...drawPrivacy(random),
  };
}

function drawName(gender: DemoGender, { country }: Origin, { random, vocabulary: { names } }: { readonly random: Random; readonly vocabulary: DemoVocabulary }): string {
  const isWoman = gender === 'female';
  if (country !== 'UA') return `${random.pick(isWoman ? names.otherWomen : names.otherMen)} ${random.pick(names.otherFamily)}`;
  const [forWomen = '', forMen = forWomen] = random.pick(names.family).split('/');
  return `${random.pick(isWoman ? names.women : names.men)} ${isWoman ? forWomen : forMen}`;
}

/** Skills as free text from the person's occupations, and the papers some of them hold. */
function drawSkills(occupations: readonly DemoOccupation[], random: Random): Pick<CandidateRecord, 'skills' | 'certificates'> {
  const skills = random.shuffle([...new Set(occupations.slice(0, 3).flatMap((occupation) => occupation.skills))]).slice(0, random.int(2, 6));
  const certificates = [...new Set(occupations.flatMap(({ certificate }) => (certificate !== '' && random.chance(32) ? [certificate] : [])))];
  return { ...(skills.length > 0 && { skills }), ...(random.chance(80) && { certificates }) };
}

/** Where a person stands with each regulated profession among their occupations. */
function drawAuthorisations(occupations: readonly DemoOccupation[], { random, on, tables }: { readonly random: Random; readonly on: string; readonly tables: DemoTables }): CandidateAuthorisation[] {
  const held = occupations.map(({ styrk }) => styrk);
  const professions = [...tables.regulatedProfessions.values()].filter(({ styrk }) => styrk.some((code) => held.includes(code)));
  return professions.slice(0, 2).flatMap(({ id }) => {
    const status = random.weighted([['none', 25], ['applied', 40], ['granted', 15], [undefined, 20]] as const);
    if (status === undefined) return [];
    return [{ profession: id, status, ...(status === 'applied' && random.chance(70) && { expected: addDays(on, random.int(40, 420)) }) }];
  });
}
