import { expect, it } from '@jest/globals';
import { isOrgNumber } from '../../core/records/org-number.js';
import { validateCandidate, validateVacancy } from '../ingestion/validation/validate-record.js';
import { defaultDataDir } from '../reference/data-files.js';
import { loadReferenceTables } from '../reference/load-reference.js';
import { generateDemo } from './generate-demo.js';
import { loadDemoVocabulary } from './load-vocabulary.js';
import { planVacancies } from './plan-vacancies.js';
import { allocate, createRandom } from './random.js';
import type { DemoGender } from './vocabulary.js';
import { countWords } from './write-ad.js';

const ON = '2026-11-22';
const tables = loadReferenceTables(defaultDataDir());
const vocabulary = loadDemoVocabulary(defaultDataDir());
const { weights } = vocabulary;
const source = { tables, vocabulary };
const { candidates, vacancies } = generateDemo(1, ON, source);

const share = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length / list.length;

it('gives 2,000 candidates and 600 vacancies, all with ids of their own', () => {
  expect(new Set(candidates.map(({ externalId }) => externalId)).size).toBe(2000);
  expect(new Set(vacancies.map(({ externalId }) => externalId)).size).toBe(600);
});

it('gives the same bytes for the same seed and others for another', () => {
  const text = JSON.stringify({ candidates, vacancies });
  expect(JSON.stringify(generateDemo(1, ON, source))).toBe(text);
  expect(JSON.stringify(generateDemo(2, ON, source))).not.toBe(text);
});

it('gives records that the import takes without an error or a warning', () => {
  const faults = [
    ...candidates.map((record) => ({ id: record.externalId, ...validateCandidate(record, tables, { on: ON }) })),
    ...vacancies.map((record) => ({ id: record.externalId, ...validateVacancy(record, tables) })),
  ].filter(({ issues, warnings }) => issues.length + warnings.length > 0);
  expect(faults.map(({ id, issues, warnings }) => ({ id, issues, warnings }))).toEqual([]);
});

it.each(['female', 'male'] as const)('follows the published levels of education of %s candidates', (gender) => {
  expect(chiSquareOfLevels(gender)).toBeLessThan(20.5);
});

// Expected counts below 5 are pooled with the level before; 20.5 is the 0.1 % limit at 5 degrees of freedom.
function chiSquareOfLevels(gender: DemoGender): number {
  const people = candidates.filter((candidate) => candidate.gender === gender);
  const pools: { expected: number; seen: number }[] = [];
  for (const [level, percent] of weights.educationLevels[gender].entries()) {
    const expected = (percent / 100) * people.length;
    const seen = people.filter(({ education }) => education[0]?.level === level).length;
    const last = pools.at(-1);
    if (last && (last.expected < 5 || expected < 5)) Object.assign(last, { expected: last.expected + expected, seen: last.seen + seen });
    else pools.push({ expected, seen });
  }
  return pools.reduce((sum, { expected, seen }) => sum + (seen - expected) ** 2 / expected, 0);
}

it.each(['female', 'male'] as const)('follows the published fields of education of %s candidates within three percentage points', (gender) => {
  const fields = candidates.filter((candidate) => candidate.gender === gender).flatMap(({ education }) => education[0]?.fields ?? []).map((field) => String(field).charAt(0));
  const counts = weights.educationFields[gender];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  for (let digit = 0; digit <= 9; digit += 1) {
    const published = ((counts[String(digit)] ?? 0) + (digit === 0 ? (counts['basic'] ?? 0) : 0)) / total;
    expect(Math.abs(share(fields, (field) => field === String(digit)) - published)).toBeLessThan(0.03);
  }
});

it('gives about 2.75 occupations each, half of them with two digits, with sales, service and building on top', () => {
  const occupations = candidates.flatMap((candidate) => candidate.occupations);
  expect(occupations.length / candidates.length).toBeGreaterThan(2.6);
  expect(occupations.length / candidates.length).toBeLessThan(2.9);
  expect(share(occupations, ({ styrk }) => styrk?.length === 2)).toBeCloseTo(0.5, 1);
  const major = (digits: string): number => occupations.filter(({ styrk }) => styrk?.startsWith(digits)).length;
  for (const common of ['51', '52', '71']) expect(major(common)).toBeGreaterThan(3 * major('22'));
});

it('puts candidates and vacancies in counties by the published figures', () => {
  const areaOf = new Map(vocabulary.places.map(({ number, area }) => [number, area]));
  const counted = (records: readonly { municipality: string }[]): string[] => records.map(({ municipality }) => areaOf.get(municipality) ?? '').sort();
  expect(counted(candidates)).toEqual(allocate(weights.areas, 2000).sort());
  expect(counted(vacancies)).toEqual(allocate(weights.areas, 600).sort());
});

it('shares out industries and written languages by the published figures', () => {
  const plan = planVacancies(vocabulary, createRandom(1, 'vacancy plan'));
  expect(plan.map(({ trade }) => trade.group).sort()).toEqual(allocate(weights.industries, 600).sort());
  expect(share(plan, ({ written }) => written === 'nn')).toBeCloseTo(0.1, 2);
  expect(share(plan, ({ written }) => written === 'en')).toBeCloseTo(0.06, 2);
  expect(plan.filter(({ trade: { place: wanted }, place }) => wanted !== 'any' && !place.kinds.includes(wanted))).toEqual([]);
});

it('leaves out codes and structured demands about as often as feeds do', () => {
  expect(share(vacancies, ({ styrk }) => styrk === undefined)).toBeCloseTo(0.2, 1);
  const demanding = vacancies.filter(({ requirements, offers }) => requirements === undefined && offers === undefined);
  expect(demanding.length / vacancies.length).toBeGreaterThan(0.25);
  expect(demanding.length / vacancies.length).toBeLessThan(0.4);
});

it('writes advertisements of 80 to 200 words, no two alike, with nothing left unfilled', () => {
  const texts = vacancies.map(({ description = '' }) => description);
  const lengths = texts.map(countWords);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => /[{}]|undefined| {2}|\.\.| ,|\bfor \./.test(text))).toEqual([]);
});

it('says in the text what the fields say of percentages and deadlines', () => {
  const months = vocabulary.phrases.nb.months;
  for (const { description = '', percent, applicationDeadline } of vacancies) {
    if (percent !== undefined && percent < 100) expect(description).toContain(`${String(percent)} p`);
    const [, month = 1, day] = applicationDeadline?.split('-').map(Number) ?? [];
    if (day !== undefined && description.includes('Søknadsfrist')) expect(description).toContain(`${String(day)}. ${months[month - 1] ?? ''}`);
  }
});

it('counts every date of a vacancy from the date given', () => {
  const later = generateDemo(1, '2027-06-01', source).vacancies;
  for (const { applicationDeadline, startDate } of later) {
    for (const date of [applicationDeadline, startDate]) if (date !== undefined) expect(date > '2027-06-01').toBe(true);
  }
});

it('gives employers numbers that hold the control digit and nobody has been given', () => {
  const numbers = vacancies.flatMap(({ employer: { orgNumber } }) => orgNumber ?? []);
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter((number) => !isOrgNumber(number) || !number.startsWith('100'))).toEqual([]);
});

it('has vacancies in every labour-market region that has candidates', () => {
  const region = (number: string): string => tables.municipalities.get(number)?.regionName ?? '';
  const withVacancies = new Set(vacancies.map(({ municipality }) => region(municipality)));
  expect(candidates.filter(({ municipality }) => !withVacancies.has(region(municipality)))).toEqual([]);
});

it('hides some people, shows most', () => {
  expect(share(candidates, ({ addressProtection }) => addressProtection === 'none')).toBeGreaterThan(0.85);
  expect(new Set(candidates.map(({ addressProtection }) => addressProtection))).toEqual(new Set(['none', 'unknown', 'confidential', 'strictly-confidential']));
});
