import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldNorwegian } from './fold-norwegian.js';
import { splitCompound } from './split-compound.js';
import { stemNorwegian } from './stem-norwegian.js';
import { tokenize } from './tokenize.js';

describe('tokenize', () => {
  it('keeps signs and digits that belong to a word and separates on everything else', () => {
    expect(tokenize('Utvikler (C++/C#), 3D – 80 %')).toEqual(['utvikler', 'c++', 'c#', '3d', '80']);
  });
  it('keeps Cyrillic words whole, whatever apostrophe they are written with', () => {
    expect(tokenize("М'ясник, мʼясник; м’ясник")).toEqual(['мясник', 'мясник', 'мясник']);
  });
  it('treats decomposed and composed letters alike', () => {
    expect(tokenize('sja\u030Afør')).toEqual(['sjåfør']);
  });
  it('has nothing to say about an empty text', () => {
    expect(tokenize(' – !')).toEqual([]);
  });
});

describe('foldNorwegian', () => {
  it.each([['Sjåfør', 'sjafor'], ['Sjaafoer', 'sjafor'], ['Lærer', 'laerer'], ['Lärare', 'laerare'], ['Café', 'cafe'], ['Водій', 'водіи']])(
    '%s becomes %s', (written, folded) => { expect(foldNorwegian(written)).toBe(folded); },
  );
  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldNorwegian(foldNorwegian(text))).toBe(foldNorwegian(text));
    }));
  });
});

describe('stemNorwegian', () => {
  it.each([
    ['sykepleier', 'sykepleieren', 'sykepleierne', 'sykepleiere', 'sykepleiers'],
    ['renholder', 'renholdere', 'renholderne', 'renholderen'],
    ['lærar', 'lærarane', 'læraren', 'lærer', 'lærerne'],
    ['tannlege', 'tannlegen', 'tannleger', 'tannlegenes'],
    ['elektriker', 'elektrikeren', 'elektrikere'],
  ])('brings the forms of %s together', (...forms) => {
    expect(new Set(forms.map(stemNorwegian)).size).toBe(1);
  });
  it('does not take a physician for an adjective', () => {
    expect(stemNorwegian('tannlege')).not.toBe(stemNorwegian('tann'));
  });
  it.each(['kurs', 'hus', 'glass', 'водій', 'c++', 'it'])('leaves %s as it is', (word) => {
    expect(stemNorwegian(word)).toBe(word);
  });
});

describe('splitCompound', () => {
  const words = new Set(['barnehage', 'assistent', 'helse', 'fag', 'arbeider', 'buss', 'stopp', 'sjåfør', 'barn', 'hage', 'kjøkken', 'sjef']);
  it.each([
    ['barnehageassistent', ['barnehage', 'assistent']],
    ['helsefagarbeider', ['helse', 'fag', 'arbeider']],
    ['busstopp', ['buss', 'stopp']],
    ['bussjåfør', ['buss', 'sjåfør']],
    ['kjøkkensjef', ['kjøkken', 'sjef']],
    ['barnehage', ['barnehage']],
    ['kjøkkenbenk', []],
  ])('splits %s', (word, parts) => { expect(splitCompound(word, words)).toEqual(parts); });
  it('leaves out a linking s', () => {
    expect(splitCompound('driftsleder', new Set(['drift', 'leder']))).toEqual(['drift', 'leder']);
  });
  it('gives only words of the vocabulary', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (word) => {
      for (const part of splitCompound(word, words)) expect(words.has(part)).toBe(true);
    }));
  });
});
