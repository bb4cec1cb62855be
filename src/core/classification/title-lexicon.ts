import type { FieldRule, KindRule } from './lexicon.js';
import type { TitleIndex } from './title-index.js';

/** All that the linker knows, as plain values. Loading it from `data/` is the shell's work. */
export interface TitleLexicon {
  /** Titles and official names, prepared by `indexTitles`. */
  readonly titles: TitleIndex;
  readonly fields: readonly FieldRule[];
  readonly kinds: readonly KindRule[];
  /** Official Norwegian name of every four-digit code (Statistics Norway). */
  readonly names: ReadonlyMap<string, string>;
}
