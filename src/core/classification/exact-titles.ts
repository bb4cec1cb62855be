import type { CodeScores } from './code-scores.js';
import type { TitleFact } from './lexicon.js';
import { stemWord, titleKey, titleWords, type TitleWords } from './title-words.js';

interface Meaning { readonly code: number; share: number }

/** Looks titles up as written: as a whole, in part, and by the end of a compound. */
export interface ExactTitles {
  /** Raises `scores` by what the lexicon says about the title and its parts; 1 = the whole title is known. */
  readonly score: (title: TitleWords, scores: CodeScores) => void;
  /** The same for titles named somewhere in a running text; weaker the later they come. */
  readonly scoreText: (tokens: readonly string[], scores: CodeScores) => void;
  /** Is the key of these words in the lexicon? */
  readonly knows: (key: string) => boolean;
}

const longestSpan = 4;
const shortestSuffix = 4;

/** How much a match says, by where it was found. The order of the figures matters more than their size. */
const strength = { whole: 1, main: 0.9, span: 0.75, suffix: 0.6, qualifier: 0.4, text: 0.5 } as const;

/** @param codeNumber four-digit code → its number; facts with unknown codes are left out */
export function createExactTitles(facts: readonly TitleFact[], codeNumber: ReadonlyMap<string, number>): ExactTitles {
  const meanings = meaningsByKey(facts, codeNumber);
  const raise = (key: string, value: number, scores: CodeScores): boolean => {
    const found = meanings.get(key);
    if (found === undefined) return false;
    for (const { code, share } of found) scores.raise(code, value * share);
    return true;
  };
  const scoreMain = (main: readonly string[], scores: CodeScores, whole: number): void => {
    if (raise(titleKey(main), whole, scores)) return;
    if (!raiseSpans(main, strength.span * whole, (key, value) => raise(key, value, scores))) {
      raiseSuffix(main, strength.suffix * whole, (key, value) => raise(key, value, scores));
    }
  };
  return {
    knows: (key) => meanings.has(key),
    score(title, scores) {
      const { main, qualifiers } = title;
      if (qualifiers.length > 0) raise(titleKey([...main.flat(), ...qualifiers.flat()]), strength.whole, scores);
      const whole = qualifiers.length > 0 ? strength.main : strength.whole;
      if (main.length > 1) raise(titleKey(main.flat()), whole, scores);
      for (const part of main) scoreMain(part, scores, whole);
      for (const part of qualifiers) scoreMain(part, scores, strength.qualifier);
    },
    scoreText(tokens, scores) {
      raiseSpans(tokens, strength.text, (key, value) => raise(key, value, scores));
    },
  };
}

function meaningsByKey(facts: readonly TitleFact[], codeNumber: ReadonlyMap<string, number>): Map<string, Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  for (const { title, code, weight } of facts) {
    const number = codeNumber.get(code);
    const { main, qualifiers } = titleWords(title);
    const key = titleKey([...main.flat(), ...qualifiers.flat()]);
    if (number === undefined || key === '') continue;
    const known = meanings.get(key);
    if (known === undefined) meanings.set(key, [{ code: number, share: weight }]);
    else {
      const same = known.find((meaning) => meaning.code === number);
      if (same === undefined) known.push({ code: number, share: weight });
      else same.share = Math.max(same.share, weight);
    }
  }
  for (const known of meanings.values()) {
    // The usual meaning keeps its full strength unless there is another as usual.
    const total = known.reduce((sum, { share }) => sum + share, 0);
    for (const meaning of known) meaning.share = Math.sqrt(meaning.share / total);
  }
  return meanings;
}

type Raise = (key: string, value: number) => boolean;

/** Runs of words that are a title by themselves; longer runs and, in a text, earlier ones say more. */
function raiseSpans(tokens: readonly string[], value: number, raise: Raise): boolean {
  let found = false;
  for (let start = 0; start < tokens.length; start += 1) {
    for (let size = Math.min(longestSpan, tokens.length - start); size >= 1; size -= 1) {
      const share = 0.7 + 0.3 * Math.min(1, (size * 2) / tokens.length);
      if (raise(titleKey(tokens.slice(start, start + size)), (value * share) / (1 + start / 40))) {
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
