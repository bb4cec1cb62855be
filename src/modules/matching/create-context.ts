import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinker, type Linker } from '../../core/classification/create-linker.js';
import { estimateTravel } from '../../core/geography/travel-time.js';
import { readAccess } from '../../core/extraction/access.js';
import { readTrainedOnTheJob } from '../../core/extraction/openness.js';
import { extract } from '../../core/extraction/extract.js';
import type { AdReading, MatchingContext } from '../../core/matching/context.js';
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
    readAd: adReader(tables),
    travel: (from, to) => estimateTravel(from, to, tables),
  } satisfies Omit<MatchingContext, 'on'>;
  return { tables, linker, rules: loadMeasureRules(dataDir), contextOn: (on) => ({ ...steady, on }) };
}

/** Most ads kept as read: enough for what is shown, bounded whatever comes in. */
const MOST_ADS_KEPT = 2_000;

/** Reads ads with the extraction core; an ad asked for again (for its measures, after its match) is not read twice. */
function adReader(tables: ReferenceTables): MatchingContext['readAd'] {
  const kept = new Map<string, AdReading>();
  return ({ title, text }) => {
    const key = `${title}\0${text}`;
    const known = kept.get(key);
    if (known) return known;
    const { requirements, offers, percent, minPercent, maxPercent, workingHours, remote, employment } = extract({ title, text }, tables);
    const read = Object.fromEntries(
      Object.entries({ requirements, offers, percent, minPercent, maxPercent, workingHours, remote, employment, access: readAccess(text), trainedOnTheJob: readTrainedOnTheJob(text) }).filter(([, value]) => value !== undefined),
    ) as AdReading;
    if (kept.size >= MOST_ADS_KEPT) kept.clear();
    kept.set(key, read);
    return read;
  };
}

/** The title lexicon decides too, so it counts in the data version. */
function titleFiles(dataDir: string): string[] {
  return readdirSync(join(dataDir, 'occupations')).filter((file) => file.startsWith('titles-')).map((file) => `occupations/${file}`);
}
