import type { CodeScores } from './code-scores.js';
import { createGramBag } from './title-grams.js';
import { rarity, type TitleIndex } from './title-index.js';
import type { TitleWords } from './title-words.js';

/** Finds the titles of the lexicon that look most like one given. */
export interface SimilarTitles {
  /**
   * Raises `scores` to the highest cosine (0–1) of any title of the code.
   * @param known the title as a whole is in the lexicon, so a shorter look around is enough
   */
  readonly score: (title: TitleWords, known: boolean, scores: CodeScores) => void;
}

/** Titles looked at for one query: the rarest grams come first, so what is left out says least. Bounds the time. */
const mostVisits = 1900;
const mostVisitsWhenKnown = 500;
const leastCosine = 0.2;

/** Cosine over character n-grams weighted by rarity, through the inverted index. */
export function createSimilarTitles(index: TitleIndex): SimilarTitles {
  const { gramStart, gramTitle, gramWeight, gramCount, titleCode } = index;
  const total = titleCode.length;
  const rarityOf = Float32Array.from(gramCount, (count) => rarity(count, total));
  const trust = Float32Array.from(index.titleTrust, (share) => share / 255);
  const dots = new Float32Array(total);
  const seen: number[] = [];
  const bag = createGramBag();
  const byRarity = (a: number, b: number): number => (gramCount[a] ?? 0) - (gramCount[b] ?? 0) || a - b;
  const visit = (gram: number, own: number): number => {
    const end = gramStart[gram + 1] ?? 0;
    const start = gramStart[gram] ?? 0;
    for (let at = start; at < end; at += 1) {
      const title = gramTitle[at] ?? 0;
      if (dots[title] === 0) seen.push(title);
      dots[title] = (dots[title] ?? 0) + own * (gramWeight[at] ?? 0);
    }
    return end - start;
  };
  return {
    score(title, known, scores) {
      const limit = known ? mostVisitsWhenKnown : mostVisits;
      bag.fill(title);
      const grams = [...bag.grams].sort(byRarity);
      let square = 0;
      let visits = 0;
      for (const gram of grams) {
        const own = bag.weightOf(gram) * (rarityOf[gram] ?? 0);
        square += own * own;
        if (visits < limit) visits += visit(gram, own);
      }
      const length = Math.sqrt(square) * 255;
      const least = leastCosine * length;
      for (const number of seen) {
        const dot = (dots[number] ?? 0) * (trust[number] ?? 0);
        if (dot >= least) scores.raise(titleCode[number] ?? 0, Math.min(1, dot / length));
        dots[number] = 0;
      }
      seen.length = 0;
    },
  };
}
