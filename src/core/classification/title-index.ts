import type { TitleFact } from './lexicon.js';
import { createGramBag, gramBuckets } from './title-grams.js';
import { titleKey, titleWords, type TitleWords } from './title-words.js';

/**
 * The lexicon prepared for looking up, in plain arrays, so that it can be stored and loaded in a few milliseconds.
 * Codes are numbered by their place in `codes`.
 */
export interface TitleIndex {
  /** Four-digit codes in order, without 0000. */
  readonly codes: readonly string[];
  /** Normalised titles, each once. The meanings of key k are `meaningStart[k] … meaningStart[k + 1] − 1`. */
  readonly keys: readonly string[];
  readonly meaningStart: Uint32Array;
  readonly meaningCode: Uint16Array;
  /** 255 = the only or by far the usual meaning. */
  readonly meaningShare: Uint8Array;
  /** Code of each distinct title for the likeness search. */
  readonly titleCode: Uint16Array;
  /** How far to trust the title, 255 = fully. */
  readonly titleTrust: Uint8Array;
  /** Titles that hold each gram, whether or not they are listed: what its rarity is counted by. */
  readonly gramCount: Uint16Array;
  /** Titles listed under gram g are `gramStart[g] … gramStart[g + 1] − 1`. Very common grams list none. */
  readonly gramStart: Uint32Array;
  readonly gramTitle: Uint16Array;
  /** Share of the gram in its title's unit vector, 255 = 1. */
  readonly gramWeight: Uint8Array;
}

/** Grams in more titles than this say too little for what they cost. */
const commonGram = 900;
/** Titles are numbered in 16 bits. */
const mostTitles = 65_535;
const officialWeight = 0.9;
/** "Not stated": never a suggestion, because no answer says it better. */
const unspecified = '0000';

interface Entry { readonly words: TitleWords; readonly key: string; readonly code: number; weight: number }

/**
 * Prepares facts and official names for looking up. Facts with an unknown code are left out; the same
 * title twice for one code counts once, with its greater weight.
 *
 * @throws RangeError with more than 65,535 distinct titles.
 */
export function indexTitles(facts: readonly TitleFact[], names: ReadonlyMap<string, string>): TitleIndex {
  const codes = [...names.keys()].filter((code) => code.length === 4 && code !== unspecified).sort();
  const official = codes.map((code) => ({ title: names.get(code) ?? '', code, weight: officialWeight }));
  const entries = distinctEntries([...facts, ...official], new Map(codes.map((code, number) => [code, number])));
  if (entries.length > mostTitles) throw new RangeError(`at most ${String(mostTitles)} titles, got ${String(entries.length)}`);
  return { codes, ...indexMeanings(entries), ...indexGrams(entries) };
}

function distinctEntries(facts: readonly TitleFact[], codeNumber: ReadonlyMap<string, number>): Entry[] {
  const found = new Map<string, Entry>();
  for (const { title, code, weight } of facts) {
    const number = codeNumber.get(code);
    const words = titleWords(title);
    const key = titleKey([...words.main.flat(), ...words.qualifiers.flat()]);
    if (number === undefined || key === '') continue;
    const known = found.get(`${code} ${key}`);
    if (known === undefined) found.set(`${code} ${key}`, { words, key, code: number, weight });
    else known.weight = Math.max(known.weight, weight);
  }
  return [...found.values()];
}

function indexMeanings(entries: readonly Entry[]): Pick<TitleIndex, 'keys' | 'meaningStart' | 'meaningCode' | 'meaningShare'> {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = byKey.get(entry.key);
    if (known === undefined) byKey.set(entry.key, [entry]);
    else known.push(entry);
  }
  const keys = [...byKey.keys()].sort();
  const meaningStart = new Uint32Array(keys.length + 1);
  const meaningCode = new Uint16Array(entries.length);
  const meaningShare = new Uint8Array(entries.length);
  let at = 0;
  keys.forEach((key, number) => {
    const meanings = byKey.get(key) ?? [];
    const total = meanings.reduce((sum, { weight }) => sum + weight, 0);
    for (const { code, weight } of meanings) {
      meaningCode[at] = code;
      // The root keeps a shared title useful: of two equal meanings each has 0.71, not 0.5.
      meaningShare[at] = Math.round(255 * Math.sqrt(weight / total));
      at += 1;
    }
    meaningStart[number + 1] = at;
  });
  return { keys, meaningStart, meaningCode, meaningShare };
}

type GramIndex = Pick<TitleIndex, 'titleCode' | 'titleTrust' | 'gramCount' | 'gramStart' | 'gramTitle' | 'gramWeight'>;

function indexGrams(entries: readonly Entry[]): GramIndex {
  const bag = createGramBag();
  const gramCount = new Uint16Array(gramBuckets);
  const bags = entries.map(({ words }) => {
    bag.fill(words);
    for (const gram of bag.grams) gramCount[gram] = (gramCount[gram] ?? 0) + 1;
    return bag.grams.map((gram) => [gram, bag.weightOf(gram)] as const);
  });
  const gramStart = new Uint32Array(gramBuckets + 1);
  for (let gram = 0; gram < gramBuckets; gram += 1) {
    const count = gramCount[gram] ?? 0;
    gramStart[gram + 1] = (gramStart[gram] ?? 0) + (count > commonGram ? 0 : count);
  }
  const gramTitle = new Uint16Array(gramStart[gramBuckets] ?? 0);
  const gramWeight = new Uint8Array(gramTitle.length);
  const next = gramStart.slice(0, gramBuckets);
  bags.forEach((grams, title) => {
    const parts = grams.map(([gram, weight]) => weight * rarity(gramCount[gram] ?? 0, entries.length));
    const length = Math.hypot(...parts);
    grams.forEach(([gram], index) => {
      const at = next[gram] ?? 0;
      if (at >= (gramStart[gram + 1] ?? 0)) return;
      gramTitle[at] = title;
      gramWeight[at] = Math.round((255 * (parts[index] ?? 0)) / length);
      next[gram] = at + 1;
    });
  });
  return {
    titleCode: Uint16Array.from(entries, ({ code }) => code),
    titleTrust: Uint8Array.from(entries, ({ weight }) => Math.round(255 * (0.7 + 0.3 * Math.min(1, weight)))),
    gramCount, gramStart, gramTitle, gramWeight,
  };
}

/** Inverse document frequency: how much a gram found in `count` of `total` titles says. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + total / Math.max(1, count));
}
