import { resolveMunicipality, type MunicipalityResolution } from '../../core/reference/resolve-municipality.js';
import type { ReferenceTables } from '../../core/reference/tables.js';
import type { FieldIssue } from '../ingestion/issue.js';
import type { NavLocation } from './nav-forms.js';

/** Where the work is, with what was odd about it. */
export interface Place {
  /** Four digits; null = could not be settled, and `errors` says why. */
  readonly municipality: string | null;
  readonly errors: readonly FieldIssue[];
  readonly warnings: readonly FieldIssue[];
}

const NORWAY: ReadonlySet<string> = new Set(['norge', 'noreg', 'norway', 'no', 'nor']);

const isAbroad = ({ country }: NavLocation): boolean => country !== undefined && !NORWAY.has(country.toLowerCase());

/**
 * The municipality of an ad. The feed has names in capitals, sometimes of counties that are gone, and no numbers; a name
 * several bear is settled by county and post code. Nothing is guessed: what is not settled is told.
 *
 * @param fallback what the line of the feed said about the municipality, for ads without a place
 */
export function mapPlace(locations: readonly NavLocation[], fallback: string | undefined, tables: ReferenceTables): Place {
  const home = locations.filter((location) => !isAbroad(location));
  if (locations.length > 0 && home.length === 0) return unsettled('location.abroad', 'Arbeidsstedet er ikke i Norge.', locations[0]?.country);
  const resolved = home.map((location) => resolve(location, tables));
  const numbers = [...new Set(resolved.flatMap(({ found }) => (found.kind === 'found' ? [found.number] : [])))];
  const [first, ...others] = numbers;
  if (first !== undefined) return { municipality: first, errors: [], warnings: [...resolved.flatMap(({ warnings }) => warnings), ...several(others, tables)] };
  const named = resolved.find(({ name }) => name !== undefined);
  if (named !== undefined) return notFound(named.found, named.name, tables);
  if (fallback === undefined) return unsettled('location.missing', 'Annonsen sier ikke hvilken kommune arbeidet er i.');
  const found = resolveMunicipality({ municipality: fallback }, tables);
  return found.kind === 'found' ? { municipality: found.number, errors: [], warnings: [] } : notFound(found, fallback, tables);
}

interface ResolvedLocation {
  readonly found: MunicipalityResolution;
  /** What was looked up, as written. */
  readonly name: string | undefined;
  readonly warnings: readonly FieldIssue[];
}

function resolve({ municipal, county, postalCode, city }: NavLocation, tables: ReferenceTables): ResolvedLocation {
  const name = municipal ?? (postalCode === undefined ? city : undefined);
  // "NES (AKERSHUS)" says more than the county beside it, which may be one that is gone.
  const around = { ...(county === undefined || name?.includes('(') === true ? {} : { county }), ...(postalCode === undefined ? {} : { postCode: postalCode }) };
  const found = resolveMunicipality({ ...(name === undefined ? {} : { municipality: name }), ...around }, tables);
  if (found.kind !== 'unknown' || name === undefined || postalCode === undefined) return { found, name: name ?? postalCode, warnings: [] };
  // The name is none we know, but the post code is: post codes settle it.
  const byPostCode = resolveMunicipality({ postCode: postalCode }, tables);
  if (byPostCode.kind !== 'found') return { found, name, warnings: [] };
  const mend = `Kommunenavnet er ikke kjent. Postnummeret sier ${nameOf(byPostCode.number, tables)}.`;
  return { found: byPostCode, name, warnings: [{ path: 'municipality', code: 'location.by-post-code', value: name, mend }] };
}

function several(others: readonly string[], tables: ReferenceTables): FieldIssue[] {
  if (others.length === 0) return [];
  const mend = `Annonsen gjelder flere kommuner. Den første er brukt; de andre er ${others.map((number) => nameOf(number, tables)).join(', ')}.`;
  return [{ path: 'municipality', code: 'location.several', value: others.join(' '), mend }];
}

function notFound(found: MunicipalityResolution, name: string | undefined, tables: ReferenceTables): Place {
  if (found.kind !== 'ambiguous') return unsettled('location.unknown', 'Kommunen er ikke kjent, verken med navn eller postnummer.', name);
  const numbers = found.numbers.map((number) => `${nameOf(number, tables)} (${tables.municipalities.get(number)?.county ?? ''})`);
  return unsettled('location.ambiguous', `Flere kommuner kan være ment: ${numbers.join(', ')}. Verken fylke eller postnummer avgjør det.`, name);
}

function unsettled(code: string, mend: string, value?: string): Place {
  return { municipality: null, errors: [{ path: 'municipality', code, ...(value === undefined ? {} : { value: value.slice(0, 60) }), mend }], warnings: [] };
}

const nameOf = (number: string, tables: ReferenceTables): string => tables.municipalities.get(number)?.name ?? number;
