import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

export type Row = Readonly<Record<string, string>>;

/** Reads a table with a header line; every value is text. */
export function readTable(path: string, delimiter = ','): Row[] {
  return parse(readFileSync(path), { columns: true, delimiter, bom: true, skip_empty_lines: true });
}

/** Writes a table with `\n` line ends, so that the same rows are always the same bytes. */
export function writeTable(path: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stringify([columns.slice(), ...rows.map((row) => row.slice())], { record_delimiter: '\n' }));
}

/** @throws Error naming the column when a row lacks it: a source file in another form must not go unnoticed. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`the source has no column "${column}"`);
  return value.trim();
}
