// Brings 50,000 made-up candidates in from a file, end to end, on the embedded database, and prints how fast.
// Usage: npx tsx scripts/bench-import.ts [--rows 50000] [--limit-seconds 10]; exits 1 when it takes longer.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { importFile } from '../src/modules/ingestion/import-file.js';
import { defaultDataDir } from '../src/modules/reference/data-files.js';
import { loadReferenceTables } from '../src/modules/reference/load-reference.js';
import { dataSourceOptions } from '../src/platform/database/data-source-options.js';
import { startEmbedded } from '../src/platform/database/embedded/start-embedded.js';
import { migrate } from '../src/platform/database/migrate.js';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '50000' }, 'limit-seconds': { type: 'string', default: '10' } } });
const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'jobbmatch-bench-'));
const server = await startEmbedded({ home: join(folder, 'pg') });
try {
  await migrate(server.url);
  const dataSource = await new DataSource(dataSourceOptions(server.url)).initialize();
  const tables = loadReferenceTables(defaultDataDir());
  const models = JSON.parse(readFileSync(join(defaultDataDir(), '..', 'test', 'golden', 'caseload-a', 'candidates.json'), 'utf8')) as object[];
  const path = join(folder, 'candidates.ndjson');
  writeFileSync(path, Array.from({ length: rows }, (_, index) => JSON.stringify({ ...models[index % models.length], externalId: `B-${index}` })).join('\n'));
  for (const round of ['first', 'again']) {
    const started = performance.now();
    const report = await importFile(dataSource, { kind: 'candidates', source: 'bench', content: createReadStream(path) }, { tables, on: '2026-11-22' });
    const seconds = (performance.now() - started) / 1_000;
    console.log(`${round}: ${JSON.stringify(report.rows)} in ${seconds.toFixed(2)} s, ${Math.round(rows / seconds)} rows/s`);
    if (seconds > Number(values['limit-seconds'])) process.exitCode = 1;
  }
  await dataSource.destroy();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
