import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expandBraces, parseFieldFile, parseKindFile, parseTitleFile } from './parse-lexicon.js';

describe('parseTitleFile', () => {
  it('reads titles by code, languages aside, with seldom meanings marked', () => {
    const { entries, faults } = parseTitleFile('# cooks\n5120: kokk; {skips,hotell}kokk; stuert?\n5120 en: cook\n');
    expect(faults).toEqual([]);
    expect(entries.map(({ title, code }) => `${code} ${title}`)).toEqual(['5120 kokk', '5120 skipskokk', '5120 hotellkokk', '5120 stuert', '5120 cook']);
    expect(entries.map(({ weight }) => weight < 1)).toEqual([false, false, false, true, false]);
  });
  it('names the line it cannot read', () => {
    expect(parseTitleFile('5120: kokk\nkokk 5120').faults).toEqual([{ line: 2, message: 'not understood: kokk 5120' }]);
  });
});

describe('parseFieldFile', () => {
  it('reads a field with its wider field', () => {
    expect(parseFieldFile('mat < industri: bryggeri; øl').entries).toEqual([{ id: 'mat', parent: 'industri', keywords: ['bryggeri', 'øl'] }]);
  });
});

describe('parseKindFile', () => {
  it('reads heads, codes by field and the fallback', () => {
    const [kind] = parseKindFile('laerer = lærer; adjunkt: vgs 2330; skole 2341 2330; * 2341').entries;
    expect(kind).toMatchObject({ id: 'laerer', heads: ['lærer', 'adjunkt'], fallback: ['2341'] });
    expect([...(kind?.codes ?? [])]).toEqual([['vgs', ['2330']], ['skole', ['2341', '2330']]]);
  });
  it('refuses a rule without a code of four digits', () => {
    expect(parseKindFile('laerer = lærer: vgs 233').faults).toHaveLength(1);
  });
});

describe('expandBraces', () => {
  it('multiplies alternatives', () => { expect(expandBraces('{a,b}{c,}d')).toEqual(['acd', 'ad', 'bcd', 'bd']); });
  it('leaves a text without braces alone', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z ]*$/), (text) => { expect(expandBraces(text)).toEqual([text.trim()]); }));
  });
});
