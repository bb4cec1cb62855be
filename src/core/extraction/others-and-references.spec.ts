import { describe, expect, it } from '@jest/globals';
import { extract } from './extract.js';
import type { Extraction, ExtractionTables } from './extraction.js';
import { isHeldByOthers } from './held-by-others.js';

const profession = (id: string, name: string, ...aliases: string[]): [string, { id: string; name: string; aliases: string[]; styrk: string[]; source: string; usualMonths: number }] =>
  [id, { id, name, aliases, styrk: [], source: 'test', usualMonths: 6 }];
const tables: ExtractionTables = {
  regulatedProfessions: new Map([profession('nurse', 'Sykepleier'), profession('health-care-worker', 'Helsefagarbeider'), profession('lawyer', 'Advokat'),
    profession('auditor', 'Revisor', 'state authorised public accountant')]),
  certificates: new Map(),
};
const read = (text: string): Extraction => extract({ title: '', text }, tables);
const languages = (text: string): string[] => (read(text).requirements.languages ?? [])
  .map(({ anyOf }) => anyOf.map(({ language, oral, written }) => `${language} ${oral ?? '-'}/${written ?? '-'}`).join(' | '));

describe('what somebody else holds', () => {
  it.each([
    'Du jobber sammen med autoriserte helsefagarbeidere og sykepleiere.',
    'Avdelingen ledes av sykepleier med autorisasjon.',
    'Vi tar imot helsefagarbeidere fra andre land mens autorisasjonen behandles.',
    'En autorisert sykepleier har ansvaret for medisinene.',
    "We ask for a Master's degree in Economics, or state authorised public accountant.",
  ])('asks for no authorisation: %s', (text) => { expect(read(text).requirements.authorisation).toBeUndefined(); });

  it.each([
    ['Du må ha autorisasjon som sykepleier og jobber sammen med helsefagarbeidere.', 'nurse'],
    ['Vår nye kollega er autorisert sykepleier.', 'nurse'],
    ['Vi søker en advokat med norsk bevilling.', 'lawyer'],
  ])('still asks for it of the applicant: %s', (text, id) => { expect(read(text).requirements.authorisation).toBe(id); });

  it.each(['Koblinger gjøres av montør med fagbrev.', 'Flere av våre ansatte har tatt fagbrev.', 'Arbeidet ledes av en ingeniør med bachelorgrad.'])(
    'asks for no education: %s', (text) => { expect(read(text).requirements.education).toBeUndefined(); });

  it('asks for no licence that the firm\'s drivers have', () => {
    expect(read('Vi har mange sjåfører med førerkort C og CE.').requirements.driversLicence).toBeUndefined();
    expect(read('Du må ha førerkort C og CE.').requirements.driversLicence).toEqual(['C', 'CE']);
  });

  it('is decided by who stands before the thing', () => {
    const text = 'kollegene har fagbrev';
    expect(isHeldByOthers(text, 15, text.length)).toBe(true);
    const applicant = 'kollegene er hyggelige og du har fagbrev';
    expect(isHeldByOthers(applicant, 33, applicant.length)).toBe(false);
  });
});

describe('what later words say of languages named before', () => {
  it.each([
    ['Du snakker litt norsk eller engelsk muntlig.', ['no A2/- | en A2/-']],
    ['Gode norskkunnskaper og engelsk muntlig.', ['no B2/B2', 'en B2/-']],
    ['Du snakker litt norsk eller engelsk. Skriftlig er det ingen krav.', ['no A2/- | en A2/-']],
    ['Du må kunne snakke norsk. Muntlig er nok.', ['no B1/-']],
    ['Du skriver norsk og engelsk, og må være god i begge språk.', ['no B2/B2', 'en B2/B2']],
    ['Du har god fremstillingsevne i begge språk, norsk og engelsk.', ['no B2/B2', 'en B2/B2']],
    ['Det er viktig at du snakker godt norsk, mens du bare trenger å skrive enkel norsk.', ['no B2/A2']],
    ['Du må kunne snakke norsk.', ['no B1/B1']],
    ['Litt ukrainsk på nivå C1 muntlig og norsk på nivå A2 muntlig.', ['uk C1/-', 'no A2/-']],
  ])('%s', (text, expected) => { expect(languages(text)).toEqual(expected); });
});

describe('languages named for other reasons', () => {
  it.each([
    'Vi har også kunder som skriver på engelsk, russisk og polsk.',
    'Folk som ikke kunne et ord norsk da de kom, er blitt formenn her.',
    'Flere av oss har selv startet med null norsk.',
    'Kontoret har en avdeling for tyskspråklige klienter.',
    'Noen gjester vil bli kjørt av engelskspråklige sjåfører.',
    'Du har bachelorgrad i nordisk.',
  ])('are no demand: %s', (text) => { expect(languages(text)).toEqual([]); });

  it('are a demand behind a verb of speaking, whatever follows', () => {
    expect(languages('Du må kunne kommunisere på engelsk over radio.')).toEqual(['en B1/B1']);
  });

  it('are a demand in a list whose first carries the level', () => {
    expect(languages('Det held med grunnleggjande norsk eller engelsk. Fagorda lærer du hos oss.')).toEqual(['no A2/A2 | en A2/A2']);
  });
});

describe('wishes and waivers', () => {
  it('holds "er en fordel når" of what stands before it', () => {
    const text = 'Norsk eller engelsk er likevel en fordel når du skal snakke med gjestene.';
    expect(languages(text)).toEqual([]);
    expect(read(text).wishes.languages).toEqual([{ anyOf: [{ language: 'no', oral: 'B1', written: 'B1' }, { language: 'en', oral: 'B1', written: 'B1' }] }]);
  });

  it.each(['Norwegian is an advantage, not a must.', 'Norsk er en fordel, men ingen betingelse.'])('knows that it is not required: %s', (text) => {
    expect(read(text).noLanguageDemand).toBe(true);
    expect(languages(text)).toEqual([]);
  });

  it('takes a bullet that begins with a language under a heading of wishes', () => {
    expect(read('Desirable\n- French, since one of our yards is in Brest').wishes.languages).toEqual([{ anyOf: [{ language: 'fr', oral: 'B1', written: 'B1' }] }]);
  });
});

describe('levels beside licences, subjects beside years, schools as education', () => {
  it('reads no licence from a language level', () => {
    expect(read('Du må ha førerkort klasse B. Norsk på nivå C1 er et krav.').requirements.driversLicence).toEqual(['B']);
    expect(read('Sertifikat for bil er nødvendig.').requirements.driversLicence).toEqual(['B']);
  });

  it('opens a further task with a licence without asking for it', () => {
    expect(read('Har du førerkort? Da kan du også kjøre mobil patrulje.').requirements.driversLicence).toBeUndefined();
  });

  it('counts years behind a list of subjects', () => {
    const { requirements } = read('Du har bachelor innen økonomi, regnskap eller jus og minst to års erfaring fra regnskapsbyrå.');
    expect(requirements.experienceYears).toBe(2);
    expect(requirements.education?.minLevel).toBe(6);
  });

  it.each([['Du har utdanning fra fagskole eller høyere.', 5], ['Godkjent utdanning som barnehagelærer.', 6]])('%s', (text, level) => {
    expect(read(text).requirements.education?.minLevel).toBe(level);
  });
});
