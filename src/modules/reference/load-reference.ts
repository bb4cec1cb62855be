import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CertificateEntry, Municipality, OccupationEducation, OccupationSimilarity, ReferenceTables, RegulatedProfession, StyrkEntry, TravelTable,
} from '../../core/reference/tables.js';
import { hashContents } from './data-files.js';
import { parseCsv } from './parse-csv.js';

/**
 * Reads the shipped tables, all of them, synchronously.
 *
 * @param dataDir the `data/` folder, see `defaultDataDir`
 * @param otherTables paths below `dataDir` of tables that others read and that shall count in `dataVersion`
 * @throws Error naming the file when one is missing or not in its form
 */
export function loadReferenceTables(dataDir: string, otherTables: readonly string[] = []): ReferenceTables {
  const contents = new Map<string, Buffer>();
  const readBytes = (path: string): Buffer => {
    const content = readFileSync(join(dataDir, path));
    contents.set(path, content);
    return content;
  };
  const read = (path: string): string => readBytes(path).toString('utf8');
  const rows = (path: string): string[][] => parseCsv(read(path)).slice(1);
  const tables = {
    styrk: toStyrk(rows('styrk08/styrk08.csv'), rows('styrk08/nav-categories.csv')),
    similarity: toSimilarity(readBytes('occupations/similarity.csv')),
    occupationEducation: toOccupationEducation(rows('occupations/education.csv')),
    regulatedProfessions: keyedById(JSON.parse(read('occupations/regulated-professions.json')) as RegulatedProfession[]),
    certificates: keyedById(JSON.parse(read('occupations/certificates.json')) as CertificateEntry[]),
    municipalities: toMunicipalities(rows('municipalities/municipalities.csv')),
    postCodes: toPairs(rows('municipalities/post-codes.csv')),
    travel: toTravel(rows('municipalities/travel.csv')),
    educationLevels: new Map(rows('education/levels.csv').map(([level = '', name = '']) => [Number(level), name])),
    educationFields: toPairs(rows('education/fields.csv')),
  };
  for (const path of otherTables) readBytes(path);
  return { dataVersion: hashContents(contents), ...tables };
}

function toPairs(rows: readonly string[][]): Map<string, string> {
  return new Map(rows.map(([key = '', value = '']) => [key, value]));
}

function keyedById<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function toStyrk(names: readonly string[][], categories: readonly string[][]): Map<string, StyrkEntry> {
  const navCategories = new Map(categories.map(([code = '', first = '', second = '']) => [code, [first, second] as const]));
  return new Map(names.map(([code = '', name = '']) => {
    const navCategory = navCategories.get(code);
    return [code, navCategory === undefined ? { code, name } : { code, name, navCategory }];
  }));
}

const NEWLINE = 10;
const COMMA = 44;
const ZERO = 48;

/** The matrix is the largest table, so it is read byte by byte and no cell becomes a string. */
function toSimilarity(bytes: Buffer): OccupationSimilarity {
  const headerEnd = bytes.indexOf(NEWLINE);
  const codes = bytes.toString('latin1', 0, headerEnd).split(',').slice(1);
  const percent = new Uint8Array(codes.length * codes.length);
  let at = headerEnd + 1;
  for (let cell = 0; cell < percent.length; cell += 1) {
    // The code that a row begins with is the header's in the same order.
    if (cell % codes.length === 0) at = bytes.indexOf(COMMA, at) + 1;
    let value = 0;
    for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
      value = value * 10 + digit;
      at += 1;
    }
    const end = bytes[at];
    if (value > 100 || (end !== COMMA && end !== NEWLINE)) throw new Error(`occupations/similarity.csv: bad cell in row ${String(Math.floor(cell / codes.length) + 2)}`);
    percent[cell] = value;
    at += 1;
  }
  return { codes, percent };
}

function toOccupationEducation(rows: readonly string[][]): Map<string, OccupationEducation> {
  return new Map(rows.map(([code = '', level = '', fields = '']) => [code, { usualLevel: Number(level), fields: list(fields) }]));
}

function list(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

function toMunicipalities(rows: readonly string[][]): Map<string, Municipality> {
  return new Map(rows.map((row) => {
    const [number = '', name = '', names = '', countyNumber = '', county = '', , latitude = '', longitude = ''] = row;
    const [regionNumber = '', regionName = '', minutesToCentre = '', formerNumbers = '', otherNames = ''] = row.slice(8);
    return [number, {
      number, name, names: list(names), countyNumber, county,
      latitude: Number(latitude), longitude: Number(longitude),
      regionNumber, regionName, minutesToCentre: Number(minutesToCentre), formerNumbers: list(formerNumbers), otherNames: list(otherNames),
    }];
  }));
}

function toTravel(rows: readonly string[][]): TravelTable {
  return {
    links: rows.map(([from = '', to = '', car = '', publicTransport = '']) => ({
      from, to, minutesByCar: Number(car), minutesByPublicTransport: Number(publicTransport),
    })),
  };
}
