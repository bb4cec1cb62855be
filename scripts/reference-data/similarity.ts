import { join } from 'node:path';
import { writeTable } from './csv.js';

/** Writes data/occupations/similarity.csv: one row per occupation a person comes from, one column per occupation they go to. */
export function buildSimilarity(_from: string, to: string, codes: readonly string[]): void {
  const rows = codes.map((a) => [a, ...codes.map((b) => hierarchyPercent(a, b))]);
  writeTable(join(to, 'occupations', 'similarity.csv'), ['from', ...codes], rows);
}

function hierarchyPercent(a: string, b: string): number {
  if (a === b) return 100;
  if (a.slice(0, 3) === b.slice(0, 3)) return 65;
  if (a.slice(0, 2) === b.slice(0, 2)) return 40;
  return a[0] === b[0] ? 10 : 3;
}
