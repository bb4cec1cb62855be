import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconFault, TitleFact } from '../../core/classification/lexicon.js';
import { parseFieldFile, parseKindFile, parseTitleFile, type Parsed } from '../../core/classification/parse-lexicon.js';
import { decodeTitleIndex } from '../../core/classification/title-index-codec.js';
import type { TitleLexicon } from '../../core/classification/title-lexicon.js';
import { parseCsv } from './parse-csv.js';

/** The prepared index beside the hand-written files; `scripts/build-title-lexicon.ts` writes it. */
export const titleIndexFile = 'titles-index.bin';

/**
 * Reads the job-title lexicon: the prepared index, the rules for fields and kinds of jobs
 * (`dataDir/occupations/titles-…`) and the official names (`dataDir/styrk08/styrk08.csv`).
 *
 * @throws Error naming file and line when something cannot be read: the files ship with the program.
 */
export function loadTitleLexicon(dataDir: string): TitleLexicon {
  const folder = join(dataDir, 'occupations');
  return {
    titles: decodeTitleIndex(readFileSync(join(folder, titleIndexFile))).index,
    fields: readEntries(join(folder, 'titles-fields.txt'), parseFieldFile),
    kinds: readEntries(join(folder, 'titles-kinds.txt'), parseKindFile),
    names: readOfficialNames(dataDir),
  };
}

/** What the index is made of: the hand-written titles, and a fingerprint of their files and the official names. */
export interface TitleSources {
  readonly facts: readonly TitleFact[];
  readonly names: ReadonlyMap<string, string>;
  /** SHA-256 in hexadecimal; the index stores it, so that a test can tell when the index is out of date. */
  readonly fingerprint: string;
}

/** Reads the hand-written titles (`titles-0.txt` …). @throws Error naming file and line when a line cannot be read. */
export function readTitleSources(dataDir: string): TitleSources {
  const folder = join(dataDir, 'occupations');
  const files = readdirSync(folder).filter((file) => /^titles-\d.*\.txt$/.test(file)).sort().map((file) => join(folder, file));
  const hash = createHash('sha256');
  for (const file of [...files, officialNamesFile(dataDir)]) hash.update(readFileSync(file));
  return {
    facts: files.flatMap((file) => readEntries(file, parseTitleFile)),
    names: readOfficialNames(dataDir),
    fingerprint: hash.digest('hex'),
  };
}

function officialNamesFile(dataDir: string): string {
  return join(dataDir, 'styrk08', 'styrk08.csv');
}

function readOfficialNames(dataDir: string): ReadonlyMap<string, string> {
  const [, ...rows] = parseCsv(readFileSync(officialNamesFile(dataDir), 'utf8'));
  return new Map(rows.map(([code = '', name = '']) => [code, name] as const).filter(([code]) => code.length === 4));
}

function readEntries<T>(file: string, parse: (text: string) => Parsed<T>): readonly T[] {
  const { entries, faults } = parse(readFileSync(file, 'utf8'));
  const [fault] = faults;
  if (fault !== undefined) throw new Error(describe(file, fault));
  return entries;
}

function describe(file: string, { line, message }: LexiconFault): string {
  return `${file}:${String(line)}: ${message}`;
}
