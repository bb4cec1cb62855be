import type { TitleWords } from './title-words.js';

const gramLength = 4;
/** Grams are numbered 0 … gramBuckets − 1 by a hash; two grams may share a number, which costs little. */
export const gramBuckets = 1 << 16;
const qualifierWeight = 0.6;
const headWeight = 1.4;
const longestWord = 40;

/** Weighted character n-grams of one title, kept in arrays that are used again for the next. */
export interface GramBag {
  /** The grams present, in the order first seen. */
  readonly grams: readonly number[];
  readonly weightOf: (gram: number) => number;
  /** Replaces the content by the grams of a title: the last word of the name weighs more, the qualifiers less. */
  readonly fill: (title: TitleWords) => void;
}

export function createGramBag(): GramBag {
  const weights = new Float32Array(gramBuckets);
  const grams: number[] = [];
  const add = (word: string, weight: number): void => {
    const padded = `^${word.slice(0, longestWord)}$`;
    const last = Math.max(0, padded.length - gramLength);
    for (let at = 0; at <= last; at += 1) {
      const gram = hashGram(padded, at);
      if (weights[gram] === 0) grams.push(gram);
      weights[gram] = (weights[gram] ?? 0) + weight;
    }
  };
  return {
    grams,
    weightOf: (gram) => weights[gram] ?? 0,
    fill({ main, qualifiers }) {
      for (const gram of grams) weights[gram] = 0;
      grams.length = 0;
      for (const part of main) {
        part.forEach((word, index) => { add(word, index === part.length - 1 ? headWeight : 1); });
      }
      for (const part of qualifiers) for (const word of part) add(word, qualifierWeight);
    },
  };
}

function hashGram(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + gramLength && index < text.length; index += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index) * 0x9e35) | 0;
  }
  return (hash ^ (hash >>> 15)) & (gramBuckets - 1);
}
