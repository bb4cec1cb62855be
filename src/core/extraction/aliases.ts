import { fold } from './fold.js';

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** One place where folded text uses a name from the table. */
export interface AliasMatch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly id: string;
  readonly words: readonly string[];
}

// Endings a name takes in running text: bestemt form, plural, genitive; nynorsk alike.
const ENDING = /^(?:e?n|et|a|er|ar|ene|ane|e|r|s|ens|ets|t|ere|erne)?$/;
// "Varmearbeidssertifikat", "motorsagkurs": the name with the word for its paper grown on.
const PAPER_ENDING = /^s?(?:sertifikat|bevis|kurs|kort|kompetansebevis)(?:er|et|ene|a)?$/;
const MAX_WORDS = 6;

/** Finds the names of a table in folded text in time linear in the text. Names are compared word by word, with endings. */
export class AliasIndex {
  private readonly byStem = new Map<string, Entry[]>();

  constructor(table: readonly Named[]) {
    for (const { id, names } of table) {
      for (const name of names) {
        const words = wordsOf(fold(name)).map(({ word }) => word);
        const [first] = words;
        if (first === undefined || words.length > MAX_WORDS) continue;
        const key = first.slice(0, 3);
        this.byStem.set(key, [...(this.byStem.get(key) ?? []), { id, words }]);
      }
    }
    for (const entries of this.byStem.values()) entries.sort((a, b) => length(b) - length(a) || (a.id < b.id ? -1 : 1));
  }

  /** The longest name at each place, in order, without overlaps. */
  find(folded: string): AliasMatch[] {
    const words = wordsOf(folded);
    const found: AliasMatch[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const first = words[at];
      if (first === undefined) break;
      const entry = this.byStem.get(first.word.slice(0, 3))?.find((candidate) => matchesAt(words, at, candidate.words));
      if (entry === undefined) continue;
      const last = words[at + entry.words.length - 1] ?? first;
      found.push({ id: entry.id, start: first.start, end: last.start + last.word.length });
      at += entry.words.length - 1;
    }
    return found;
  }
}

const length = ({ words }: Entry): number => words.reduce((sum, word) => sum + word.length + 1, 0);

interface Word { readonly word: string; readonly start: number }

function wordsOf(folded: string): Word[] {
  return [...folded.matchAll(/[^\s,.;:!?()"/-]+/g)].map((match) => ({ word: match[0], start: match.index }));
}

function matchesAt(words: readonly Word[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((word, index) => {
    const here = words[at + index]?.word;
    if (here === undefined) return false;
    if (here === word) return true;
    // Short names (T1, YSK) take no endings.
    if (word.length < 4) return false;
    const stem = word.endsWith('e') ? word.slice(0, -1) : word;
    return here.startsWith(stem) && (ENDING.test(here.slice(stem.length)) || PAPER_ENDING.test(here.slice(stem.length)));
  });
}

/** Builds once for each table object; the answer never differs, only the time. */
export function memoised<T extends object, R>(build: (table: T) => R): (table: T) => R {
  const built = new WeakMap<T, R>();
  return (table) => {
    const known = built.get(table);
    if (known !== undefined) return known;
    const made = build(table);
    built.set(table, made);
    return made;
  };
}
