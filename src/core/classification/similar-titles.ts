import type { CodeScores } from './code-scores.js';
import { createGramBag } from './title-grams.js';
import { rarity, type TitleIndex } from './title-index.js';
import type { TitleWords } from './title-words.js';

/** Finds the titles of the lexicon that look most like one given. */
export interface SimilarTitles {
  /** Raises `scores` to the highest cosine (0–1) of any title of the code. */
  readonly score: (title: TitleWords, scores: CodeScores) => void;
}

/** Titles looked at for one query: the rarest grams come first, so what is left out says least. Bounds the time. */
const mostVisits = 2500;
const leastCosine = 0.15;

/** Cosine over character n-grams weighted by rarity, through the inverted index. */
export function createSimilarTitles(index: TitleIndex): SimilarTitles {
  const { gramStart, gramTitle, gramWeight, gramCount, titleCode, titleTrust } = index;
  const total = titleCode.length;
  const dots = new Float64Array(total);
  const seen: number[] = [];
  const bag = createGramBag();
  const byRarity = (a: number, b: number): number => (gramCount[a] ?? 0) - (gramCount[b] ?? 0) || a - b;
  const visit = (gram: number, own: number): number => {
    const end = gramStart[gram + 1] ?? 0;
    const start = gramStart[gram] ?? 0;
    for (let at = start; at < end; at += 1) {
      const title = gramTitle[at] ?? 0;
      if (dots[title] === 0) seen.push(title);
      dots[title] = (dots[title] ?? 0) + own * ((gramWeight[at] ?? 0) / 255);
    }
    return end - start;
  };
  return {
    score(title, scores) {
      bag.fill(title);
      const grams = [...bag.grams].sort(byRarity);
      let square = 0;
      let visits = 0;
      for (const gram of grams) {
        const own = bag.weightOf(gram) * rarity(gramCount[gram] ?? 0, total);
        square += own * own;
        if (visits < mostVisits) visits += visit(gram, own);
      }
      const length = Math.sqrt(square);
      for (const number of seen) {
        const cosine = ((dots[number] ?? 0) / length) * ((titleTrust[number] ?? 0) / 255);
        if (cosine >= leastCosine) scores.raise(titleCode[number] ?? 0, Math.min(1, cosine));
        dots[number] = 0;
      }
      seen.length = 0;
    },
  };
}
