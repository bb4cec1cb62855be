import { describe, expect, it } from '@jest/globals';
import { extract } from './extract.js';
import type { Extraction, ExtractionTables } from './extraction.js';

const profession = (id: string, name: string, aliases: string[] = []) => ({ id, name, aliases, styrk: [], source: 'test', usualMonths: 12 });
const certificate = (id: string, name: string, aliases: string[]) => ({ id, name, aliases, courseDays: 3, includedIn: [], needsLicence: null });
const tables: ExtractionTables = {
  regulatedProfessions: new Map(['nurse|Sykepleier', 'social-educator|Vernepleier', 'electrician|Elektriker', 'security-guard|Vekter'].map((row) => {
    const [id = '', name = ''] = row.split('|');
    return [id, profession(id, name, id === 'nurse' ? ['sjukepleiar', 'nurse'] : [])];
  })),
  certificates: new Map([
    ['truck', certificate('truck', 'Truckførerbevis', ['truckbevis', 'truck', 'truckkurs'])],
    ['truck-T1', certificate('truck-T1', 'Truckførerbevis T1 (palletruck)', ['t1', 'truckførerbevis t1'])],
    ['hot-work', certificate('hot-work', 'Sertifikat for varme arbeider', ['varme arbeider', 'varmearbeid'])],
    ['machine-M2', certificate('machine-M2', 'Maskinførerbevis M2', ['m2', 'gravemaskin'])],
  ]),
};
const read = (text: string, title = ''): Extraction => extract({ title, text }, tables);

describe('driving licences', () => {
  it.each([
    ['Du må ha førerkort klasse B.', ['B'], undefined],
    ['Førerkort kl. B og C er nødvendig.', ['B', 'C'], undefined],
    ['Sertifikat kl. C/CE.', ['C'], undefined],
    ['Lappen er et must.', ['B'], undefined],
    ['Du må disponere egen bil.', ['B'], undefined],
    ["A valid driver's license is required.", ['B'], undefined],
    ['Må ha førerkort klasse B, BE er ønskelig.', ['B'], ['BE']],
    ['Førerkort for buss er en fordel.', undefined, ['D']],
    ['Førerkort klasse B (ønskelig).', undefined, ['B']],
    ['Du trenger ikke førerkort.', undefined, undefined],
    ['Du må ha bil eller bo i nærheten.', undefined, undefined],
    ['Båtførerbevis er påkrevd.', undefined, undefined],
  ])('%s', (text, required, wished) => {
    const { requirements, wishes } = read(text);
    expect(requirements.driversLicence).toEqual(required);
    expect(wishes.driversLicence).toEqual(wished);
  });
});

describe('experience', () => {
  it.each([
    ['Minst 2 års erfaring fra lager.', 2, undefined],
    ['Du har to års relevant erfaring.', 2, undefined],
    ['At least two years of experience.', 2, undefined],
    ['3-5 års erfaring som selger.', 3, undefined],
    ['Three or more years in a similar role.', 3, undefined],
    // 6 months / 12 = 0.5 years
    ['6 måneders erfaring kreves.', 0.5, undefined],
    ['Gjerne fem års erfaring.', undefined, 5],
    ['Noe erfaring fra kjøkken.', undefined, undefined],
    ['Vi har over 30 års erfaring i bransjen.', undefined, undefined],
    ['Fagbrev eller minst 5 års erfaring.', undefined, undefined],
    ['Jeg er en mann på 42 år som trenger assistent.', undefined, undefined],
  ])('%s', (text, required, wished) => {
    const { requirements, wishes } = read(text);
    expect(requirements.experienceYears).toBe(required);
    expect(wishes.experienceYears).toBe(wished);
  });
});

describe('position percentage', () => {
  it.each([
    ['Fast stilling, 80 %.', { percent: 80 }],
    ['Vi søker vikar i 60 prosent stilling.', { percent: 60 }],
    ['Stillinger på 50–80 %.', { minPercent: 50, maxPercent: 80 }],
    ['Stillingen er inntil 90 %.', { maxPercent: 90 }],
    // 100, 75 and 50: the range they span
    ['Stillinger: 1 stk 100 % fast, 1 stk 75 % fast og 1 stk 50 % vikariat.', { minPercent: 50, maxPercent: 100 }],
    ['Heltid.', { percent: 100 }],
    ['Heltid eller deltid.', {}],
    ['Fra halv til full stilling.', { minPercent: 50, maxPercent: 100 }],
    ['80 % stilling, med mulighet for utvidelse til 100 %.', { percent: 80 }],
    ['Vi har 15 % rabatt, 2 % pensjonstrekk og er 60 % kvinner.', {}],
  ])('%s', (text, expected) => {
    const { percent, minPercent, maxPercent } = read(text);
    expect({ percent, minPercent, maxPercent }).toEqual({ percent: undefined, minPercent: undefined, maxPercent: undefined, ...expected });
  });
});

describe('education', () => {
  it.each([
    ['Fagbrev som tømrer.', { minLevel: 4, fields: ['57'] }],
    ['Fagskole, bachelor eller høyere.', { minLevel: 5 }],
    ['Høyere utdanning på masternivå.', { minLevel: 7 }],
    ['Sykepleierutdanning.', { minLevel: 6, fields: ['611'] }],
    ['Bachelor i økonomi eller tilsvarende erfaring.', { minLevel: 6, fields: ['41'], strict: false }],
    ['Fullført grunnskole.', { minLevel: 2 }],
    ['Lærerutdanning kreves etter opplæringsloven.', { minLevel: 6, fields: ['2'], strict: true }],
    ['Du kan ta fagbrev hos oss.', undefined],
    ['Fagbrev er ikke viktig.', undefined],
    ['Vi er glade i folk, university or not.', undefined],
  ])('%s', (text, expected) => { expect(read(text).requirements.education).toEqual(expected); });

  it('keeps a wish apart', () => {
    expect(read('Bachelorgrad kreves. Mastergrad er ønskelig.')).toMatchObject({ requirements: { education: { minLevel: 6 } }, wishes: { education: { minLevel: 7 } } });
  });
});

describe('authorisation', () => {
  it.each([
    ['Norsk autorisasjon som sykepleier.', '', 'nurse'],
    ['Du er autorisert vernepleiar.', '', 'social-educator'],
    ['Du må ha HPR-nummer.', 'Sykepleier', 'nurse'],
    ['Du må være godkjent av DSB som elektriker.', '', 'electrician'],
    ['Du jobber sammen med en godkjent elektriker.', '', undefined],
    ['For deg som venter på autorisasjon som sykepleier.', '', undefined],
    ['Stillingen krever ikke autorisasjon som elektriker.', '', undefined],
    ['Sikkerhetsklarering og autorisasjon for hemmelig.', 'Vekter', undefined],
    ['Godkjent vekterkurs.', '', undefined],
  ])('%s (%s)', (text, title, expected) => { expect(read(text, title).requirements.authorisation).toBe(expected); });
});

describe('certificates', () => {
  it.each([
    ['Truckførerbevis T1 er et krav.', ['truck-T1'], undefined],
    ['Varmearbeidssertifikat må du ha.', ['hot-work'], undefined],
    ['Truckbevis er en fordel.', undefined, ['truck']],
    ['Du kjører truck og graver med gravemaskin på 80 m2.', undefined, undefined],
    ['Vi dekker truckkurs.', undefined, undefined],
    ['Sertifikat for varme arbeider er obligatorisk, men blir gitt av oss.', undefined, undefined],
  ])('%s', (text, required, wished) => {
    const { requirements, wishes } = read(text);
    expect(requirements.certificates).toEqual(required);
    expect(wishes.certificates).toEqual(wished);
  });
});

describe('hours, employment, place', () => {
  it.each([
    ['Turnus med kveld, natt og hver tredje helg.', ['shift', 'evening', 'night', 'weekend']],
    ['Dagtid, ingen helger.', ['day']],
  ])('%s', (text, expected) => { expect(read(text).workingHours).toEqual(expected); });

  it.each([
    ['Fast stilling.', '', 'permanent'],
    ['Vikariat med mulighet for fast ansettelse.', '', 'temporary'],
    ['Vi følger opp lærlinger. Fast stilling.', '', 'permanent'],
    ['Vi trenger folk.', 'Lærling i tømrerfaget', 'apprenticeship'],
  ])('%s (%s)', (text, title, expected) => { expect(read(text, title).employment).toBe(expected); });

  it('is remote only when the work itself is', () => {
    expect(read('You may work from anywhere.').remote).toBe(true);
    expect(read('Mulighet for hjemmekontor to dager i uka.').remote).toBeUndefined();
  });
});

describe('offers', () => {
  it.each([
    ['Du får mentor og fadder.', { mentor: true, buddy: true }],
    ['Vi gir norskopplæring i arbeidstiden.', { languageTrainingAtWork: true }],
    ['Vi tar gjerne imot folk på arbeidstrening.', { workTraining: true }],
    ['Vi kan dessverre ikke ta imot folk på arbeidstrening.', { workTraining: false }],
    ['Vi dekker truckkurs.', { shortCourse: true }],
    ['Du skal være mentor for lærlingene.', undefined],
  ])('%s', (text, expected) => { expect(read(text).offers).toEqual(expected); });
});

describe('the ad as a whole', () => {
  it('hints at English when an English ad names no language', () => {
    expect(read('You will write code for the ferries of the future. We are looking for you.').workingLanguageHint).toBe('en');
    expect(read('You will write code. You are fluent in English and we are looking for you.').workingLanguageHint).toBeUndefined();
  });
  it('puts the title first in the plain text and finds evidence in it', () => {
    const { plainText, evidence } = read('Vi trenger deg.', 'Sykepleier 75 %');
    expect(plainText).toBe('Sykepleier 75 %\n\nVi trenger deg.');
    expect(evidence).toEqual([{ path: 'percent', text: '75 %', start: 11, end: 15, confidence: 0.9 }]);
  });
  it('has nothing to say of nothing', () => {
    expect(read('')).toEqual({ plainText: '', requirements: {}, wishes: { languages: [] }, evidence: [] });
  });
});
