import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { estimateTravel } from '../../core/geography/travel-time.js';
import { straightLineKm } from '../../core/geography/straight-line.js';
import { resolveMunicipality } from '../../core/reference/resolve-municipality.js';
import { styrkParents } from '../../core/reference/styrk.js';
import { defaultDataDir, hashDataFiles } from './data-files.js';
import { loadReferenceTables } from './load-reference.js';
import { parseCsv } from './parse-csv.js';

const dataDir = defaultDataDir();
const tables = loadReferenceTables(dataDir);
const fourDigits = [...tables.styrk.keys()].filter((code) => code.length === 4);
const numberOf = (municipality: string): string => {
  const resolved = resolveMunicipality({ municipality }, tables);
  if (resolved.kind !== 'found') throw new Error(`${municipality} is ${resolved.kind}`);
  return resolved.number;
};

describe('STYRK-08', () => {
  it('has 10, 43, 122 and 407 codes, each with its parents and the official name', () => {
    expect([1, 2, 3, 4].map((length) => [...tables.styrk.keys()].filter((code) => code.length === length).length)).toEqual([10, 43, 122, 407]);
    expect([...tables.styrk.keys()].flatMap(styrkParents).filter((parent) => !tables.styrk.has(parent))).toEqual([]);
    expect(tables.styrk.get('7115')).toEqual({ code: '7115', name: 'Tømrere og snekkere', navCategory: ['Håndverkere', 'Tømrer og snekker'] });
  });

  it('has the usual education of every occupation, in fields that exist', () => {
    expect([...tables.occupationEducation.keys()].sort()).toEqual(fourDigits.slice().sort());
    for (const { usualLevel, fields } of tables.occupationEducation.values()) {
      expect(tables.educationLevels.has(usualLevel)).toBe(true);
      for (const field of fields) expect(tables.educationFields.has(field)).toBe(true);
    }
  });
});

describe('professions and certificates', () => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  it('names only occupations and certificates that exist', () => {
    for (const { styrk } of tables.regulatedProfessions.values()) for (const code of styrk) expect(fourDigits).toContain(code);
    for (const { includedIn } of tables.certificates.values()) for (const id of includedIn) expect(tables.certificates.has(id)).toBe(true);
    for (const { courseDays } of tables.certificates.values()) expect(courseDays === null || courseDays > 0).toBe(true);
  });

  it.each([['regulatedProfessions'], ['certificates']] as const)('gives no name in %s to two entries', (table) => {
    const owners = new Map<string, string[]>();
    for (const { id, name, aliases } of tables[table].values()) {
      for (const alias of new Set([id, name, ...aliases].map(plain))) {
        owners.set(alias, [...(owners.get(alias) ?? []), id]);
      }
    }
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });
});

describe('municipalities', () => {
  it('are 357, on Norwegian ground, each with a region and its post codes', () => {
    expect(tables.municipalities.size).toBe(357);
    for (const { latitude, longitude, regionName, county } of tables.municipalities.values()) {
      expect(latitude > 57.9 && latitude < 71.2 && longitude > 4.5 && longitude < 31.2 && regionName !== '' && county !== '').toBe(true);
    }
    expect([...new Set(tables.postCodes.values())].sort()).toEqual([...tables.municipalities.keys()].sort());
  });

  it.each([['3024', '3201'], ['5401', '5501'], ['3803', '3905'], ['3445', '3234']])('knows the former number %s', (former, number) => {
    expect(numberOf(former)).toBe(number);
  });

  it('finds every municipality by its name and county', () => {
    for (const { number, name, county, names } of tables.municipalities.values()) {
      for (const known of [name, ...names]) expect(resolveMunicipality({ municipality: `${known.toUpperCase()} (${county})` }, tables)).toEqual({ kind: 'found', number });
    }
  });
});

describe('travel', () => {
  it('connects the whole country in believable time', () => {
    expect(tables.travel.links.length).toBeGreaterThan(900);
    const places = [...tables.municipalities.values()];
    // Nobody drives faster than 100 km/h in a straight line, not even between Oslo and Bodø.
    const tooFast = places.flatMap((from) => places.filter((to) => {
      const { minutesByCar, minutesByPublicTransport } = estimateTravel(from.number, to.number, tables);
      const km = straightLineKm(from, to);
      return !(minutesByCar > (km / 100) * 60 && minutesByPublicTransport > (km / 110) * 60);
    }).map((to) => `${from.name}–${to.name}`));
    expect(tooFast).toEqual([]);
  });

  it.each([
    ['Stavanger', 'Sandnes', 15, 25], ['Trondheim', 'Stjørdal', 27, 40], ['Tromsø', 'Balsfjord', 50, 75], ['Hamar', 'Gjøvik', 45, 60],
    ['Randaberg', 'Sandnes', 25, 40], ['Asker', 'Lillestrøm', 40, 65], ['Kristiansand', 'Froland', 60, 90], ['Levanger', 'Namsos', 80, 120],
    ['Volda', 'Molde', 130, 220], ['Oslo', 'Tromsø', 1000, 1500], ['Horten', 'Larvik', 45, 75], ['Sola', 'Hå', 30, 50],
  ])('takes %s to %s in %d to %d minutes by car', (from, to, low, high) => {
    const { minutesByCar } = estimateTravel(numberOf(from), numberOf(to), tables);
    expect(minutesByCar).toBeGreaterThanOrEqual(low);
    expect(minutesByCar).toBeLessThanOrEqual(high);
  });
});

describe('similarity of occupations', () => {
  const { codes, percent } = tables.similarity;
  const of = (from: string, to: string): number => percent[codes.indexOf(from) * codes.length + codes.indexOf(to)] ?? NaN;

  it('is a full matrix with the same work on the diagonal and nothing else equal to it', () => {
    expect(codes).toEqual(fourDigits.slice().sort());
    expect(percent.length).toBe(codes.length ** 2);
    for (const a of codes) expect(of(a, a)).toBe(100);
    expect(percent.filter((value) => value === 100).length).toBe(codes.length);
  });

  it('agrees with a caseworker on at least nine of ten judged pairs', () => {
    const anchors = parseCsv(readFileSync(join(dataDir, 'occupations/similarity-anchors.csv'), 'utf8')).slice(1);
    const outside = anchors.filter(([from = '', to = '', low = '', high = '']) => of(from, to) < Number(low) || of(from, to) > Number(high));
    expect(anchors.length).toBeGreaterThanOrEqual(150);
    expect(outside.length / anchors.length).toBeLessThanOrEqual(0.1);
  });

  it('finds almost nothing to carry over between most occupations', () => {
    expect(percent.filter((value) => value < 15).length / percent.length).toBeGreaterThan(0.9);
  });

  it('makes the step down in a trade easier than the step up', () => {
    for (const [skilled, helper] of [['2223', '5321'], ['5120', '9412'], ['7115', '9313'], ['8332', '8322'], ['6113', '9214']] as const) {
      expect(of(skilled, helper)).toBeGreaterThan(of(helper, skilled));
    }
  });
});

describe('dataVersion', () => {
  const copy = mkdtempSync(join(tmpdir(), 'jobbmatch-data-'));
  afterAll(() => { rmSync(copy, { recursive: true, force: true }); });

  it('changes with any table it is told of, and only then', () => {
    cpSync(dataDir, copy, { recursive: true });
    expect(loadReferenceTables(copy).dataVersion).toBe(tables.dataVersion);
    expect(tables.dataVersion).toMatch(/^[0-9a-f]{12}$/);
    const before = loadReferenceTables(copy, ['SOURCES.md']).dataVersion;
    appendFileSync(join(copy, 'SOURCES.md'), '\n');
    expect(loadReferenceTables(copy, ['SOURCES.md']).dataVersion).not.toBe(before);
    expect(loadReferenceTables(copy).dataVersion).toBe(tables.dataVersion);
    appendFileSync(join(copy, 'municipalities', 'travel.csv'), '0301,0301,20,30\n');
    expect(loadReferenceTables(copy).dataVersion).not.toBe(tables.dataVersion);
  });

  it('does not depend on the order the files are named in', () => {
    const [a, b] = ['styrk08/styrk08.csv', 'education/levels.csv'];
    expect(hashDataFiles(dataDir, [a, b])).toBe(hashDataFiles(dataDir, [b, a]));
    expect(hashDataFiles(dataDir, [a])).not.toBe(hashDataFiles(dataDir, [b]));
  });
});
