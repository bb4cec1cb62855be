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
}

/** Head word × field → code: the grammar of Norwegian job titles. */
export interface KindRules {
  /** Raises `scores` by what head and field say together; 1 = head and field were both named outright. */
  readonly score: (title: TitleWords, scores: CodeScores) => void;
}

const fallbackStrength = 0.3;
const unknownFieldStrength = 0.22;
const parentDiscount = 0.93;
/** A head in brackets ("fagsjef (sivilingeniør, bygg)") says what the person is; it outranks the head before. */
const bracketHeadBonus = 1.05;
/** Of several codes for one head and field, the first is the usual one. */
const rankShare = [1, 0.8, 0.7, 0.6, 0.55, 0.5] as const;
const longestHead = 3;
const shortestHead = 3;

export function createKindRules(
  kinds: readonly KindRule[],
  fields: FieldFinder,
  codeNumber: ReadonlyMap<string, number>,
): KindRules {
  const heads = headMap(kinds, fields, codeNumber);
  const hits: FieldHit[] = [];
  return {
    score({ main, qualifiers }, scores) {
      for (const part of main) {
        const match = findHead(part, heads);
        if (match !== null) {
          hits.length = 0;
          collectFields(part, match, { fields, hits });
          for (const qualifier of qualifiers) fields.find(qualifier, hits);
          raiseKinds({ match, hits, parents: fields.parents, bonus: 1 }, scores);
        }
      }
      for (const qualifier of qualifiers) {
        const match = findHead(qualifier, heads);
        if (match === null) continue;
        hits.length = 0;
        collectFields(qualifier, match, { fields, hits });
        for (const other of qualifiers) if (other !== qualifier) fields.find(other, hits);
        if (hits.length > 0) raiseKinds({ match, hits, parents: fields.parents, bonus: bracketHeadBonus }, scores);
      }
    },
  };
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

/** The head is the last word that is one, alone, in a phrase, or as the end of a compound. */
function findHead(tokens: readonly string[], heads: ReadonlyMap<string, readonly Kind[]>): HeadMatch | null {
  const stems = tokens.map(stemWord);
  for (let end = stems.length; end >= 1; end -= 1) {
    for (let size = Math.min(longestHead, end); size >= 1; size -= 1) {
      const kinds = heads.get(stems.slice(end - size, end).join(' '));
      if (kinds !== undefined) return { kinds, modifier: '', start: end - size };
    }
    const stem = stems[end - 1] ?? '';
    for (let from = 2; from <= stem.length - shortestHead; from += 1) {
      const kinds = heads.get(stem.slice(from));
      if (kinds !== undefined) return { kinds, modifier: stem.slice(0, from), start: end - 1 };
    }
  }
  return null;
}

function collectFields(tokens: readonly string[], match: HeadMatch, { fields, hits }: { fields: FieldFinder; hits: FieldHit[] }): void {
  if (match.modifier !== '') fields.findInPart(match.modifier, hits);
  fields.find(tokens.slice(0, match.start), hits);
  fields.find(tokens.slice(match.start + 1), hits);
}

interface KindEvidence {
  readonly match: HeadMatch;
  readonly hits: readonly FieldHit[];
  readonly parents: readonly number[];
  readonly bonus: number;
}

function raiseKinds({ match, hits, parents, bonus }: KindEvidence, scores: CodeScores): void {
  for (const kind of match.kinds) {
    const raise = (codes: readonly number[], value: number): void => {
      codes.forEach((code, rank) => { scores.raise(code, value * (rankShare[rank] ?? 0.4)); });
    };
    for (const { field, strength } of hits) {
      let value = strength * bonus;
      for (let at = field; at >= 0; at = parents[at] ?? -1) {
        const codes = kind.codes.get(at);
        if (codes !== undefined) {
          raise(codes, value);
          break;
        }
        value *= parentDiscount;
      }
    }
    raise(kind.fallback, match.modifier === '' && hits.length === 0 ? fallbackStrength : unknownFieldStrength);
  }
}
