import { clampRatio, type Ratio } from '../shared/ratio.js';
import { foldNorwegian, tokenize } from '../text/index.js';
import { createCodeScores, type CodeScores } from './code-scores.js';
import { createExactTitles } from './exact-titles.js';
import { createFieldFinder } from './field-finder.js';
import { createKindRules } from './kind-rules.js';
import type { TitleLexicon } from './title-lexicon.js';
import { createSimilarTitles } from './similar-titles.js';
import { titleWords } from './title-words.js';

/** A code that a job title may stand for. */
export interface Suggestion {
  /** STYRK-08, four digits. */
  readonly styrk: string;
  /** Official Norwegian name. */
  readonly name: string;
  /** Of suggestions with confidence near p, about p are right. */
  readonly confidence: Ratio;
}

export interface LinkOptions {
  /** The ad or another text around the title; read when the title alone says little. */
  readonly text?: string;
  /** At most this many suggestions, >= 1. Default 5. */
  readonly top?: number;
  /** First digits of a code already known (e.g. a candidate's two digits): codes within come first. */
  readonly within?: string;
}

export interface Linker {
  /** Best first; empty when nothing was recognised. The same title always gives the same answer. */
  readonly link: (title: string, options?: LinkOptions) => Suggestion[];
}

/** Weights of the evidence, in log-odds, fitted on half of the development titles. */
const weight = { exact: 2.4, kind: 4.1, similar: 6.1, context: 2.2 } as const;
/** Likeness to known names counts this much less when a qualifier has decided. */
const similarLoss = 0.37;
/** Log-odds of "none of these": what evidence must outweigh. */
const nothing = 1.2;
/** Codes outside the known first digits lose this much, in log-odds. */
const outsideLoss = 4;
/** With less evidence than this for its best code, a title was not recognised. */
const leastEvidence = 2.6;
const leastConfidence = 0.001;
const defaultTop = 5;
const textLimit = 1500;

/**
 * Makes a linker from job titles to STYRK-08. Three kinds of evidence are added up for each code and turned into
 * confidence by a softmax with a place for "none": the lexicon as written, the grammar of head word and field,
 * and likeness to known titles.
 */
export function createLinker(lexicon: TitleLexicon): Linker {
  const { codes } = lexicon.titles;
  const codeNumber = new Map(codes.map((code, number) => [code, number]));
  const exact = createExactTitles(lexicon.titles);
  const fields = createFieldFinder(lexicon.fields);
  const kinds = createKindRules(lexicon.kinds, fields, codeNumber);
  const similar = createSimilarTitles(lexicon.titles);
  const layers = { exact: createCodeScores(codes.length), kind: createCodeScores(codes.length),
    similar: createCodeScores(codes.length), context: createCodeScores(codes.length), total: createCodeScores(codes.length) };
  return {
    link(title, options = {}) {
      const words = titleWords(title);
      const decided = kinds.score(words, layers.kind);
      const known = exact.score(words, decided, layers.exact);
      similar.score(words, known, layers.similar);
      if (options.text !== undefined) {
        exact.scoreText(tokenize(foldNorwegian(options.text.slice(0, textLimit))), layers.context);
      }
      const suggestions = decide({ layers, codes, similarWeight: weight.similar * (1 - decided * similarLoss) }, options);
      for (const layer of Object.values(layers)) layer.clear();
      return suggestions.map(({ number, confidence }) => {
        const styrk = codes[number] ?? '';
        return { styrk, name: lexicon.names.get(styrk) ?? '', confidence };
      });
    },
  };
}

type Layers = Readonly<Record<keyof typeof weight | 'total', CodeScores>>;
interface Evidence { readonly layers: Layers; readonly codes: readonly string[]; readonly similarWeight: number }
interface Decided { readonly number: number; readonly confidence: Ratio }
/** Evidence this far below the best, in log-odds, cannot reach the least confidence shown. */
const outOfReach = 9;

function decide({ layers, codes, similarWeight }: Evidence, { top = defaultTop, within }: LinkOptions): Decided[] {
  const totals = layers.total;
  for (const name of ['exact', 'kind', 'similar', 'context'] as const) {
    const layer = layers[name];
    const factor = name === 'similar' ? similarWeight : weight[name];
    for (const code of layer.touched) totals.raise(code, totals.get(code) + factor * layer.get(code));
  }
  let best = nothing;
  for (const code of totals.touched) best = Math.max(best, totals.get(code));
  if (best < leastEvidence) return [];
  let mass = Math.exp(nothing);
  const scored: { number: number; odds: number }[] = [];
  for (const number of totals.touched) {
    const total = totals.get(number);
    const outside = within !== undefined && !(codes[number] ?? '').startsWith(within);
    // Without a hint nothing out of reach is worth weighing; with one, the best may be outside.
    if (within === undefined && total < best - outOfReach) continue;
    const odds = Math.exp(total - (outside ? outsideLoss : 0));
    mass += odds;
    scored.push({ number, odds });
  }
  return scored
    .map(({ number, odds }) => ({ number, confidence: clampRatio(odds / mass) }))
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((a, b) => b.confidence - a.confidence || a.number - b.number)
    .slice(0, top);
}
