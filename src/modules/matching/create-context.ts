import { createLinker } from '../../core/classification/create-linker.js';
import { estimateTravel } from '../../core/geography/travel-time.js';
import type { MatchingContext } from '../../core/matching/context.js';
import { defaultDataDir } from '../reference/data-files.js';
import { loadScoringPolicy } from '../reference/load-policy.js';
import { loadReferenceTables } from '../reference/load-reference.js';
import { loadTitleLexicon } from '../reference/load-title-lexicon.js';

export interface ContextOptions {
  /** Date of assessment, ISO, Europe/Oslo. */
  readonly on: string;
  readonly dataDir?: string;
  /** A scoring policy to use instead of the shipped one. */
  readonly policyFile?: string;
}

/** Loads everything a decision rests on from the shipped data. */
export function createMatchingContext({ on, dataDir = defaultDataDir(), policyFile }: ContextOptions): MatchingContext {
  const tables = loadReferenceTables(dataDir);
  const policy = loadScoringPolicy(dataDir, policyFile);
  const linker = createLinker(loadTitleLexicon(dataDir));
  return {
    tables, policy, on,
    readTitle: (title, { text, within }) => linker.link(title, { ...(text === undefined ? {} : { text }), ...(within === undefined ? {} : { within }) }),
    readAd: () => ({}),
    travel: (from, to) => estimateTravel(from, to, tables),
  };
}
