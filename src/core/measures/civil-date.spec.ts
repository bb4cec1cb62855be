import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, dayAfter, dayBefore, lastDay, later, yearOf } from './civil-date.js';

const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('months and days without clocks', () => {
  it.each([
    ['2026-07-01', 6, '2027-01-01'],
    ['2026-11-30', 3, '2027-02-28'], // February has no 30th
    ['2027-11-30', 3, '2028-02-29'], // 2028 is a leap year
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
  ])('%s and %d months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  // 2026-07-01 + 6 months = 2027-01-01, less a day = 2026-12-31
  it.each([
    ['2026-07-01', 6, '2026-12-31'],
    ['2026-08-31', 6, '2027-02-27'], // clamped to 28 February, less a day
    ['2026-11-22', 12, '2027-11-21'],
  ])('a period from %s of %d months has %s as its last day', (start, months, expected) => expect(lastDay(start, months)).toBe(expected));

  it.each([['2026-03-01', '2026-02-28'], ['2028-03-01', '2028-02-29'], ['2027-01-01', '2026-12-31'], ['1900-03-01', '1900-02-28']])(
    'the day before %s is %s', (date, before) => {
      expect(dayBefore(date)).toBe(before);
      expect(dayAfter(before)).toBe(date);
    });

  it('agrees with the calendar of the platform on the next day', () => {
    fc.assert(fc.property(anyDate, (date) => {
      const next = new Date(`${date}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(dayAfter(date)).toBe(next.toISOString().slice(0, 10));
      expect(dayBefore(dayAfter(date))).toBe(date);
    }));
  });

  it('never moves past the month asked for, and more months never end earlier', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (date, months) => {
      const [year, month] = [yearOf(date), Number(date.slice(5, 7))];
      const moved = addMonths(date, months);
      expect(yearOf(moved) * 12 + Number(moved.slice(5, 7))).toBe(year * 12 + month + months);
      expect(addMonths(date, months + 1) > moved).toBe(true);
    }));
  });

  it.each(['2026-1-01', 'i dag', ''])('refuses "%s"', (text) => {
    expect(() => addMonths(text, 1)).toThrow(RangeError);
    expect(() => dayBefore(text)).toThrow(RangeError);
  });
  it('refuses parts of a month', () => expect(() => addMonths('2026-01-01', 0.5)).toThrow(RangeError));
  it('takes the later date', () => {
    expect(later('2026-01-02', '2026-01-01')).toBe('2026-01-02');
    expect(later('2026-01-01', '2026-01-02')).toBe('2026-01-02');
  });
});
