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
const MAX_WORD = 60;
/** Names are looked up by the start of their first word; shorter first words by themselves. */
const KEY = 4;

/** Finds the names of a table in folded text in time linear in the text. Names are compared word by word, with endings. */
export class AliasIndex {
  private readonly byStem = new Map<string, Entry[]>();
  /** Which two-letter starts any name has: most words are passed over on this alone. */
  private readonly starts = new Uint8Array(1 << 14);

  constructor(table: readonly Named[]) {
    for (const { id, names } of table) {
      for (const name of names) {
        const words = fold(name).split(/[\s,.;:!?()"/-]+/).filter((word) => word !== '');
        const [first] = words;
        if (first === undefined || words.length > MAX_WORDS) continue;
        const key = first.slice(0, KEY);
        this.starts[startOf(first, 0)] = 1;
        this.byStem.set(key, [...(this.byStem.get(key) ?? []), { id, words }]);
      }
    }
    for (const entries of this.byStem.values()) entries.sort((a, b) => length(b) - length(a) || (a.id < b.id ? -1 : 1));
  }

  /** The longest name at each place, in order, without overlaps. */
  find(folded: string): AliasMatch[] {
    const found: AliasMatch[] = [];
    let at = 0;
    while (at < folded.length) {
      if (!isWordUnit(folded.charCodeAt(at))) {
        at += 1;
        continue;
      }
      const end = wordEnd(folded, at);
      const entries = this.starts[startOf(folded, at)] === 0 ? undefined : this.byStem.get(folded.slice(at, Math.min(end, at + KEY)));
      const match = entries === undefined ? null : firstMatch(folded, at, entries);
      if (match !== null) found.push(match);
      at = match === null ? end : match.end;
    }
    return found;
  }
}

/** A number for the two letters at `at`; equal letters give equal numbers. */
function startOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 127) << 7) | (text.charCodeAt(at + 1) & 127);
}

function firstMatch(folded: string, at: number, entries: readonly Entry[]): AliasMatch | null {
  const words = wordsFrom(folded, at);
  const entry = entries.find((candidate) => matchesWords(words, candidate.words));
  if (entry === undefined) return null;
  const last = words[entry.words.length - 1];
  return last === undefined ? null : { id: entry.id, start: at, end: last.start + last.word.length };
}

const length = ({ words }: Entry): number => words.reduce((sum, word) => sum + word.length + 1, 0);

interface Word { readonly word: string; readonly start: number }

// Words end at white space and at , . ; : ! ? ( ) " / - ; everything else is part of one.
const SEPARATORS = new Uint8Array(64);
for (const sign of ' \t\n\r,.;:!?()"/-') SEPARATORS[sign.charCodeAt(0)] = 1;
const isWordUnit = (unit: number): boolean => unit >= 64 || SEPARATORS[unit] === 0;

function wordEnd(folded: string, from: number): number {
  let end = from;
  while (end < folded.length && isWordUnit(folded.charCodeAt(end))) end += 1;
  return end;
}

/** Up to MAX_WORDS words from `at`, not beyond the end of the line. */
function wordsFrom(folded: string, at: number): Word[] {
  const words: Word[] = [];
  let from = at;
  while (words.length < MAX_WORDS && from < folded.length) {
    const end = Math.min(wordEnd(folded, from), from + MAX_WORD);
    words.push({ word: folded.slice(from, end), start: from });
    from = wordEnd(folded, end);
    while (from < folded.length && from - end < 4 && !isWordUnit(folded.charCodeAt(from)) && folded.charAt(from) !== '\n') from += 1;
    if (from >= folded.length || !isWordUnit(folded.charCodeAt(from))) break;
  }
  return words;
}

function matchesWords(words: readonly Word[], wanted: readonly string[]): boolean {
  return wanted.every((word, index) => {
    const here = words[index]?.word;
    if (here === undefined) return false;
    if (here === word) return true;
    // Short names (T1, YSK) take no endings.
    if (word.length < 4) return false;
    // "Vernepleier" is "vernepleiar" in nynorsk.
    if (word.length > 6 && word.endsWith('er') && here.startsWith(`${word.slice(0, -2)}ar`)) return /^(?:en|ar|ane|s)?$/.test(here.slice(word.length));
    const stem = word.endsWith('e') ? word.slice(0, -1) : word;
    if (!here.startsWith(stem)) return false;
    const rest = here.slice(stem.length);
    return ENDING.test(rest) || PAPER_ENDING.test(rest);
  });
}
