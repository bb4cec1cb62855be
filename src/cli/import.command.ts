import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { importFile, type ImportReport } from '../modules/ingestion/import-file.js';
import type { RecordKind } from '../modules/ingestion/issue.js';
import { SOURCE_PATTERN } from '../modules/records/source.js';
import { defaultDataDir } from '../modules/reference/data-files.js';
import { loadReferenceTables } from '../modules/reference/load-reference.js';
import { osloDateOf } from '../platform/clock/clock.js';
import { readConfig } from '../platform/config.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import { input } from './command-options.js';
import { UsageError, type Command } from './command.js';

export const command: Command = {
  summary: 'laster kandidater eller stillinger fra fil inn i databasen',
  usage: `candidates|vacancies FIL [--source KILDE]

  --source KILDE  systemet postene kommer fra (local); samme kilde og externalId er samme post

FIL kan være JSON, NDJSON, CSV eller XLSX; - er standard inn. Rapporten skrives til standard ut som JSON.`,
  run: async (args) => {
    const { kind, path, source } = readArguments(args);
    const config = readConfig(process.env);
    const database = await openDatabase(config, say);
    try {
      await migrate(database.url);
      const dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
      try {
        const tables = loadReferenceTables(defaultDataDir());
        const report = await importFile(dataSource, { kind, source, fileName: path === '-' ? undefined : path, content: input(path) }, { tables, on: osloDateOf(new Date()), onProgress: showProgress });
        return conclude(report);
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await database.close();
    }
  },
};

const say = (message: string): void => void process.stderr.write(`${message}\n`);

function readArguments(args: readonly string[]): { kind: RecordKind; path: string; source: string } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: { source: { type: 'string' } }, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const [kind, path, ...more] = parsed.positionals;
  if (kind !== 'candidates' && kind !== 'vacancies') throw new UsageError('si hva filen inneholder: candidates eller vacancies');
  if (path === undefined || more.length > 0) throw new UsageError('oppgi én fil, eller - for standard inn');
  const { source = 'local' } = parsed.values;
  if (!SOURCE_PATTERN.test(source)) throw new UsageError('--source må være små bokstaver, tall, punktum eller bindestrek');
  if (path !== '-' && !existsSync(path)) throw new UsageError('filen finnes ikke');
  return { kind, path, source };
}

let shownAt = 0;

function showProgress(rowsRead: number, share: number): void {
  const now = Date.now();
  if (now - shownAt < 250 && share < 1) return;
  shownAt = now;
  process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${rowsRead} poster lest (${Math.round(share * 100)} %)${process.stderr.isTTY ? '  ' : '\n'}`);
}

/** Prints the report. @returns 0 when everything went in, 1 when something was refused or the file could not be read */
function conclude(report: ImportReport): number {
  const { rows, error, issues } = report;
  if (process.stderr.isTTY) process.stderr.write('\n');
  say(`Lest ${rows.read}: ${rows.inserted} nye, ${rows.changed} endret, ${rows.unchanged} uendret, ${rows.refused} avvist.`);
  if (error) say(`Filen kan ikke leses: ${error.detail} (${error.code})`);
  for (const { row, path, code, mend } of issues.slice(0, 20)) say(`Post ${row}${path === '' ? '' : `, ${path}`}: ${mend} (${code})`);
  if (issues.length > 20) say(`… og ${issues.length - 20} til; alle står i «issues».`);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return rows.refused > 0 || error ? 1 : 0;
}
