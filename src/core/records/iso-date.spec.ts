import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIsoDate, norwegianDateToIso } from './iso-date.js';

it.each([['2024-02-29', true], ['2023-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2026-04-31', false], ['2026-13-01', false], ['2026-1-1', false], ['0000-00-00', false]])('%s exists: %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected);
});

it.each([['1.6.2026', '2026-06-01'], ['01.06.2026', '2026-06-01'], ['31/12/2026', '2026-12-31'], [' 29.2.2024 ', '2024-02-29'], ['29.2.2023', null], ['1.6.26', null], ['2026-06-01', null], ['', null]])('reads %s as %s', (text, expected) => {
  expect(norwegianDateToIso(text)).toBe(expected);
});

it('reads back every date it is shown the Norwegian way', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
    const iso = date.toISOString().slice(0, 10);
    const [year, month, day] = iso.split('-');
    expect(isIsoDate(iso)).toBe(true);
    expect(norwegianDateToIso(`${day ?? ''}.${month ?? ''}.${year ?? ''}`)).toBe(iso);
  }));
});
