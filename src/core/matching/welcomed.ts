import type { CandidateRecord } from '../records/candidate.js';
import type { ReferenceTables } from '../reference/tables.js';
import { tellingStems } from './skill-terms.js';
import type { WorkDone } from './competence.js';
import type { MatchingContext } from './context.js';

/** A background in the words people use for it, as stems. */
export interface Background {
  /** Number of the work in `competence.work`. */
  readonly work: number;
  readonly stems: readonly string[];
}

const SENTENCE_END = /[.!?;\n]+/;

/** Words by which an ad says whom it would like to hear from. */
const WELCOMES = /\b(?:bakgrunn|bakgrunnen|utdannet|utdanna|utdannelse|utdanning|erfaring (?:fra|som|innen|innan|med)|røynsle (?:frå|som|innan|med)|(?:jobbet|jobba|arbeidet|arbeidd|arbeida) (?:som|med|i)|har du (?:vært|vore)|velkomm?en|særlig|ekstra ettertrakt|background|experience (?:as|in|from|with)|trained as)/u;
const REFUSES = /\b(?:ikke|ikkje|ingen|uten|utan|no|not)\b/u;

/** A stem shorter than this is part of too many words to name a background. */
const TELLING = 5;

/** The stems of the sentences in which an ad welcomes a background; empty when it does not. */
export function welcomedStems(text: string): readonly string[] {
  const sentences = text.toLowerCase().split(SENTENCE_END).filter((sentence) => WELCOMES.test(sentence) && !REFUSES.test(sentence.slice(0, sentence.search(WELCOMES))));
  return [...new Set(sentences.flatMap(tellingStems))];
}

/** Words of schooling at large, which every field shares. */
const SCHOOLING = new Set('bachelor master hoyer hoyere viderega videregaende skole yrkesskole fagskole universitet hogskole praksis grunnskole utdanning development develop'.split(' '));

/** A stem in more official names than this says what kind of post it is, not which work. */
const MOST_NAMES = 2;
const genericStems = new WeakMap<ReferenceTables, ReadonlySet<string>>();

function genericOf(tables: ReferenceTables): ReadonlySet<string> {
  const known = genericStems.get(tables);
  if (known) return known;
  const names = new Map<string, number>();
  for (const { code, name } of tables.styrk.values()) {
    if (code.length === 4) for (const stem of new Set(tellingStems(name))) names.set(stem, (names.get(stem) ?? 0) + 1);
  }
  const generic = new Set([...names].filter(([, count]) => count > MOST_NAMES).map(([stem]) => stem));
  genericStems.set(tables, generic);
  return generic;
}

/** What a record calls its work and the education behind it: official names of the likeliest readings, and its own words. */
export function backgroundsOf(record: CandidateRecord, work: readonly WorkDone[], { tables }: MatchingContext): readonly Background[] {
  const generic = genericOf(tables);
  const educated = record.education.flatMap(({ title }) => (title === undefined ? [] : tellingStems(title)));
  return work.map(({ occupation, readings }, index) => {
    const certain = readings.length === 1 || occupation.title !== undefined ? readings[0] : undefined;
    const official = certain === undefined ? '' : tables.styrk.get(tables.similarity.codes[certain.index] ?? '')?.name ?? '';
    const stems = [...tellingStems(official), ...tellingStems(occupation.title ?? ''), ...(index === 0 ? educated : [])];
    return { work: index, stems: [...new Set(stems.filter((stem) => stem.length >= TELLING && !generic.has(stem) && !SCHOOLING.has(stem)))] };
  });
}

/** The first background that an ad welcomes by name, whole or as the beginning of a compound; null when none is. */
export function welcomedAmong(backgrounds: readonly Background[], welcomed: readonly string[]): Background | null {
  if (welcomed.length === 0) return null;
  return backgrounds.find(({ stems }) => stems.some((stem) => welcomed.some((word) => word.startsWith(stem)))) ?? null;
}
