import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexTitles } from '../src/core/classification/title-index.js';
import { encodeTitleIndex } from '../src/core/classification/title-index-codec.js';
import { readTitleSources, titleIndexFile } from '../src/modules/reference/load-title-lexicon.js';

/** Prepares `data/occupations/titles-index.bin` from the hand-written titles; run it after changing them. */
const dataDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');
const { facts, names, fingerprint } = readTitleSources(dataDir);
const index = indexTitles(facts, names);
const bytes = encodeTitleIndex(index, fingerprint);
writeFileSync(join(dataDir, 'occupations', titleIndexFile), bytes);
console.log(`${facts.length} facts, ${index.titleCode.length} distinct, ${index.keys.length} keys, ${bytes.length} bytes`);
