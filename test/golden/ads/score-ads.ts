import type { Extraction } from '../../../src/core/extraction/extraction.js';
import type { LanguageDemand } from '../../../src/core/records/vacancy.js';
import type { LabelledAd } from './read-ads.js';

/** Kinds that are scored, with the F1 each must reach. */
export const FLOORS = {
  languages: 0.92, 'no language demanded': 0.95, licences: 0.9, experience: 0.9, percent: 0.9, authorisation: 0.9, education: 0.85,
  'not required (stated)': 0.9, 'wished languages': 0.85, 'wished licences': 0.85, 'wished education': 0.8, certificates: 0.85, offers: 0.8, hours: 0.8,
} as const;
export type Kind = keyof typeof FLOORS;

export interface Tally { right: number; wrong: number; missed: number }

/** One thing that differs between the reading and the label. */
export interface Difference { readonly id: string; readonly kind: Kind; readonly expected: readonly string[]; readonly read: readonly string[] }

export function f1({ right, wrong, missed }: Tally): number {
  return right === 0 ? (wrong + missed === 0 ? 1 : 0) : (2 * right) / (2 * right + wrong + missed);
}

/** A demand in the notation of the labels: `no B2`, `no oral B1`, `no oral B2 written B1`, `no B1 | en B1`. */
export function notation({ anyOf }: LanguageDemand): string {
  return anyOf.map(({ language, oral, written }) => {
    if (oral === written) return `${language} ${oral ?? ''}`.trim();
    return [language, oral && `oral ${oral}`, written && `written ${written}`].filter(Boolean).join(' ');
  }).sort().join(' | ');
}

const normal = (entry: string): string => entry.replace(/ strict$/, '').split('|').map((one) => one.trim()).sort().join(' | ');

/** A demand counts by language, skill and level: each alternative list is one thing that is right or wrong. */
export function comparisons(ad: LabelledAd, read: Extraction): readonly (readonly [Kind, readonly string[], readonly string[]])[] {
  const label = (name: string): string[] => [...(ad.labels.get(name) ?? [])];
  const demanded = (read.requirements.languages ?? []).map(notation);
  const numbers = [read.percent, read.minPercent === undefined ? undefined : `min ${read.minPercent}`, read.maxPercent === undefined ? undefined : `max ${read.maxPercent}`];
  return [
    ['languages', label('languages').map(normal), demanded],
    ['no language demanded', label('languages').length === 0 ? ['none'] : [], demanded.length === 0 ? ['none'] : []],
    ['not required (stated)', label('no-demand'), read.noLanguageDemand === true ? ['yes'] : []],
    ['wished languages', label('wishes').map(normal), read.wishes.languages.map(notation)],
    ['licences', label('licences'), [...(read.requirements.driversLicence ?? [])]],
    ['wished licences', label('wish-licences'), [...(read.wishes.driversLicence ?? [])]],
    ['experience', label('experience'), read.requirements.experienceYears === undefined ? [] : [String(read.requirements.experienceYears)]],
    ['percent', [...label('percent'), ...label('minpercent').map((n) => `min ${n}`), ...label('maxpercent').map((n) => `max ${n}`)],
      numbers.filter((n) => n !== undefined).map(String)],
    ['authorisation', label('authorisation'), read.requirements.authorisation === undefined ? [] : [read.requirements.authorisation]],
    ['education', label('education'), read.requirements.education === undefined ? [] : [String(read.requirements.education.minLevel)]],
    ['wished education', label('wish-education'), read.wishes.education === undefined ? [] : [String(read.wishes.education.minLevel)]],
    ['certificates', label('certificates'), [...(read.requirements.certificates ?? [])]],
    ...(ad.labels.has('offers') ? [['offers', label('offers'), Object.keys(read.offers ?? {})] as const] : []),
    ...(ad.labels.has('hours') ? [['hours', label('hours'), [...(read.workingHours ?? [])]] as const] : []),
  ];
}

/** Counts entry by entry. */
export function tally(expected: readonly string[], read: readonly string[], into: Tally): void {
  const open = [...expected];
  for (const one of read) {
    const at = open.indexOf(one);
    if (at === -1) into.wrong += 1;
    else {
      into.right += 1;
      open.splice(at, 1);
    }
  }
  into.missed += open.length;
}

export interface Evaluation { readonly tallies: ReadonlyMap<Kind, Tally>; readonly differences: readonly Difference[] }

/** Reads every ad with `read` and counts what is right, wrong and missed, by kind. */
export function evaluate(ads: readonly LabelledAd[], read: (ad: LabelledAd) => Extraction): Evaluation {
  const tallies = new Map<Kind, Tally>();
  const differences: Difference[] = [];
  for (const ad of ads) {
    for (const [kind, expected, got] of comparisons(ad, read(ad))) {
      const into = tallies.get(kind) ?? { right: 0, wrong: 0, missed: 0 };
      tallies.set(kind, into);
      tally(expected, got, into);
      if ([...expected].sort().join() !== [...got].sort().join()) differences.push({ id: ad.id, kind, expected, read: got });
    }
  }
  return { tallies, differences };
}
