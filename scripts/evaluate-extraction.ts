import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extract } from '../src/core/extraction/extract.js';
import type { CertificateEntry, RegulatedProfession } from '../src/core/reference/tables.js';
import { readAds } from '../test/golden/ads/read-ads.js';
import { evaluate, f1, type Kind } from '../test/golden/ads/score-ads.js';

// tsx scripts/evaluate-extraction.ts [development|check|all] [--differences]: precision, recall and F1 for each kind on the labelled ads.
const root = fileURLToPath(new URL('..', import.meta.url));
const table = <T extends { id: string }>(name: string): Map<string, T> => {
  const rows = JSON.parse(readFileSync(`${root}data/occupations/${name}.json`, 'utf8')) as T[];
  return new Map(rows.map((row) => [row.id, row]));
};
const tables = { regulatedProfessions: table<RegulatedProfession>('regulated-professions'), certificates: table<CertificateEntry>('certificates') };

const part = process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? 'all';
const ads = readAds(`${root}test/golden/ads`).filter((ad) => part === 'all' || ad.part === part);
const { tallies, differences } = evaluate(ads, ({ title, text }) => extract({ title, text }, tables));

const share = (of: number, all: number): string => (all === 0 ? '   - ' : (of / all).toFixed(3));
process.stdout.write(`${String(ads.length)} ads (${part})\n${'kind'.padEnd(24)} right wrong missed precision recall    F1\n`);
for (const [kind, tally] of tallies) {
  const { right, wrong, missed } = tally;
  process.stdout.write(`${(kind satisfies Kind).padEnd(24)} ${String(right).padStart(5)} ${String(wrong).padStart(5)} ${String(missed).padStart(6)}     ${share(right, right + wrong)}  ${share(right, right + missed)} ${f1(tally).toFixed(3)}\n`);
}
if (process.argv.includes('--differences')) {
  for (const { id, kind, expected, read } of differences) process.stdout.write(`${id} ${kind}: expected [${expected.join('; ')}] read [${read.join('; ')}]\n`);
}
