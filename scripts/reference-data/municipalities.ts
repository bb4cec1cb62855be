import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../src/core/shared/compare.js';
import { straightLineKm } from '../../src/core/geography/straight-line.js';
import { cell, readTable, type Row, writeTable } from './csv.js';

/** Farthest a main settlement may lie from the middle of its municipality, km: Kjøllefjord in Lebesby is 56. */
const FARTHEST_KM = 60;

/** Municipalities whose first official name is Sami; people who read Norwegian know them by the other one. */
const NORWEGIAN_NAME: Readonly<Record<string, string>> = {
  '1826': 'Hattfjelldal', '1875': 'Hamarøy', '5025': 'Røros', '5041': 'Snåsa', '5043': 'Røyrvik', '5512': 'Tjeldsund', '5518': 'Lavangen',
  '5540': 'Kåfjord', '5610': 'Karasjok', '5612': 'Kautokeino', '5628': 'Tana', '5636': 'Nesseby',
};

const COLUMNS = [
  'number', 'name', 'names', 'county_number', 'county', 'settlement', 'latitude', 'longitude',
  'region_number', 'region_name', 'minutes_to_centre', 'former_numbers', 'other_names',
];

/** The 357 municipalities of 2024, placed where people live (settlements.csv, written by hand) and not at the middle of the area. */
export function buildMunicipalities(from: string, to: string): void {
  const folder = join(to, 'municipalities');
  const settlements = new Map(readTable(join(folder, 'settlements.csv')).map((row) => [cell(row, 'number'), row]));
  const otherNames = readTable(join(folder, 'other-names.csv'));
  const rows = readTable(join(from, 'municipalities', 'kommuner_2024.csv'))
    .map((row) => [...municipalityRow(row, settlements.get(cell(row, 'kommunenummer'))), otherNamesOf(cell(row, 'kommunenummer'), settlements, otherNames)])
    .sort(([a], [b]) => compareText(String(a), String(b)));
  if (rows.length !== 357 || settlements.size !== 357) throw new Error(`expected 357 municipalities, found ${rows.length} and ${settlements.size} settlements`);
  writeTable(join(folder, 'municipalities.csv'), COLUMNS, rows);
  buildPostCodes(from, folder, new Set(rows.map(([number]) => String(number))));
}

function municipalityRow(row: Row, settlement: Row | undefined): (string | number)[] {
  const number = cell(row, 'kommunenummer');
  if (settlement === undefined) throw new Error(`settlements.csv lacks ${number}`);
  const place = { latitude: Number(cell(settlement, 'latitude')), longitude: Number(cell(settlement, 'longitude')) };
  const middle = { latitude: Number(cell(row, 'lat')), longitude: Number(cell(row, 'lon')) };
  const km = straightLineKm(place, middle);
  if (!(km <= FARTHEST_KM)) throw new Error(`${number} ${cell(settlement, 'settlement')} lies ${km.toFixed(0)} km from the middle of its municipality`);
  const name = NORWEGIAN_NAME[number] ?? cell(row, 'navn');
  const names = [...new Set([name, ...cell(row, 'navn_alle_sprak').split(' - ').map((part) => part.trim())])];
  const former = cell(row, 'kilde_kommunenr_2020').padStart(4, '0');
  return [
    number, name, names.join('|'), cell(row, 'fylkesnummer').padStart(2, '0'), cell(row, 'fylke'),
    cell(settlement, 'settlement'), place.latitude, place.longitude, cell(row, 'ba_region_2020'), tidyRegion(cell(row, 'ba_region_navn')),
    Math.round(Number(cell(row, 'reisetid_min_til_senter'))), former === number ? '' : former,
  ];
}


/** Names of the main settlement and of municipalities that merged into this one: people still write them. */
function otherNamesOf(number: string, settlements: ReadonlyMap<string, Row>, otherNames: readonly Row[]): string {
  const settlement = settlements.get(number)?.['settlement'] ?? '';
  return [...new Set([settlement, ...otherNames.filter((row) => cell(row, 'number') === number).map((row) => cell(row, 'name'))])].join('|');
}

function tidyRegion(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** Post codes; those of a municipality number that is no longer in use are an error, not a gap. */
function buildPostCodes(from: string, folder: string, known: ReadonlySet<string>): void {
  const lines = readFileSync(join(from, 'municipalities', 'postal_codes_no.tsv'), 'utf8').split(/\r?\n/).filter((line) => line !== '');
  const rows = lines
    .map((line) => line.split('\t'))
    .map(([code = '', , number = '']) => [code, number] as const)
    .filter(([, number]) => known.has(number))
    .sort(([a], [b]) => compareText(a, b));
  const lost = lines.length - rows.length;
  if (lost > 25) throw new Error(`${lost} post codes lie in municipalities that do not exist`);
  writeTable(join(folder, 'post-codes.csv'), ['post_code', 'municipality'], rows);
}
