import type { Ratio } from '../shared/ratio.js';
import { foldNorwegian, tokenize } from '../text/index.js';
import { createCodeScores, type CodeScores } from './code-scores.js';
import { createExactTitles } from './exact-titles.js';
import { createFieldFinder } from './field-finder.js';
import { createKindRules } from './kind-rules.js';
import { rankCodes, type RankedCode } from './rank-codes.js';
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
  const linkOnce = (title: string, text: string | null, options: LinkOptions): RankedCode[] => {
    const words = titleWords(title);
    const decided = kinds.score(words, layers.kind);
    const known = exact.score(words, decided, layers.exact);
    similar.score(words, known, layers.similar);
    if (text !== null) {
      const context = tokenize(foldNorwegian(text.slice(0, textLimit))).filter(mayNameJob);
      exact.scoreText(context, layers.context);
      kinds.scoreWithText(words, context, layers.context);
    }
    const found = decide({ layers, codes, factors: factorsOf(known, decided) }, options);
    for (const layer of Object.values(layers)) layer.clear();
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
interface Evidence { readonly layers: Layers; readonly codes: readonly string[]; readonly factors: typeof weight }

/** What is known as written needs no grammar; what a qualifier has decided needs less likeness. */
function factorsOf(known: boolean, decided: number): typeof weight {
  return {
    ...weight,
    kind: known ? weight.kind * (1 - knownKindLoss) : weight.kind,
    similar: weight.similar * (1 - decided * similarLoss),
  };
}

function decide({ layers, codes, factors }: Evidence, { top = defaultTop, within }: LinkOptions): RankedCode[] {
  const totals = layers.total;
  for (const name of ['exact', 'kind', 'similar', 'context'] as const) {
    const layer = layers[name];
    const factor = factors[name];
    for (const code of layer.touched) totals.raise(code, totals.get(code) + factor * layer.get(code));
  }
  if (totals.touched.every((code) => totals.get(code) < leastEvidence)) return [];
  return rankCodes(totals, codes, { top, within });
}
