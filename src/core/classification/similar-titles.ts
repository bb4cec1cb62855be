import type { CodeScores } from './code-scores.js';
import type { TitleFact } from './lexicon.js';
import { titleWords, type TitleWords } from './title-words.js';

/** Finds the titles of the lexicon that look most like one given. */
export interface SimilarTitles {
  /** Raises `scores` to the highest cosine (0–1) of any title of the code. */
  readonly score: (title: TitleWords, scores: CodeScores) => void;
}

const gramLength = 4;
const buckets = 1 << 16;
/** Grams in more than this share of the titles say too little for what they cost. */
const commonShare = 0.04;
const qualifierWeight = 0.6;
const headWeight = 1.4;

interface Postings {
  /** Titles that hold the gram are `entry[offset[gram]] … entry[offset[gram + 1] − 1]`. */
  readonly offset: Int32Array;
  readonly entry: Int32Array;
  readonly weight: Float32Array;
  readonly idf: Float32Array;
}

/** Character n-grams with inverse document frequency over all titles, as an inverted index. */
export function createSimilarTitles(facts: readonly TitleFact[], codeNumber: ReadonlyMap<string, number>): SimilarTitles {
  const known = facts.filter(({ code }) => codeNumber.has(code));
  const codes = Int32Array.from(known, ({ code }) => codeNumber.get(code) ?? 0);
  const trust = Float32Array.from(known, ({ weight }) => 0.7 + 0.3 * weight);
  const bags = known.map(({ title }) => gramsOf(titleWords(title)));
  const { offset, entry, weight, idf } = buildPostings(bags);
  const dots = new Float64Array(known.length);
  const seen: number[] = [];
  return {
    score(title, scores) {
      const bag = gramsOf(title);
      let square = 0;
      for (const [gram, count] of bag) {
        const own = count * (idf[gram] ?? 0);
        square += own * own;
        for (let at = offset[gram] ?? 0; at < (offset[gram + 1] ?? 0); at += 1) {
          const number = entry[at] ?? 0;
          if (dots[number] === 0) seen.push(number);
          dots[number] = (dots[number] ?? 0) + own * (weight[at] ?? 0);
        }
      }
      const length = Math.sqrt(square);
      for (const number of seen) {
        scores.raise(codes[number] ?? 0, ((dots[number] ?? 0) / length) * (trust[number] ?? 1));
        dots[number] = 0;
      }
      seen.length = 0;
    },
  };
}

/** Gram bucket → weighted count. The last word of the name weighs more, the qualifiers less. */
function gramsOf({ main, qualifiers }: TitleWords): Map<number, number> {
  const bag = new Map<number, number>();
  for (const part of main) {
    part.forEach((word, index) => { addGrams(bag, word, index === part.length - 1 ? headWeight : 1); });
  }
  for (const part of qualifiers) for (const word of part) addGrams(bag, word, qualifierWeight);
  return bag;
}

function addGrams(bag: Map<number, number>, word: string, weight: number): void {
  const padded = `^${word.slice(0, 40)}$`;
  for (let at = 0; at + gramLength <= Math.max(padded.length, gramLength); at += 1) {
    let hash = 0;
    for (let index = at; index < at + gramLength && index < padded.length; index += 1) {
      hash = (Math.imul(hash, 31) + padded.charCodeAt(index) * 0x9e35) | 0;
    }
    const bucket = (hash ^ (hash >>> 15)) & (buckets - 1);
    bag.set(bucket, (bag.get(bucket) ?? 0) + weight);
  }
}

function buildPostings(bags: readonly ReadonlyMap<number, number>[]): Postings {
  const count = new Int32Array(buckets);
  for (const bag of bags) for (const gram of bag.keys()) count[gram] = (count[gram] ?? 0) + 1;
  const idf = Float32Array.from(count, (titles) => (titles === 0 ? Math.log(1 + bags.length) : Math.log(1 + bags.length / titles)));
  const limit = Math.max(200, bags.length * commonShare);
  const offset = new Int32Array(buckets + 1);
  for (let gram = 0; gram < buckets; gram += 1) {
    const titles = count[gram] ?? 0;
    offset[gram + 1] = (offset[gram] ?? 0) + (titles > limit ? 0 : titles);
  }
  const entry = new Int32Array(offset[buckets] ?? 0);
  const weight = new Float32Array(entry.length);
  const next = offset.slice(0, buckets);
  bags.forEach((bag, number) => {
    let square = 0;
    for (const [gram, times] of bag) square += (times * (idf[gram] ?? 0)) ** 2;
    const length = Math.sqrt(square);
    for (const [gram, times] of bag) {
      const at = next[gram] ?? 0;
      if (at >= (offset[gram + 1] ?? 0)) continue;
      entry[at] = number;
      weight[at] = (times * (idf[gram] ?? 0)) / length;
      next[gram] = at + 1;
    }
  });
  return { offset, entry, weight, idf };
}
