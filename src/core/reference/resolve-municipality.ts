import type { Municipality, ReferenceTables } from './tables.js';

/** What a record or a feed says about a place; give what is known. */
export interface PlaceDescription {
  /** A number of 2024 or of 2020–2023, or a name in any official language: `1103`, `3024`, `Stavanger`, `OS (INNLANDET)`, `Våler i Solør`. */
  readonly municipality?: string;
  /** Four digits. */
  readonly postCode?: string;
  /** Settles a name that stands in several counties. */
  readonly county?: string;
}

export type MunicipalityResolution =
  | { readonly kind: 'found'; readonly number: string }
  /** More than one fits; numbers in ascending order. */
  | { readonly kind: 'ambiguous'; readonly numbers: readonly string[] }
  | { readonly kind: 'unknown' };

/** Counties of before 2024, and districts that tell two of a name apart, with the counties of 2024 they lie in. */
const FORMER_COUNTIES: Readonly<Record<string, readonly string[]>> = {
  'viken': ['Østfold', 'Akershus', 'Buskerud'],
  'vestfold og telemark': ['Vestfold', 'Telemark'],
  'troms og finnmark': ['Troms', 'Finnmark'],
  'hedmark': ['Innlandet'], 'oppland': ['Innlandet'], 'solør': ['Innlandet'], 'østerdalen': ['Innlandet'],
  'aust-agder': ['Agder'], 'vest-agder': ['Agder'],
  'hordaland': ['Vestland'], 'sogn og fjordane': ['Vestland'],
  'sør-trøndelag': ['Trøndelag'], 'nord-trøndelag': ['Trøndelag'],
  'sunnmøre': ['Møre og Romsdal'], 'vesterålen': ['Nordland'], 'hallingdal': ['Buskerud'], 'romerike': ['Akershus'],
};

/**
 * Finds the municipality a description means. What the description says about the municipality goes before its post code;
 * the post code settles a name that several bear.
 *
 * Never guesses: a number that was divided (1507 became Ålesund and Haram) is ambiguous.
 */
export function resolveMunicipality(place: PlaceDescription, tables: Pick<ReferenceTables, 'municipalities' | 'postCodes'>): MunicipalityResolution {
  const byPostCode = tables.postCodes.get((place.postCode ?? '').trim().padStart(4, '0'));
  const text = (place.municipality ?? '').normalize('NFC').trim();
  if (text === '') return byPostCode === undefined ? { kind: 'unknown' } : { kind: 'found', number: byPostCode };
  const index = nameIndexOf(tables.municipalities);
  const found = /^\d{3,4}$/.test(text) ? byNumber(text.padStart(4, '0'), tables.municipalities, index) : byName(text, place.county, index);
  if (found.length > 1 && byPostCode !== undefined && found.some(({ number }) => number === byPostCode)) return { kind: 'found', number: byPostCode };
  return toResolution(found);
}

function toResolution(found: readonly Municipality[]): MunicipalityResolution {
  const [first, second] = found;
  if (first === undefined) return { kind: 'unknown' };
  if (second === undefined) return { kind: 'found', number: first.number };
  return { kind: 'ambiguous', numbers: found.map(({ number }) => number).sort() };
}

interface NameIndex {
  readonly official: ReadonlyMap<string, readonly Municipality[]>;
  readonly other: ReadonlyMap<string, readonly Municipality[]>;
  readonly formerNumbers: ReadonlyMap<string, readonly Municipality[]>;
}

/** Remembered as long as the table lives; the same table always gives the same index. */
const indexes = new WeakMap<ReadonlyMap<string, Municipality>, NameIndex>();

function nameIndexOf(municipalities: ReadonlyMap<string, Municipality>): NameIndex {
  let index = indexes.get(municipalities);
  if (index === undefined) {
    const all = [...municipalities.values()];
    index = {
      official: groupBy(all, ({ name, names }) => [name, ...names].flatMap(spellings)),
      other: groupBy(all, ({ otherNames }) => (otherNames ?? []).flatMap(spellings)),
      formerNumbers: groupBy(all, ({ formerNumbers }) => formerNumbers),
    };
    indexes.set(municipalities, index);
  }
  return index;
}

function groupBy(municipalities: readonly Municipality[], keysOf: (municipality: Municipality) => readonly string[]): Map<string, Municipality[]> {
  const groups = new Map<string, Municipality[]>();
  for (const municipality of municipalities) {
    for (const key of new Set(keysOf(municipality))) groups.set(key, [...(groups.get(key) ?? []), municipality]);
  }
  return groups;
}

function byNumber(number: string, municipalities: ReadonlyMap<string, Municipality>, { formerNumbers }: NameIndex): readonly Municipality[] {
  const current = municipalities.get(number);
  return current === undefined ? formerNumbers.get(number) ?? [] : [current];
}

function byName(text: string, county: string | undefined, index: NameIndex): readonly Municipality[] {
  const whole = foldPlace(text);
  const qualified = /^(.+?)(?:\s*\(([^)]+)\)|\s+i\s+(.+)|\s*,\s*(.+))$/.exec(whole);
  const counties = countiesOf(county ?? qualified?.[2] ?? qualified?.[3] ?? qualified?.[4] ?? '');
  const here = (key: string): readonly Municipality[] => {
    const official = inCounties(index.official.get(key), counties);
    return official.length > 0 ? official : inCounties(index.other.get(key), counties);
  };
  // "Mo i Rana" is a name of its own; "Våler i Solør" is Våler in Solør; "Trondheim - Tråante" is one place in two languages.
  for (const key of [whole, qualified?.[1] ?? '', ...whole.split(/\s+[-–]\s+|\//)]) {
    const found = spellings(key).map(here).find((hits) => hits.length > 0);
    if (found !== undefined) return found;
  }
  return [];
}

function inCounties(municipalities: readonly Municipality[] | undefined, counties: readonly string[]): readonly Municipality[] {
  if (municipalities === undefined || counties.length === 0) return municipalities ?? [];
  return municipalities.filter(({ county }) => counties.includes(foldPlace(county)));
}

/** The counties of 2024 that a county or district name stands for, folded; an unknown name rules nothing out. */
function countiesOf(name: string): readonly string[] {
  const folded = foldPlace(name);
  const former = FORMER_COUNTIES[folded];
  if (former !== undefined) return former.map(foldPlace);
  return COUNTIES.has(folded) ? [folded] : [];
}

const COUNTIES: ReadonlySet<string> = new Set([
  'oslo', 'rogaland', 'møre og romsdal', 'nordland', 'østfold', 'akershus', 'buskerud', 'innlandet', 'vestfold', 'telemark', 'agder', 'vestland',
  'trøndelag', 'troms', 'finnmark',
]);

function foldPlace(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+(kommune|herad|suohkan|gielda|tjïelte)$/, '').replace(/[.]/g, '').replace(/\s+/g, ' ').trim();
}

/** A name as written, and as people write it on a keyboard without Norwegian letters: `tromso`, `tromsoe`. */
function spellings(name: string): string[] {
  const folded = foldPlace(name);
  const plain = folded.replace(/å/g, 'a').replace(/ø/g, 'o').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '');
  const doubled = folded.replace(/å/g, 'aa').replace(/ø/g, 'oe').replace(/æ/g, 'ae');
  return folded === '' ? [] : [folded, plain, doubled];
}
