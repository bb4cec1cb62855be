import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  MEASURE_IDS, type ClosingTimesVersion, type Dated, type Measure, type MeasureRules, type ProgrammeVersion,
} from '../../core/measures/rule-set.js';
import { compareText } from '../../core/shared/compare.js';
import { hashContents } from './data-files.js';
import { closingTimesFile, measureFile, programmeFile } from './measure-rules.schema.js';

/** Paths below `data/` of every file the measures are decided with. */
export const MEASURE_FILES: readonly string[] = [...MEASURE_IDS, 'programme', 'closing-times'].map((id) => `measures/${id}.json`);

/**
 * Reads the measures, the programme rules and the closing times, synchronously.
 *
 * @param dataDir the `data/` folder, see `defaultDataDir`
 * @throws Error naming the file and the place in it when one is missing or not in its form
 */
export function loadMeasureRules(dataDir: string): MeasureRules {
  const contents = new Map(MEASURE_FILES.map((path) => [path, readFileSync(join(dataDir, path))]));
  const read = (path: string, form: z.ZodType): unknown => parse(path, contents.get(path)?.toString('utf8') ?? '', form);
  const measures = MEASURE_IDS.map((id) => {
    const measure = read(`measures/${id}.json`, measureFile) as Measure;
    if (measure.id !== id) throw new Error(`data/measures/${id}.json: its id is "${measure.id}"`);
    return measure;
  });
  const { versions: programme } = read('measures/programme.json', programmeFile) as { versions: readonly ProgrammeVersion[] };
  const { versions: closingTimes } = read('measures/closing-times.json', closingTimesFile) as { versions: readonly ClosingTimesVersion[] };
  const dated: readonly Dated[] = [...measures.flatMap(({ versions }) => versions), ...programme, ...closingTimes];
  const latest = dated.map(({ checkedOn }) => checkedOn).sort(compareText).at(-1) ?? '';
  return {
    rulesVersion: `${latest}.${hashContents(contents)}`,
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    programme,
    closingTimes,
  };
}

function parse(path: string, text: string, form: z.ZodType): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`data/${path}: not JSON`);
  }
  const parsed = form.safeParse(value);
  if (!parsed.success) throw new Error(`data/${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
