import { foldNorwegian, tokenize } from '../text/index.js';
import type { FieldRule } from './lexicon.js';
import { stemWord } from './title-words.js';

/** A field that some words point to. */
export interface FieldHit {
  readonly field: number;
  /** (0, 1.1]: a phrase says more than a word, a word more than the beginning or end of one. */
  readonly strength: number;
}

/** Finds the fields (trades, subjects, places of work) that words name. */
export interface FieldFinder {
  readonly find: (tokens: readonly string[], hits: FieldHit[]) => void;
  readonly findInPart: (part: string, hits: FieldHit[]) => void;
  /** Parent of each field by number; −1 = none. */
  readonly parents: readonly number[];
  readonly numberOf: ReadonlyMap<string, number>;
}

const strength = { phrase: 1.1, word: 1, prefix: 0.8, suffix: 0.75, suffixAfterPrefix: 0.6 } as const;
const shortestKeyword = 3;
/** Words repeat from title to title; what they point to is kept for so many. */
const memoryLimit = 20_000;

/** Prepares the field rules for looking up. A keyword may name several fields. */
export function createFieldFinder(fields: readonly FieldRule[]): FieldFinder {
  const numberOf = new Map(fields.map(({ id }, number) => [id, number]));
  const byWord = new Map<string, number[]>();
  const byPhrase = new Map<string, number[]>();
  fields.forEach(({ keywords }, number) => {
    for (const keyword of keywords) {
      const stems = tokenize(foldNorwegian(keyword)).map(stemWord);
      if (stems.length === 1) append(byWord, stems[0] ?? '', number);
      else append(byPhrase, stems.filter((stem) => stem !== 'og').join(' '), number);
    }
  });
  const memory = new Map<string, readonly FieldHit[]>();
  const findInPart = (part: string, hits: FieldHit[]): void => {
    let known = memory.get(part);
    if (known === undefined) {
      known = findPart(part, byWord);
      if (memory.size >= memoryLimit) memory.clear();
      memory.set(part, known);
    }
    for (const hit of known) hits.push(hit);
  };
  return {
    numberOf,
    parents: fields.map(({ parent }) => (parent === null ? -1 : (numberOf.get(parent) ?? -1))),
    findInPart,
    find(tokens, hits) {
      const stems = tokens.map(stemWord);
      for (let index = 0; index < stems.length; index += 1) {
        const pair = index + 1 < stems.length ? `${stems[index] ?? ''} ${stems[index + 1] ?? ''}` : '';
        const phrase = byPhrase.get(pair);
        if (phrase === undefined) findInPart(tokens[index] ?? '', hits);
        else {
          for (const field of phrase) hits.push({ field, strength: strength.phrase });
          // The words of a phrase mean something else alone ("transport og kommunikasjon").
          index += 1;
        }
      }
    },
  };
}

function append(map: Map<string, number[]>, key: string, number: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [number]);
  else known.push(number);
}

function findPart(part: string, byWord: ReadonlyMap<string, readonly number[]>): FieldHit[] {
  const hits: FieldHit[] = [];
  const stem = stemWord(part);
  const whole = byWord.get(stem);
  if (whole !== undefined) {
    for (const field of whole) hits.push({ field, strength: strength.word });
    return hits;
  }
  for (let length = part.length; length >= shortestKeyword; length -= 1) {
    const found = byWord.get(part.slice(0, length));
    if (found === undefined) continue;
    for (const field of found) hits.push({ field, strength: strength.prefix * lengthShare(length, part.length) });
    break;
  }
  // "pastatilvirkning": the beginning says what, the end ("tilvirkning") only that it is made.
  const suffix = hits.length > 0 ? strength.suffixAfterPrefix : strength.suffix;
  for (let from = 1; from <= stem.length - shortestKeyword - 1; from += 1) {
    const found = byWord.get(stem.slice(from));
    if (found === undefined) continue;
    for (const field of found) hits.push({ field, strength: suffix * lengthShare(stem.length - from, stem.length) });
    break;
  }
  return hits;
}

/** A keyword that makes up little of the word may be there by chance. */
function lengthShare(length: number, total: number): number {
  return 0.75 + 0.25 * (length / total);
}
