import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestCodes } from './best-codes.js';
import { createLinker } from './create-linker.js';
import { parseFieldFile, parseKindFile, parseTitleFile } from './parse-lexicon.js';
import { indexTitles } from './title-index.js';
import { decodeTitleIndex, encodeTitleIndex } from './title-index-codec.js';

const names = new Map([
  ['0000', 'Uoppgitt'], ['1219', 'Andre administrative ledere'], ['1343', 'Ledere av eldreomsorg'], ['1346', 'Ledere av forsikring og finansvirksomhet'],
  ['2223', 'Sykepleiere'], ['3112', 'Bygningsingeniører'], ['3119', 'Andre ingeniører'], ['5120', 'Kokker'], ['7115', 'Tømrere og snekkere'], ['9112', 'Renholdere i virksomheter'],
]);
const { entries: facts } = parseTitleFile(`
2223: sykepleier; sjukepleiar
2223 uk: медсестра
5120: kokk; institusjonskokk
7115: tømrer; snekker
9112: renholder; vaskehjelp
0000: ukjent`);
const titles = indexTitles(facts, names);
const linker = createLinker({
  titles, names,
  fields: parseFieldFile('bygg: bygg; bygg og anlegg\nbank: bank\npleie: sykehjem; pleie\nhjemmesykepleie < pleie: hjemmesykepleie').entries,
  kinds: parseKindFile('ingenior = ingeniør; avdelingsingeniør: bygg 3112; * 3119\nleder = leder; avdelingsleder: bank 1346; pleie 1343; * 1219').entries,
});
const first = (title: string, options = {}): string | undefined => linker.link(title, options)[0]?.styrk;

describe('createLinker', () => {
  it.each([
    ['Sykepleier', '2223'], ['SJUKEPLEIARAR', '2223'], ['sykepleir', '2223'], ['медсестра', '2223'],
    ['2 stillinger ledig – kokk søkes til sykehjem', '5120'], ['Tømrer/snekker', '7115'],
    ['Byggingeniør', '3112'], ['Avdelingsingeniør (bygg og anlegg)', '3112'], ['Avdelingsleder (bank)', '1346'], ['Leder (hjemmesykepleie)', '1343'],
  ])('links "%s" to %s', (title, code) => { expect(first(title)).toBe(code); });
  it('gives the official name', () => { expect(linker.link('kokk')[0]?.name).toBe('Kokker'); });
  it('is surer of a known title than of a vague one', () => {
    expect(linker.link('sykepleier')[0]?.confidence).toBeGreaterThan(linker.link('leder')[0]?.confidence ?? 0);
  });
  it.each(['', '   ', 'qwrtx zzzvb', 'Vil du jobbe hos oss?', '100 %'])('recognises nothing in "%s"', (title) => { expect(linker.link(title)).toEqual([]); });
  it('asks the text when the title is vague, and only then', () => {
    expect(first('Vil du jobbe hos oss?', { text: 'Vi søker en renholder til kontorene våre.' })).toBe('9112');
    expect(first('Leder', { text: 'Sykehjemmet har 40 plasser. Du leder sykehjem.' })).toBe('1343');
    expect(first('Kokk', { text: 'Du samarbeider med sykepleier og renholder.' })).toBe('5120');
  });
  it('puts codes within the known first digits first', () => {
    expect(first('kokk og renholder', { within: '51' })).toBe('5120');
    expect(first('kokk og renholder', { within: '91' })).toBe('9112');
  });
  it('never suggests "not stated"', () => { expect(first('ukjent')).not.toBe('0000'); });
  it('gives at most as many as asked, best first, adding up to at most 1, the same each time', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('leder', 'ingeniør (bank)', 'kokk og renholder')), fc.integer({ min: 1, max: 6 }), (title, top) => {
      const suggestions = linker.link(title, { top });
      expect(suggestions.length).toBeLessThanOrEqual(top);
      const confidences = suggestions.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
      expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(linker.link(title, { top })).toEqual(suggestions);
    }));
  });
});

describe('bestCodes', () => {
  it('gives a clear title one code', () => { expect(bestCodes(linker, 'sykepleier').map(({ styrk }) => styrk)).toEqual(['2223']); });
  it('gives nothing for what was not recognised', () => { expect(bestCodes(linker, 'qwrtx zzzvb')).toEqual([]); });
  it('gives several with weights when it is not sure', () => {
    const codes = bestCodes(linker, 'kokk/snekker');
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1);
  });
});

describe('the stored index', () => {
  it('reads back as it was written', () => {
    const { index, source } = decodeTitleIndex(encodeTitleIndex(titles, 'abc'));
    expect(source).toBe('abc');
    expect(index).toEqual(titles);
  });
  it('refuses bytes that are something else or cut short', () => {
    expect(() => decodeTitleIndex(new TextEncoder().encode('something else'))).toThrow(RangeError);
    expect(() => decodeTitleIndex(encodeTitleIndex(titles, 'abc').slice(0, -5))).toThrow(RangeError);
  });
});
