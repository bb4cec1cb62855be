import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconFault, TitleLexicon } from '../../core/classification/lexicon.js';
import { parseFieldFile, parseKindFile, parseTitleFile, type Parsed } from '../../core/classification/parse-lexicon.js';
import { parseCsv } from './parse-csv.js';

/**
 * Reads the job-title lexicon from `dataDir/occupations/titles-*.txt` and the official names from
 * `dataDir/styrk08/styrk08.csv`.
 *
 * @throws Error naming file and line when a line cannot be read: the files ship with the program.
 */
export function loadTitleLexicon(dataDir: string): TitleLexicon {
  const folder = join(dataDir, 'occupations');
  const read = <T>(file: string, parse: (text: string) => Parsed<T>): readonly T[] => {
    const { entries, faults } = parse(readFileSync(join(folder, file), 'utf8'));
    const [fault] = faults;
    if (fault !== undefined) throw new Error(describe(file, fault));
    return entries;
  };
  const titleFiles = readdirSync(folder).filter((file) => /^titles-\d.*\.txt$/.test(file)).sort();
  return {
    facts: titleFiles.flatMap((file) => read(file, parseTitleFile)),
    fields: read('titles-fields.txt', parseFieldFile),
    kinds: read('titles-kinds.txt', parseKindFile),
    names: officialNames(join(dataDir, 'styrk08', 'styrk08.csv')),
  };
}

function officialNames(file: string): ReadonlyMap<string, string> {
  const [, ...rows] = parseCsv(readFileSync(file, 'utf8'));
  return new Map(rows.map(([code = '', name = '']) => [code, name] as const).filter(([code]) => code.length === 4));
}

function describe(file: string, { line, message }: LexiconFault): string {
  return `${file}:${String(line)}: ${message}`;
}
