import type { Linker, Suggestion } from '../../core/classification/create-linker.js';
import { extract } from '../../core/extraction/extract.js';
import type { Advertisement, Extraction } from '../../core/extraction/extraction.js';
import type { ReferenceTables } from '../../core/reference/tables.js';

/** Below this confidence a linked code is a suggestion for a person, never a value. */
export const LEAST_CONFIDENCE_TO_FIX = 0.5;

const MOST_SUGGESTIONS = 5;

/** What reading an ad rests on. */
export interface AdKnowledge {
  readonly tables: ReferenceTables;
  readonly linker: Linker;
}

/** An ad as read, with the work it may be about. */
export interface ReadAd {
  readonly extraction: Extraction;
  /** STYRK-08 codes by confidence, best first; empty = nothing recognised. */
  readonly suggestions: readonly Suggestion[];
  /** The first suggestion when it is sure enough ({@link LEAST_CONFIDENCE_TO_FIX}), else null. */
  readonly styrk: string | null;
}

/** Reads an ad's demands and conditions with their evidence, and links its title (helped by the text) to STYRK-08. */
export function readAdvertisement(ad: Advertisement, { tables, linker }: AdKnowledge): ReadAd {
  const extraction = extract(ad, tables);
  const suggestions = linker.link(ad.title, { text: extraction.plainText, top: MOST_SUGGESTIONS });
  const [first] = suggestions;
  return { extraction, suggestions, styrk: first !== undefined && first.confidence >= LEAST_CONFIDENCE_TO_FIX ? first.styrk : null };
}
