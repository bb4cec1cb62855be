import type { ReferenceTables } from '../../core/reference/tables.js';
import { defaultDataDir } from '../reference/data-files.js';
import { generateDemo, type Demo } from './generate-demo.js';
import { loadDemoVocabulary } from './load-vocabulary.js';

/** The shipped demo is always drawn from this seed. */
const SEED = 2023;

/** The shipped demo as of a date. */
export function makeDemo(on: string, tables: ReferenceTables): Demo {
  return generateDemo(SEED, on, { vocabulary: loadDemoVocabulary(defaultDataDir()), tables });
}
