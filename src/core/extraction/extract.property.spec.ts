import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extract } from './extract.js';
import type { Extraction, ExtractionTables } from './extraction.js';

const tables: ExtractionTables = {
  regulatedProfessions: new Map([['nurse', { id: 'nurse', name: 'Sykepleier', aliases: ['nurse'], styrk: [], source: 'test', usualMonths: 24 }]]),
  certificates: new Map([['truck-T1', { id: 'truck-T1', name: 'Truckførerbevis T1', aliases: ['truckbevis'], courseDays: 4, includedIn: [], needsLicence: null }]]),
};

const WORDS = ['norsk', 'engelsk', 'og', 'eller', ',', '.', ':', '\n', '- ', 'gode', 'norskkunnskaper', 'B1', 'muntlig', 'må', 'ikke', 'et krav', 'en fordel', '80 %', 'førerkort',
  'klasse', 'B', 'CE', 'minst', '2', 'års', 'erfaring', 'fagbrev', 'autorisasjon som sykepleier', 'truckbevis', '<p>', '</p>', '<li>', '<', '&aring;', '&#x110000;', 'İ', '\u{1f600}', '\ud800',
  '(', ')', 'vi tilbyr', 'kurs', 'heltid', 'turnus', '<b>', '<script>', 'å', ' ', '\u00a0'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join('')),
);

function checkSpans({ plainText, evidence }: Extraction): void {
  for (const { start, end, text, confidence } of evidence) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(plainText.length);
    expect(start).toBeLessThan(end);
    expect(plainText.slice(start, end)).toBe(text);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
}

describe('whatever the ad', () => {
  it('never throws, and every span is in the text', () => {
    fc.assert(fc.property(anyText, anyText, (title, text) => { checkSpans(extract({ title, text }, tables)); }), { numRuns: 600 });
  });

  it('reads the same ad the same way twice, and leaves what a requirement needs in place', () => {
    fc.assert(fc.property(anyText, (text) => {
      const once = extract({ title: '', text }, tables);
      expect(extract({ title: '', text }, tables)).toEqual(once);
      for (const { anyOf } of [...(once.requirements.languages ?? []), ...once.wishes.languages]) {
        expect(anyOf.length).toBeGreaterThan(0);
        for (const { oral, written } of anyOf) expect(oral ?? written).toBeDefined();
      }
      for (const share of [once.percent, once.minPercent, once.maxPercent]) if (share !== undefined) expect(share >= 1 && share <= 100).toBe(true);
    }), { numRuns: 400 });
  });
});

describe('hostile text of 200 kB', () => {
  const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
  /** Processor time of one reading, ms, the better of two: unlike the clock it does not see what else the machine is doing. */
  const costMs = (piece: string, length: number): number => Math.min(...[1, 2].map(() => {
    const started = process.cpuUsage().user;
    checkSpans(extract({ title: piece, text: fill(piece, length) }, tables));
    return (process.cpuUsage().user - started) / 1000;
  }));
  /** Too short to tell how it grows. */
  const negligibleMs = 500;
  const pieces = ['<b>', '<b', '<', '<!--', '<script>', '<li>', 'a<b>', '&', '(', 'a', '1', ' ', '\n', '. ', '- x\n', 'a: ', '"', '\ud800', 'norsk ', 'norsk, ', 'norsk og ', 'norsk-',
    'er en ', 'ikke ', 'ikke en absolutt ', 'gode muntlig og skriftlig ', '80 % ', '2-3 års ', 'førerkort klasse B, ', 'fagbrev eller ', 'vi dekker kurs ', 'autorisasjon ', 'truckbevis T1 ',
    'snakker ', 'B1 ', 'erfaring '];
  it.each(pieces)('is read in linear time: %j', (piece) => {
    const long = costMs(piece, 200_000);
    // Four times the text: about 4 times the time when linear, 16 when quadratic.
    expect(long < negligibleMs ? 1 : long / costMs(piece, 50_000)).toBeLessThan(10);
  });
});
