import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReferenceTables } from '../../../core/reference/tables.js';
import { defaultDataDir } from '../../reference/data-files.js';
import { loadReferenceTables } from '../../reference/load-reference.js';
import { showValue } from '../issue.js';
import { validateCandidate, validateVacancy } from './validate-record.js';

let tables: ReferenceTables;
beforeAll(() => { tables = loadReferenceTables(defaultDataDir()); });

const candidate = { externalId: 'C1', municipality: '0301', education: [], occupations: [], languages: [] };
const vacancy = { externalId: 'V1', title: 'Kokk', employer: { name: 'Kroa AS' }, municipality: '0301' };

const candidateIssues = (fields: object): string[] => validateCandidate({ ...candidate, ...fields }, tables, { on: '2026-11-22' }).issues.map(({ path, code }) => `${path} ${code}`);
const vacancyIssues = (fields: object): string[] => validateVacancy({ ...vacancy, ...fields }, tables).issues.map(({ path, code }) => `${path} ${code}`);

it('accepts the least a record may hold, unchanged', () => {
  expect(validateCandidate(candidate, tables)).toEqual({ record: candidate, issues: [], warnings: [] });
  expect(validateVacancy(vacancy, tables)).toEqual({ record: vacancy, issues: [], warnings: [] });
});

it.each(['caseload-a', 'caseload-b'])('accepts every record of %s', (caseload) => {
  const folder = join(defaultDataDir(), '..', 'test', 'golden', caseload);
  const records = (name: string): unknown[] => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown[];
  for (const record of records('candidates.json')) expect(validateCandidate(record, tables, { on: '2026-11-22' }).issues).toEqual([]);
  for (const record of records('vacancies.json')) expect(validateVacancy(record, tables).issues).toEqual([]);
});

it.each<[object, string]>([
  [{ languages: [{ language: 'no', oral: 'B3' }] }, 'languages.0.oral cefr.unknown'],
  [{ languages: [{ language: 'Norsk' }] }, 'languages.0.language language.invalid'],
  [{ languages: [{ oral: 'B1' }] }, 'languages.0.language field.missing'],
  [{ municipality: '9999' }, 'municipality municipality.unknown'],
  [{ municipality: 'Oslo' }, 'municipality municipality.invalid'],
  [{ municipality: '1507' }, 'municipality municipality.divided'],
  [{ education: [{ level: '4' }] }, 'education.0.level number.invalid'],
  [{ education: [{ level: 9 }] }, 'education.0.level number.out-of-range'],
  [{ education: [{ level: 4, fields: ['5711'] }] }, 'education.0.fields.0 education-field.invalid'],
  [{ education: 'ingen' }, 'education list.invalid'],
  [{ occupations: [{ years: 2 }] }, 'occupations.0 occupation.empty'],
  [{ occupations: [{ styrk: '9999' }] }, 'occupations.0.styrk styrk.unknown'],
  [{ occupations: [{ styrk: 'kokk' }] }, 'occupations.0.styrk styrk.invalid'],
  [{ preferences: { styrk: ['71', '6999'] } }, 'preferences.styrk.1 styrk.unknown'],
  [{ preferences: { minPercent: 100, maxPercent: 50 } }, 'preferences.minPercent percent.range'],
  [{ availableFrom: '2026-02-30' }, 'availableFrom date.invalid'],
  [{ birthYear: 2020 }, 'birthYear birth-year.implausible'],
  [{ hobby: 'x' }, 'hobby field.unknown'],
  [{ gender: 'mann' }, 'gender value.unknown'],
  [{ ownCar: 'ja' }, 'ownCar boolean.invalid'],
  [{ skills: Array<string>(51).fill('x') }, 'skills list.too-long'],
  [{ name: 'a\0b' }, 'name text.encoding'],
  [{ name: 'a\ud800b' }, 'name text.encoding'],
  [{ externalId: '' }, 'externalId text.empty'],
])('reports what is wrong in %j', (fields, expected) => { expect(candidateIssues(fields)).toContain(expected); });

it.each<[object, string]>([
  [{ employer: { name: 'X', orgNumber: '974760674' } }, 'employer.orgNumber org-number.invalid'],
  [{ employer: {} }, 'employer.name field.missing'],
  [{ styrk: '512' }, 'styrk styrk.invalid'],
  [{ minPercent: 80, maxPercent: 60 }, 'minPercent percent.range'],
  [{ requirements: { languages: [{ anyOf: [] }] } }, 'requirements.languages.0.anyOf list.too-short'],
  [{ requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'none' }] }] } }, 'requirements.languages.0.anyOf.0.oral cefr.unknown'],
  [{ contact: { email: 'ikke en adresse' } }, 'contact.email email.invalid'],
])('reports what is wrong in the vacancy %j', (fields, expected) => { expect(vacancyIssues(fields)).toContain(expected); });

it('reports all errors of a record', () => {
  expect(candidateIssues({ municipality: '9999', languages: [{ language: 'no', oral: 'x', written: 'y' }], birthYear: 1800 })).toHaveLength(5);
});

it.each<[string, unknown]>([['a text', 'x'], ['a list', []], ['nothing', null], ['a number', 1]])('refuses %s as a record', (_, raw) => {
  expect(validateCandidate(raw, tables).issues).toMatchObject([{ code: 'record.not-object' }]);
});

it('mends what can be mended, and says so', () => {
  const { record, warnings } = validateCandidate({
    ...candidate, municipality: '3024', occupations: [{ styrk: '110' }], languages: [{ language: 'nb', oral: 'B1' }, { language: 'nn' }],
  }, tables);
  expect(record).toMatchObject({ municipality: '3201', occupations: [{ styrk: '0110' }], languages: [{ language: 'no', oral: 'B1' }, { language: 'no' }] });
  expect(warnings.map(({ code }) => code)).toEqual(['municipality.former', 'leading-zero.restored']);
  const demands = validateVacancy({ ...vacancy, requirements: { languages: [{ anyOf: [{ language: 'nn', oral: 'B1' }] }], driversLicence: ['B', 'Q'] } }, tables);
  expect(demands.record?.requirements?.languages?.[0]?.anyOf[0]?.language).toBe('no');
  expect(demands.warnings.map(({ path, code }) => `${path} ${code}`)).toEqual(['requirements.driversLicence.1 licence.unknown']);
});

const IDENTITY = '01019010046';

it('refuses an identity number wherever it stands and never repeats it', () => {
  const places: ((number: string) => object)[] = [
    (number) => ({ externalId: number }), (number) => ({ name: `Kari ${number}` }), (number) => ({ municipality: number }), (number) => ({ birthYear: Number(number) }),
    (number) => ({ skills: ['a', `${number.slice(0, 6)} ${number.slice(6)}`] }), (number) => ({ [number]: 1 }), (number) => ({ [`fnr${number}`]: { [number]: [number] } }),
    (number) => ({ occupations: [{ title: number }] }), (number) => ({ languages: [{ language: number, oral: number }] }), (number) => ({ unknown: { deep: [{ er: number }] } }),
  ];
  for (const place of places) {
    const { record, issues } = validateCandidate({ ...candidate, ...place(IDENTITY) }, tables);
    expect(record).toBeUndefined();
    expect(issues.map(({ code }) => code)).toContain('identity-number.refused');
    expect(JSON.stringify(issues)).not.toMatch(/1019010046|10046/);
  }
});

it('refuses a DUF number and any eleven digits of a candidate, but not the long numbers of an advertisement', () => {
  expect(candidateIssues({ name: 'DUF 201912345606' })).toEqual(['name identity-number.refused']);
  expect(candidateIssues({ externalId: '12345678901' })).toEqual(['externalId identity-number.refused']);
  expect(vacancyIssues({ externalId: '99999999999', description: 'Ring +47 22 33 44 55 eller 004722334455. Konto 9710.00.00000' })).toEqual([]);
});

it.each([['B3', 'B3'], [12, '12'], ['Kari Nordmann', undefined], ['912345678', undefined], ['x'.repeat(60), `${'x'.repeat(39)}…`], [{}, undefined]])('shows %j as %j', (value, shown) => { expect(showValue(value)).toBe(shown); });

it('survives any JSON and gives a record exactly when nothing is wrong', () => {
  const names = ['externalId', 'municipality', 'education', 'occupations', 'languages', 'preferences', 'styrk', 'level', 'requirements', 'anyOf', 'employer', 'title', '__proto__'];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, true, 4, '0301', '72', 'no', 'B1', -1, 1e300), fc.string(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 5 })),
  }));
  fc.assert(fc.property(value, (raw) => {
    for (const { record, issues } of [validateCandidate(raw, tables), validateVacancy(raw, tables)]) expect(record === undefined).toBe(issues.length > 0);
  }), { numRuns: 10_000, seed: 20_261_122 });
});
