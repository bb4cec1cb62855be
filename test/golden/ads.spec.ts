import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { extract } from '../../src/core/extraction/extract.js';
import type { CertificateEntry, RegulatedProfession } from '../../src/core/reference/tables.js';
import { readAds } from './ads/read-ads.js';
import { evaluate, f1, FLOORS, type Kind } from './ads/score-ads.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const table = <T extends { id: string }>(name: string): Map<string, T> =>
  new Map((JSON.parse(readFileSync(`${root}data/occupations/${name}.json`, 'utf8')) as T[]).map((row) => [row.id, row]));
const tables = { regulatedProfessions: table<RegulatedProfession>('regulated-professions'), certificates: table<CertificateEntry>('certificates') };
const ads = readAds(`${root}test/golden/ads`);
const { tallies } = evaluate(ads, ({ title, text }) => extract({ title, text }, tables));

describe('reading of labelled ads', () => {
  it('has enough ads to say something', () => { expect(ads.length).toBeGreaterThanOrEqual(120); });

  it.each(Object.entries(FLOORS) as [Kind, number][])('reads %s with F1 of at least %s', (kind, floor) => {
    const tally = tallies.get(kind);
    if (tally === undefined) throw new Error(`nothing labelled for ${kind}`);
    expect(tally.right).toBeGreaterThan(0);
    expect(f1(tally)).toBeGreaterThanOrEqual(floor);
  });

  it('keeps evidence that stands in the text for everything it reads', () => {
    for (const { title, text } of ads) {
      const { plainText, evidence } = extract({ title, text }, tables);
      for (const { start, end, text: words } of evidence) {
        expect(plainText.slice(start, end)).toBe(words);
        expect(words.trim()).not.toBe('');
      }
    }
  });
});
