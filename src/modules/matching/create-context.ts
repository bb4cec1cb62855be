import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinker, type Linker } from '../../core/classification/create-linker.js';
import { estimateTravel } from '../../core/geography/travel-time.js';
import type { MatchingContext } from '../../core/matching/context.js';
import type { MeasureRules } from '../../core/measures/rule-set.js';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { defaultDataDir } from '../reference/data-files.js';
import { loadMeasureRules } from '../reference/load-measure-rules.js';
import { loadScoringPolicy } from '../reference/load-policy.js';
import { loadReferenceTables } from '../reference/load-reference.js';
import { loadTitleLexicon } from '../reference/load-title-lexicon.js';

export interface KnowledgeOptions {
  readonly dataDir?: string;
  /** A scoring policy to use instead of the shipped one. */
  readonly policyFile?: string;
}

/** Everything decisions rest on but the date: loaded once, the same for every request. */
export interface Knowledge {
  readonly tables: ReferenceTables;
  readonly linker: Linker;
  readonly rules: MeasureRules;
  /** The context of a decision on a date, ISO, Europe/Oslo. */
  readonly contextOn: (on: string) => MatchingContext;
}

/** Loads the shipped data. @throws Error naming the file when one is missing or not in its form */
export function loadKnowledge({ dataDir = defaultDataDir(), policyFile }: KnowledgeOptions = {}): Knowledge {
  const tables = loadReferenceTables(dataDir, titleFiles(dataDir));
  const policy = loadScoringPolicy(dataDir, policyFile);
  const linker = createLinker(loadTitleLexicon(dataDir));
  const steady = {
    tables, policy,
    readTitle: (title, { text, within }) => linker.link(title, { ...(text === undefined ? {} : { text }), ...(within === undefined ? {} : { within }) }),
    readAd: () => ({}),
    travel: (from, to) => estimateTravel(from, to, tables),
  } satisfies Omit<MatchingContext, 'on'>;
  return { tables, linker, rules: loadMeasureRules(dataDir), contextOn: (on) => ({ ...steady, on }) };
}

/** The title lexicon decides too, so it counts in the data version. */
function titleFiles(dataDir: string): string[] {
  return readdirSync(join(dataDir, 'occupations')).filter((file) => file.startsWith('titles-')).map((file) => `occupations/${file}`);
}
