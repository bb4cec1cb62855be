export { createLinker, type Linker, type LinkOptions, type Suggestion } from './create-linker.js';
export type { FieldRule, KindRule, LexiconFault, TitleFact, TitleLexicon } from './lexicon.js';
export { parseFieldFile, parseKindFile, parseTitleFile, type Parsed } from './parse-lexicon.js';
