import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { createLinker, type Linker, type Suggestion } from '../src/core/classification/create-linker.js';
import { loadTitleLexicon } from '../src/modules/reference/load-title-lexicon.js';

/**
 * Measures title linking on labelled titles: `tsx scripts/evaluate-linking.ts --titles FILE [--half a|b] [--mistakes N]`.
 * FILE is CSV with the columns `title` and `styrk08` (or `styrk`). `--half` takes every other title, so that one half
 * can be read for what is missing while the other stays unread.
 */
interface Labelled { readonly title: string; readonly code: string }
interface Outcome extends Labelled { readonly suggestions: readonly Suggestion[] }

function readTitles(file: string, half: string | undefined): Labelled[] {
  const rows = parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  const titles = rows.map((row) => ({ title: row.title ?? '', code: row.styrk08 ?? row.styrk ?? '' }));
  return half === undefined ? titles : titles.filter((_, index) => index % 2 === (half === 'a' ? 0 : 1));
}

function share(outcomes: readonly Outcome[], right: (outcome: Outcome) => boolean): string {
  return (outcomes.filter(right).length / outcomes.length).toFixed(3);
}

function printCalibration(outcomes: readonly Outcome[]): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const { code, suggestions } of outcomes) {
    for (const { styrk, confidence } of suggestions) {
      const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
      bin.count += 1;
      bin.sum += confidence;
      if (styrk === code) bin.right += 1;
    }
  }
  console.log('confidence   said   right   suggestions');
  bins.forEach(({ count, right, sum }, index) => {
    if (count > 0) console.log(`${(index / 10).toFixed(1)}–${((index + 1) / 10).toFixed(1)}      ${(sum / count).toFixed(2)}   ${(right / count).toFixed(2)}    ${count}`);
  });
}

function titlesPerSecond(linker: Linker, titles: readonly Labelled[]): number {
  const rounds = Math.ceil(20_000 / titles.length);
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const { title } of titles) linker.link(title);
  return Math.round((rounds * titles.length * 1000) / (performance.now() - start));
}

const { values } = parseArgs({
  options: { titles: { type: 'string' }, half: { type: 'string' }, mistakes: { type: 'string', default: '0' }, top: { type: 'string', default: '5' } },
});
if (values.titles === undefined) throw new Error('usage: tsx scripts/evaluate-linking.ts --titles FILE [--half a|b] [--mistakes N]');
const titles = readTitles(values.titles, values.half);
const began = performance.now();
const lexicon = loadTitleLexicon(join(dirname(fileURLToPath(import.meta.url)), '..', 'data'));
const loaded = performance.now();
const linker = createLinker(lexicon);
console.log(`titles known ${lexicon.titles.titleCode.length}; read in ${(loaded - began).toFixed(0)} ms, built in ${(performance.now() - loaded).toFixed(0)} ms`);
const outcomes = titles.map((labelled) => ({ ...labelled, suggestions: linker.link(labelled.title) }));
console.log(`titles ${titles.length}: first ${share(outcomes, ({ code, suggestions }) => suggestions[0]?.styrk === code)}, `
  + `in five ${share(outcomes, ({ code, suggestions }) => suggestions.some(({ styrk }) => styrk === code))}, `
  + `two digits ${share(outcomes, ({ code, suggestions }) => suggestions[0]?.styrk.slice(0, 2) === code.slice(0, 2))}, `
  + `empty ${share(outcomes, ({ suggestions }) => suggestions.length === 0)}`);
printCalibration(outcomes);
console.log(`speed ${titlesPerSecond(linker, titles)} titles/s`);
const wrong = outcomes.filter(({ code, suggestions }) => suggestions[0]?.styrk !== code);
for (const { title, code, suggestions } of wrong.slice(0, Number(values.mistakes))) {
  console.log(`${code}  ${title.slice(0, 70)}  →  ${suggestions.map(({ styrk, confidence }) => `${styrk} ${confidence.toFixed(2)}`).join(', ')}`);
}
