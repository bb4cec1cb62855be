import { describe, expect, it } from '@jest/globals';
import { extract } from './extract.js';
import type { ExtractionTables } from './extraction.js';

const profession = (id: string, name: string, aliases: string[]) => ({ id, name, aliases, styrk: [], source: 'test', usualMonths: 12 });
const certificate = (id: string, name: string, aliases: string[]) => ({ id, name, aliases, courseDays: 3, includedIn: [], needsLicence: null });
const tables: ExtractionTables = {
  regulatedProfessions: new Map([
    ['nurse', profession('nurse', 'sykepleier', ['sjukepleiar', 'nurse'])],
    ['healthcare-worker', profession('healthcare-worker', 'helsefagarbeider', ['helsefagarbeidar', 'hjelpepleier'])],
  ]),
  certificates: new Map([
    ['truck-T1', certificate('truck-T1', 'truckførerbevis T1', ['truckførerbevis', 'truckbevis', 'truckkort'])],
    ['ysk', certificate('ysk', 'yrkessjåførkompetanse', ['ysk'])],
  ]),
};
const read = (text: string, title = '') => extract({ title, text }, tables);
const no = (level: string) => ({ anyOf: [{ language: 'no', oral: level, written: level }] });
const en = (level: string) => ({ anyOf: [{ language: 'en', oral: level, written: level }] });

// Each row is a line of the agreed reading of language demands.
describe('language demands', () => {
  it.each([
    ['Norskkunnskaper på nivå B2.', [no('B2')]],
    ['Du må ha norsk A2–B1.', [no('A2')]],
    ['Norsk B1 muntlig er nødvendig.', [{ anyOf: [{ language: 'no', oral: 'B1' }] }]],
    ['Du må kunne litt norsk.', [no('A2')]],
    ['Basic Norwegian is required.', [no('A2')]],
    ['Du kan gjøre deg forstått på norsk.', [no('B1')]],
    ['Vi søker en norsktalende renholder.', [no('B1')]],
    ['Gode norskkunnskaper.', [no('B2')]],
    ['God muntlig og skriftlig fremstillingsevne på norsk.', [no('B2')]],
    ['Svært gode norskkunnskaper.', [no('C1')]],
    ['Fluent Norwegian.', [no('C1')]],
    ['Et skandinavisk språk er et krav.', [{ anyOf: ['no', 'sv', 'da'].map((language) => ({ language, oral: 'B1', written: 'B1' })) }]],
    ['Du snakker norsk eller engelsk.', [{ anyOf: ['no', 'en'].map((language) => ({ language, oral: 'B1', written: 'B1' })) }]],
    ['Gode norsk- og engelskkunnskaper.', [no('B2'), en('B2')]],
    ['Behersker norsk og engelsk godt.', [no('B2'), en('B2')]],
    ['Arbeidsspråk er norsk.', [no('B1')]],
    ['Du har god skriftlig fremstillingsevne og er nøyaktig i det du gjør.', [{ anyOf: [{ language: 'no', written: 'B2' }] }]],
    ['Bestått norskprøve B2 er et krav.', [{ ...no('B2'), strict: true }]],
    ['Av sikkerhetsmessige årsaker må du kunne norsk.', [{ ...no('B1'), strict: true }]],
    ['Norsk B1 er et absolutt krav.', [no('B1')]],
  ])('reads %s', (text, languages) => {
    expect(read(text).requirements.languages).toEqual(languages);
  });

  it.each([
    'Kundene våre snakker polsk og engelsk.', 'Norsk Gjenvinning søker folk til anlegget.', 'Vi tilbyr norskkurs til alle ansatte.',
    'Du blir kjent med norsk lov og norske standarder.', 'Vi har engelsk hage og fransk kjøkken.', 'Søknad og CV kan skrives på norsk eller engelsk.',
    'Du har gode muntlige og skriftlige kommunikasjonsevner.', 'Norsk førerkort klasse B.', 'Norsk er en fordel.', 'Du trenger ikke kunne norsk.',
  ])('asks for no language in: %s', (text) => {
    expect(read(text).requirements.languages).toBeUndefined();
  });

  it('tells a wish from a demand, and what is not needed from what is not said', () => {
    expect(read('Flytende norsk, gjerne også engelsk.')).toMatchObject({ requirements: { languages: [no('C1')] }, wishes: { languages: [en('B1')] } });
    expect(read('Norsk er en fordel, men ikke et krav.')).toMatchObject({ noLanguageDemand: true, wishes: { languages: [no('B1')] } });
    expect(read('Vi vasker trapper.').noLanguageDemand).toBeUndefined();
  });
});
