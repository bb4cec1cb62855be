// Writes the reference tables in data/ from the public sources: npm run data:build -- --from DIR [--to DIR]
// The same sources give the same bytes. Tables written by hand (data/SOURCES.md names them) are read and checked, never written.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildEducation, buildStyrk } from './reference-data/classifications.js';
import { buildMunicipalities } from './reference-data/municipalities.js';
import { buildSimilarity } from './reference-data/similarity.js';

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
if (values.from === undefined) {
  console.error('usage: npm run data:build -- --from DIR [--to DIR]   (DIR holds styrk08/, nus2000/, municipalities/ and esco/)');
  process.exit(2);
}
const from = resolve(values.from);
const to = values.to === undefined ? join(dirname(dirname(fileURLToPath(import.meta.url))), 'data') : resolve(values.to);

const codes = buildStyrk(from, to);
buildEducation(from, to);
buildMunicipalities(from, to);
for (const line of buildSimilarity(from, to, codes)) console.log(line);
