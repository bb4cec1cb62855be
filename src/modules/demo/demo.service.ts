import { Injectable } from '@nestjs/common';
import { defaultDataDir } from '../reference/data-files.js';
import type { DemoTables } from './generate-candidates.js';
import { generateDemo, type Demo } from './generate-demo.js';
import { loadDemoVocabulary } from './load-vocabulary.js';

/** The seed of the demo that everyone sees; another number gives other people and other vacancies. */
export const DEMO_SEED = 20261122;

/** Source name under which the demo's records are stored. */
export const DEMO_SOURCE = 'demo';

/** Hands out the demo's records. Storing them is the import's work, as with anyone's records. */
@Injectable()
export class DemoService {
  /** @param on ISO date that deadlines, ages and programme time are counted from */
  generate(on: string, tables: DemoTables, dataDir: string = defaultDataDir()): Demo {
    return generateDemo(DEMO_SEED, on, { tables, vocabulary: loadDemoVocabulary(dataDir) });
  }
}
