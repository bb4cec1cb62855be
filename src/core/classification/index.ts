export { bestCodes, type WeightedCode } from './best-codes.js';
export { createLinker, type Linker, type LinkOptions, type Suggestion } from './create-linker.js';
export type { FieldRule, KindRule, LexiconFault, TitleFact } from './lexicon.js';
export { parseFieldFile, parseKindFile, parseTitleFile, type Parsed } from './parse-lexicon.js';
export { indexTitles, type TitleIndex } from './title-index.js';
export { decodeTitleIndex, encodeTitleIndex, type DecodedIndex } from './title-index-codec.js';
export type { TitleLexicon } from './title-lexicon.js';
