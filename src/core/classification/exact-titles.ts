import type { CodeScores } from './code-scores.js';
import type { TitleIndex } from './title-index.js';
import { stemWord, titleKey, type TitleWords } from './title-words.js';

/** Looks titles up as written: as a whole, in part, and by the end of a compound. */
export interface ExactTitles {
  /**
   * Raises `scores` by what the lexicon says about the title and its parts; 1 = the whole title is known.
   * @param decided 0–1, how far a qualifier has decided already, so that the name without it counts less
   * @returns true when the lexicon holds the whole title, qualifiers included
   */
  readonly score: (title: TitleWords, decided: number, scores: CodeScores) => boolean;
  /** The same for titles named somewhere in a running text; weaker the later they come. */
  readonly scoreText: (tokens: readonly string[], scores: CodeScores) => void;
}

const longestSpan = 4;
const shortestSuffix = 4;
/** A title found after so many words of a text says half as much. */
const halfWay = 100;

/** How much a match says, by where it was found. The order of the figures matters more than their size. */
const strength = { whole: 1, main: 0.9, mainDecided: 0.35, span: 0.75, suffix: 0.6, qualifier: 0.4, text: 1.1 } as const;

export function createExactTitles({ keys, meaningStart, meaningCode, meaningShare }: TitleIndex): ExactTitles {
  const numberOf = new Map(keys.map((key, number) => [key, number]));
  const raise = (key: string, value: number, scores: CodeScores): boolean => {
    const found = numberOf.get(key);
    if (found === undefined) return false;
    for (let at = meaningStart[found] ?? 0; at < (meaningStart[found + 1] ?? 0); at += 1) {
      scores.raise(meaningCode[at] ?? 0, value * ((meaningShare[at] ?? 0) / 255));
    }
    return true;
  };
  const scoreMain = (main: readonly string[], scores: CodeScores, whole: number): void => {
    if (raise(titleKey(main), whole, scores)) return;
    if (!raiseSpans(main, strength.span * whole, (key, value) => raise(key, value, scores))) {
      raiseSuffix(main, strength.suffix * whole, (key, value) => raise(key, value, scores));
    }
  };
  return {
    score(title, decided, scores) {
      const { main, qualifiers } = title;
      const all = qualifiers.length > 0 || main.length > 1 ? [...main.flat(), ...qualifiers.flat()] : main[0];
      const known = all !== undefined && raise(titleKey(all), strength.whole, scores);
      if (known && qualifiers.length === 0 && main.length === 1) return true;
      const whole = qualifiers.length === 0 ? strength.whole : strength.main + decided * (strength.mainDecided - strength.main);
      if (main.length > 1) raise(titleKey(main.flat()), whole, scores);
      for (const part of main) scoreMain(part, scores, whole);
      for (const part of qualifiers) scoreMain(part, scores, strength.qualifier);
      return known;
    },
    scoreText(tokens, scores) {
      raiseSpans(tokens, strength.text, (key, value) => raise(key, value, scores));
    },
  };
}

type Raise = (key: string, value: number) => boolean;

/** Runs of words that are a title by themselves; longer runs and, in a text, earlier ones say more. */
function raiseSpans(tokens: readonly string[], value: number, raise: Raise): boolean {
  let found = false;
  for (let start = 0; start < tokens.length; start += 1) {
    for (let size = Math.min(longestSpan, tokens.length - start); size >= 1; size -= 1) {
      const share = 0.7 + 0.3 * Math.min(1, (size * 2) / tokens.length);
      if (raise(titleKey(tokens.slice(start, start + size)), (value * share) / (1 + start / halfWay))) {
        found = true;
        start += size - 1;
        break;
      }
    }
  }
  return found;
}

/** The end of a compound says what kind of job it is: "distriktstannlege" is a "tannlege". */
function raiseSuffix(tokens: readonly string[], value: number, raise: Raise): void {
  const last = tokens.at(-1);
  if (last === undefined) return;
  const stem = stemWord(last);
  for (let from = 1; from <= stem.length - shortestSuffix; from += 1) {
    if (raise(stem.slice(from), value * Math.min(1, 0.5 + (stem.length - from) / stem.length))) return;
  }
}
