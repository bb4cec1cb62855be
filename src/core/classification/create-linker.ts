import type { Ratio } from '../shared/ratio.js';
import { foldNorwegian, tokenize } from '../text/index.js';
import { createCodeScores, type CodeScores } from './code-scores.js';
import { createExactTitles } from './exact-titles.js';
import { createFieldFinder } from './field-finder.js';
import { createKindRules } from './kind-rules.js';
import { createRanker, type RankedCode } from './rank-codes.js';
import type { TitleLexicon } from './title-lexicon.js';
import { createSimilarTitles } from './similar-titles.js';
import { mayNameJob, titleWords } from './title-words.js';

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
const weight: Readonly<Record<'exact' | 'kind' | 'similar' | 'context', number>> = { exact: 2.4, kind: 4.1, similar: 6.1, context: 4 };
/** Likeness to known names counts this much less when a qualifier has decided. */
const similarLoss = 0.37;
/** The grammar of head and field counts this much less when the whole title is in the lexicon. */
const knownKindLoss = 0.5;
/** With less evidence than this for its best code, a title was not recognised. */
const leastEvidence = 2.6;
const defaultTop = 5;
const textLimit = 1500;
/** From this confidence on the text is not asked. */
const clearTitle = 0.6;

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
  const layers: Layers = { exact: createCodeScores(codes.length), kind: createCodeScores(codes.length),
    similar: createCodeScores(codes.length), context: createCodeScores(codes.length), total: createCodeScores(codes.length) };
  const all = Object.values(layers);
  const rank = createRanker(codes);
  const linkOnce = (title: string, text: string | null, options: LinkOptions): RankedCode[] => {
    const words = titleWords(title);
    const decided = kinds.score(words, layers.kind);
    const known = exact.score(words, decided, layers.exact);
    similar.score(words, known || decided === 1, layers.similar);
    if (text !== null) {
      const context = tokenize(foldNorwegian(text.slice(0, textLimit))).filter(mayNameJob);
      exact.scoreText(context, layers.context);
      kinds.scoreWithText(words, context, layers.context);
    }
    const { top = defaultTop, within } = options;
    const found = addUp({ layers, known, decided }) ? rank(layers.total, { top, within }) : [];
    for (const layer of all) layer.clear();
    return found;
  };
  return {
    link(title, options = {}) {
      const { text } = options;
      let found = linkOnce(title, null, options);
      // A clear title needs no help, and an ad names other jobs too ("du samarbeider med lærere").
      if (text !== undefined && (found[0]?.confidence ?? 0) < clearTitle) found = linkOnce(title, text, options);
      return found.map(({ number, confidence }) => {
        const styrk = codes[number] ?? '';
        return { styrk, name: lexicon.names.get(styrk) ?? '', confidence };
      });
    },
  };
}

type Layers = Readonly<Record<keyof typeof weight | 'total', CodeScores>>;
interface Evidence { readonly layers: Layers; readonly known: boolean; readonly decided: number }

/** Adds the layers up in `layers.total`; false when the best code has too little evidence to count as recognised. */
function addUp({ layers, known, decided }: Evidence): boolean {
  const { total } = layers;
  const add = (layer: CodeScores, factor: number): void => {
    for (const code of layer.touched) total.raise(code, total.get(code) + factor * layer.get(code));
  };
  add(layers.exact, weight.exact);
  // What is known as written needs no grammar; what a qualifier has decided needs less likeness.
  add(layers.kind, known ? weight.kind * (1 - knownKindLoss) : weight.kind);
  add(layers.similar, weight.similar * (1 - decided * similarLoss));
  add(layers.context, weight.context);
  return total.touched.some((code) => total.get(code) >= leastEvidence);
}
