import type { CodeScores } from './code-scores.js';
import { createGramBag } from './title-grams.js';
import { rarity, type TitleIndex } from './title-index.js';
import type { TitleWords } from './title-words.js';

/** Finds the titles of the lexicon that look most like one given. */
export interface SimilarTitles {
  /**
   * Raises `scores` to the highest cosine (0–1) of any title of the code.
   * @param clear other evidence is strong already, so a shorter look around is enough
   */
  readonly score: (title: TitleWords, clear: boolean, scores: CodeScores) => void;
}

/** Titles looked at for one query: the rarest grams come first, so what is left out says least. Bounds the time. */
const mostVisits = 1900;
const mostVisitsWhenClear = 500;
const leastCosine = 0.2;

/** Cosine over character n-grams weighted by rarity, through the inverted index. */
export function createSimilarTitles(index: TitleIndex): SimilarTitles {
  const { gramStart, gramTitle, gramWeight, gramCount, titleCode } = index;
  const total = titleCode.length;
  const rarityOf = Float32Array.from(gramCount, (count) => rarity(count, total));
  const trust = Float32Array.from(index.titleTrust, (share) => share / 255);
  const dots = new Float32Array(total);
  const seen = new Uint16Array(total);
  const bag = createGramBag();
  const byRarity = (a: number, b: number): number => (gramCount[a] ?? 0) - (gramCount[b] ?? 0) || a - b;
  /** Adds the grams' products, rarest first, until `limit` titles were visited; returns how many are in `seen`. */
  const collect = (grams: readonly number[], limit: number): number => {
    let count = 0;
    let visits = 0;
    for (const gram of grams) {
      const own = bag.weightOf(gram) * (rarityOf[gram] ?? 0);
      const end = gramStart[gram + 1] ?? 0;
      for (let at = gramStart[gram] ?? 0; at < end; at += 1) {
        const title = gramTitle[at] ?? 0;
        const before = dots[title] ?? 0;
        if (before === 0) {
          seen[count] = title;
          count += 1;
        }
        dots[title] = before + own * (gramWeight[at] ?? 0);
        visits += 1;
      }
      if (visits >= limit) break;
    }
    return count;
  };
  return {
    score(title, clear, scores) {
      bag.fill(title);
      const grams = [...bag.grams].sort(byRarity);
      let square = 0;
      for (const gram of grams) square += (bag.weightOf(gram) * (rarityOf[gram] ?? 0)) ** 2;
      const count = collect(grams, clear ? mostVisitsWhenClear : mostVisits);
      const length = Math.sqrt(square) * 255;
      const least = leastCosine * length;
      for (let index = 0; index < count; index += 1) {
        const number = seen[index] ?? 0;
        const dot = (dots[number] ?? 0) * (trust[number] ?? 0);
        dots[number] = 0;
        if (dot >= least) scores.raise(titleCode[number] ?? 0, Math.min(1, dot / length));
      }
    },
  };
}
