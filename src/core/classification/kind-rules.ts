import { foldNorwegian, tokenize } from '../text/index.js';
import type { CodeScores } from './code-scores.js';
import type { FieldFinder, FieldHit } from './field-finder.js';
import type { KindRule } from './lexicon.js';
import { stemWord, type TitleWords } from './title-words.js';

interface Kind {
  /** Codes by field number. */
  readonly codes: ReadonlyMap<number, readonly number[]>;
  readonly fallback: readonly number[];
}

interface HeadMatch {
  readonly kinds: readonly Kind[];
  /** What stands before the head in the same word ("bygg" in "byggingeniør"); may be empty. */
  readonly modifier: string;
  /** Index of the first word of the head. */
  readonly start: number;
  /** Words in the head. */
  readonly size: number;
}

/** Head word × field → code: the grammar of Norwegian job titles. */
export interface KindRules {
  /**
   * Raises `scores` by what head and field say together; 1 = head and field were both named outright.
   * @returns how far a qualifier decided ("leder (bank)"), so that the name alone says less: 0 = not at all,
   *   0.5 = beside a compound that says something itself ("forsøksleder (jordbruk)"), 1 = fully.
   */
  readonly score: (title: TitleWords, scores: CodeScores) => number;
  /** Raises `scores` by the head of the title and the fields that a text around it names most often. */
  readonly scoreWithText: (title: TitleWords, text: readonly string[], scores: CodeScores) => void;
}

const fallbackStrength = 0.3;
const unknownFieldStrength = 0.22;
const parentDiscount = 0.93;
/** A head in brackets ("fagsjef (sivilingeniør, bygg)") says what the person is; it outranks the head before. */
const bracketHeadBonus = 1.05;
/** Of several codes for one head and field, the first is the usual one. */
const rankShare = [1, 0.8, 0.7, 0.6, 0.55, 0.5] as const;
const leastShare = 0.4;
/** From here on a qualifier has decided, and what the name says by itself steps back. */
const decisive = 0.6;
const modifierAlone = 0.95;
const modifierBesideQualifier = 0.75;
const bracketFallback = 0.5;
const textStrength = 0.8;
/** Words repeat from title to title; their heads are kept for so many. */
const memoryLimit = 20_000;
const longestHead = 3;
const shortestHead = 3;

export function createKindRules(
  kinds: readonly KindRule[],
  fields: FieldFinder,
  codeNumber: ReadonlyMap<string, number>,
): KindRules {
  const heads = createHeadFinder(headMap(kinds, fields, codeNumber));
  const { parents } = fields;
  const hits: FieldHit[] = [];
  const scoreMain = (part: readonly string[], qualifiers: TitleWords['qualifiers'], scores: CodeScores): number => {
    const match = heads(part);
    if (match === null) return 0;
    hits.length = 0;
    for (const qualifier of qualifiers) fields.find(qualifier, hits);
    const decided = raiseFields({ match, hits, parents, factor: 1 }, scores) >= decisive;
    const own: FieldHit[] = [];
    collectFields(part, match, { fields, hits: own });
    raiseFields({ match, hits: own, parents, factor: decided ? modifierBesideQualifier : modifierAlone }, scores);
    const named = match.modifier === '' && match.start === 0 && qualifiers.length === 0;
    raiseFallback(match, named ? fallbackStrength : unknownFieldStrength, scores);
    if (!decided) return 0;
    // "togleder (jernbane)" says the same twice: nothing new was decided.
    if (own.some((one) => hits.some(({ field }) => field === one.field))) return 0;
    return match.modifier === '' ? 1 : 0.5;
  };
  const scoreQualifier = (qualifier: readonly string[], qualifiers: TitleWords['qualifiers'], scores: CodeScores): void => {
    const match = heads(qualifier);
    if (match === null) return;
    hits.length = 0;
    collectFields(qualifier, match, { fields, hits });
    for (const other of qualifiers) if (other !== qualifier) fields.find(other, hits);
    raiseFields({ match, hits, parents, factor: bracketHeadBonus }, scores);
    if (hits.length === 0) raiseFallback(match, bracketFallback, scores);
  };
  return {
    score({ main, qualifiers }, scores) {
      let decided = 0;
      for (const part of main) decided = Math.max(decided, scoreMain(part, qualifiers, scores));
      for (const qualifier of qualifiers) scoreQualifier(qualifier, qualifiers, scores);
      return decided;
    },
    scoreWithText({ main }, text, scores) {
      const named = mostNamed(fields, text);
      for (const part of main) {
        const match = heads(part);
        if (match !== null) raiseFields({ match, hits: named, parents, factor: 1 }, scores);
      }
    },
  };
}

/** The fields a text names most often, the most frequent with strength 0.8 and the others by their share of it. */
function mostNamed(fields: FieldFinder, text: readonly string[]): FieldHit[] {
  const hits: FieldHit[] = [];
  fields.find(text, hits);
  const times = new Map<number, number>();
  for (const { field, strength } of hits) if (strength >= 1) times.set(field, (times.get(field) ?? 0) + 1);
  const most = Math.max(1, ...times.values());
  return [...times].map(([field, count]) => ({ field, strength: (textStrength * count) / most }));
}

function headMap(kinds: readonly KindRule[], fields: FieldFinder, codeNumber: ReadonlyMap<string, number>): Map<string, Kind[]> {
  const heads = new Map<string, Kind[]>();
  const numbers = (codes: readonly string[]): number[] => codes.flatMap((code) => codeNumber.get(code) ?? []);
  for (const rule of kinds) {
    const codes = new Map<number, number[]>();
    for (const [field, styrk] of rule.codes) {
      const number = fields.numberOf.get(field);
      if (number !== undefined) codes.set(number, numbers(styrk));
    }
    const kind = { codes, fallback: numbers(rule.fallback) };
    for (const head of rule.heads) {
      const key = tokenize(foldNorwegian(head)).map(stemWord).join(' ');
      const known = heads.get(key);
      if (known === undefined) heads.set(key, [kind]);
      else known.push(kind);
    }
  }
  return heads;
}

type HeadFinder = (tokens: readonly string[]) => HeadMatch | null;
type WordHead = Pick<HeadMatch, 'kinds' | 'modifier'>;

/** The head is the last word that is one, alone, in a phrase, or as the end of a compound. */
function createHeadFinder(heads: ReadonlyMap<string, readonly Kind[]>): HeadFinder {
  const memory = new Map<string, WordHead | null>();
  const inWord = (stem: string): WordHead | null => {
    const known = memory.get(stem);
    if (known !== undefined) return known;
    const found = headOfWord(stem, heads);
    if (memory.size >= memoryLimit) memory.clear();
    memory.set(stem, found);
    return found;
  };
  return (tokens) => {
    const stems = tokens.map(stemWord);
    for (let end = stems.length; end >= 1; end -= 1) {
      for (let size = Math.min(longestHead, end); size >= 2; size -= 1) {
        const kinds = heads.get(stems.slice(end - size, end).join(' '));
        if (kinds !== undefined) return { kinds, modifier: '', start: end - size, size };
      }
      const word = inWord(stems[end - 1] ?? '');
      if (word !== null) return { ...word, start: end - 1, size: 1 };
    }
    return null;
  };
}

function headOfWord(stem: string, heads: ReadonlyMap<string, readonly Kind[]>): WordHead | null {
  for (let from = 0; from <= stem.length - shortestHead; from += 1) {
    if (from === 1) continue;
    const kinds = heads.get(stem.slice(from));
    if (kinds !== undefined) return { kinds, modifier: stem.slice(0, from) };
  }
  return null;
}

function collectFields(tokens: readonly string[], match: HeadMatch, { fields, hits }: { fields: FieldFinder; hits: FieldHit[] }): void {
  if (match.modifier !== '') fields.findInPart(match.modifier, hits);
  fields.find(tokens.slice(0, match.start), hits);
  fields.find(tokens.slice(match.start + match.size), hits);
}

interface KindEvidence {
  readonly match: HeadMatch;
  readonly hits: readonly FieldHit[];
  readonly parents: readonly number[];
  readonly factor: number;
}

/** @returns the strongest evidence raised, 0 when no field led to a code */
function raiseFields({ match, hits, parents, factor }: KindEvidence, scores: CodeScores): number {
  let strongest = 0;
  const specific = withoutWider(hits, parents);
  for (const { codes } of match.kinds) {
    for (const { field, strength } of specific) {
      let value = strength * factor;
      for (let at = field; at >= 0; at = parents[at] ?? -1) {
        const found = codes.get(at);
        if (found !== undefined) {
          raiseRanked(found, value, scores);
          strongest = Math.max(strongest, value);
          break;
        }
        value *= parentDiscount;
      }
    }
  }
  return strongest;
}

/** Without the fields that another hit names more closely ("glass", not "produksjon"). */
function withoutWider(hits: readonly FieldHit[], parents: readonly number[]): readonly FieldHit[] {
  if (hits.length < 2) return hits;
  const wider = new Set<number>();
  for (const { field } of hits) {
    for (let at = parents[field] ?? -1; at >= 0; at = parents[at] ?? -1) wider.add(at);
  }
  return wider.size === 0 ? hits : hits.filter(({ field }) => !wider.has(field));
}

function raiseFallback(match: HeadMatch, value: number, scores: CodeScores): void {
  for (const { fallback } of match.kinds) raiseRanked(fallback, value, scores);
}

function raiseRanked(codes: readonly number[], value: number, scores: CodeScores): void {
  codes.forEach((code, rank) => { scores.raise(code, value * (rankShare[rank] ?? leastShare)); });
}
