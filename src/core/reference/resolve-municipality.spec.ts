import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PlaceDescription, resolveMunicipality } from './resolve-municipality.js';
import type { Municipality } from './tables.js';

function municipality(number: string, county: string, more: Partial<Municipality> & { name: string }): Municipality {
  return {
    number, names: [more.name], countyNumber: number.slice(0, 2), county, latitude: 60, longitude: 10,
    regionNumber: '1', regionName: 'X', minutesToCentre: 10, formerNumbers: [], otherNames: [], ...more,
  };
}

const municipalities = new Map([
  municipality('0301', 'Oslo', { name: 'Oslo' }),
  municipality('1508', 'Møre og Romsdal', { name: 'Ålesund', formerNumbers: ['1507'] }),
  municipality('1580', 'Møre og Romsdal', { name: 'Haram', formerNumbers: ['1507'] }),
  municipality('1833', 'Nordland', { name: 'Rana', otherNames: ['Mo i Rana'] }),
  municipality('1867', 'Nordland', { name: 'Bø' }),
  municipality('3114', 'Østfold', { name: 'Våler' }),
  municipality('3419', 'Innlandet', { name: 'Våler' }),
  municipality('3201', 'Akershus', { name: 'Bærum', formerNumbers: ['3024'], otherNames: ['Sandvika'] }),
  municipality('3205', 'Akershus', { name: 'Lillestrøm', otherNames: ['Skedsmo'] }),
  municipality('3430', 'Innlandet', { name: 'Os' }),
  municipality('4020', 'Telemark', { name: 'Midt-Telemark', otherNames: ['Bø'] }),
  municipality('4624', 'Vestland', { name: 'Bjørnafjorden', otherNames: ['Os'] }),
  municipality('5610', 'Finnmark', { name: 'Karasjok', names: ['Karasjok', 'Kárášjohka'] }),
].map((entry) => [entry.number, entry]));
const tables = { municipalities, postCodes: new Map([['1725', '3114'], ['0150', '0301'], ['2436', '3419']]) };
const resolve = (place: PlaceDescription) => resolveMunicipality(place, tables);

describe('resolveMunicipality', () => {
  it.each([
    ['3201', '3201'], ['301', '0301'], ['3024', '3201'], ['BÆRUM', '3201'], ['Baerum', '3201'], ['Bærum kommune', '3201'], ['alesund', '1508'], ['Aalesund', '1508'],
    ['OS (INNLANDET)', '3430'], ['Os', '3430'], ['Os (Hordaland)', '4624'], ['BØ (NORDLAND)', '1867'], ['Bø', '1867'], ['Bø i Telemark', '4020'],
    ['Våler i Solør', '3419'], ['Våler (Østfold)', '3114'], ['Våler, Innlandet', '3419'], ['Skedsmo', '3205'], ['Mo i Rana', '1833'],
    ['Kárášjohka', '5610'], ['Karasjok - Kárášjohka', '5610'], ['Sandvika', '3201'],
  ])('reads %s as %s', (municipality, number) => {
    expect(resolve({ municipality })).toEqual({ kind: 'found', number });
  });

  it('leaves a name of two places and a divided number open', () => {
    expect(resolve({ municipality: 'Våler' })).toEqual({ kind: 'ambiguous', numbers: ['3114', '3419'] });
    expect(resolve({ municipality: '1507' })).toEqual({ kind: 'ambiguous', numbers: ['1508', '1580'] });
  });

  it('lets the county or the post code settle a name of two places', () => {
    expect(resolve({ municipality: 'Våler', county: 'Viken' })).toEqual({ kind: 'found', number: '3114' });
    expect(resolve({ municipality: 'Våler', postCode: '2436' })).toEqual({ kind: 'found', number: '3419' });
  });

  it('reads a post code alone, without its leading zero too', () => {
    expect(resolve({ postCode: '150' })).toEqual({ kind: 'found', number: '0301' });
    expect(resolve({ municipality: ' ', postCode: '1725' })).toEqual({ kind: 'found', number: '3114' });
  });

  it.each([{}, { municipality: 'Kyiv' }, { municipality: '9999' }, { postCode: '9999' }, { municipality: 'Os (Nordland)' }])('knows nothing of %j', (place) => {
    expect(resolve(place)).toEqual({ kind: 'unknown' });
  });

  it('answers any text without failing', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, postCode) => {
      expect(['found', 'ambiguous', 'unknown']).toContain(resolve({ municipality: text, postCode, county: text }).kind);
    }));
  });
});
