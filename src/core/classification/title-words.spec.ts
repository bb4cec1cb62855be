import { describe, expect, it } from '@jest/globals';
import { stemWord, titleKey, titleWords } from './title-words.js';

describe('titleWords', () => {
  it.each([
    ['Adjunkt (videregående skole)', [['adjunkt']], [['videregaende', 'skole']]],
    ['Leder for sykehjem', [['leder']], [['sykehjem']]],
    ['Tømrer/snekker', [['tomrer'], ['snekker']], []],
    ['Kokk 80 % fast stilling', [['kokk']], []],
    ['Lærling (tømrer)', [['tomrer']], []],
    ['Vi søker renholder til hotell', [['renholder']], [['hotell']]],
    ['Vil du jobbe hos oss?', [], []],
    ['', [], []],
  ])('takes "%s" apart', (title, main, qualifiers) => {
    expect(titleWords(title)).toEqual({ main, qualifiers });
  });
  it('takes no longer for a hostile title than for a long one', () => {
    expect(titleWords('('.repeat(100_000)).main).toEqual([]);
  });
});

describe('titleKey', () => {
  it.each([['helse fagarbeider', 'helsefagarbeidere'], ['IT-konsulent', 'it konsulent'], ['Sjukepleiar', 'sjukepleiarar'], ['Annen lærer', 'andre lærere']])(
    'is the same for "%s" and "%s"', (one, other) => {
      const key = (title: string): string => titleKey(titleWords(title).main.flat());
      expect(key(one)).toBe(key(other));
    },
  );
});

describe('stemWord', () => {
  it('brings Cyrillic case forms together', () => {
    expect(new Set(['медсестра', 'медсестри', 'медсестрою', 'медсестру'].map(stemWord).map((stem) => stem.slice(0, 8))).size).toBe(1);
  });
  it('keeps the work apart from the worker', () => {
    expect(stemWord('anleggsarbeid')).not.toBe(stemWord('anleggsarbeider'));
  });
});
