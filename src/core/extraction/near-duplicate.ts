import { fold } from './fold.js';

/** What is compared of two ads. */
export interface ComparableAd {
  readonly title: string;
  /** Plain text; empty when there is none. */
  readonly text: string;
}

/** The same ad read for comparison. */
export interface AdPrint {
  readonly titleWords: ReadonlySet<string>;
  /** Hashes of every three words in a row. */
  readonly shingles: ReadonlySet<number>;
}

const SHINGLE = 3;
/** Words of an ad that count: enough to tell two apart, bounded whatever comes in. */
const MOST_WORDS = 3_000;
/** Texts shorter than this (in shingles) say too little: then the titles must be the same. */
const FEW_SHINGLES = 8;

/** Alike enough to be the same ad put out twice: of all three-word runs in either text, this share stands in both. */
export const LEAST_TEXT_SIMILARITY = 0.7;
export const LEAST_TITLE_SIMILARITY = 0.5;

/** Reads an ad for comparison, in time linear in its length. */
export function adPrint({ title, text }: ComparableAd): AdPrint {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) shingles.add(hash(`${words[at] ?? ''} ${words[at + 1] ?? ''} ${words[at + 2] ?? ''}`));
  return { titleWords: new Set(wordsOf(title)), shingles };
}

/** Words and numbers in lower case; numbers count as one, so that a new deadline does not make a new ad. */
function wordsOf(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (/^\d+$/.test(word) ? '0' : word));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Jaccard: the share of what is in either that is in both, in [0, 1]; 0 when both are empty. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * How far two ads of one employer in one municipality are the same: the likeness of their texts in [0, 1], or null when
 * they are two ads. Titles must be alike too: a ward that seeks a nurse and a cleaner writes the rest the same.
 *
 * @example nearDuplicate(adPrint(ad), adPrint(ad)) // => 1
 */
export function nearDuplicate(a: AdPrint, b: AdPrint): number | null {
  const titles = jaccard(a.titleWords, b.titleWords);
  if (a.shingles.size < FEW_SHINGLES || b.shingles.size < FEW_SHINGLES) {
    // With next to no text to go by, only the very same words count.
    const sameText = a.shingles.size + b.shingles.size === 0 || jaccard(a.shingles, b.shingles) === 1;
    return titles === 1 && sameText ? 1 : null;
  }
  const texts = jaccard(a.shingles, b.shingles);
  return texts >= LEAST_TEXT_SIMILARITY && titles >= LEAST_TITLE_SIMILARITY ? texts : null;
}
