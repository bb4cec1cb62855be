import { describe, expect, it } from '@jest/globals';
import { readDate, readInstant } from './nav-time.js';

describe('readInstant', () => {
  it.each([
    ['2026-11-22T10:00:00.123456+01:00[Europe/Oslo]', '2026-11-22T09:00:00.123Z'],
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
    // Without an offset it is Norwegian time: one hour ahead in winter, two in summer.
    ['2026-01-15T00:00:00', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15T00:00', '2026-07-14T22:00:00.000Z'],
  ])('reads %s', (written, instant) => {
    expect(readInstant(written)?.toISOString()).toBe(instant);
  });

  it.each([undefined, '', 'i går', '2026-13-01T00:00:00Z', '22.11.2026'])('reads nothing from %s', (written) => {
    expect(readInstant(written)).toBeNull();
  });
});

describe('readDate', () => {
  it.each([
    ['2026-12-01T00:00:00', '2026-12-01'],
    // Midnight in Norway, which is the day before in UTC.
    ['2026-11-30T23:00:00Z', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['01.12.2026', '2026-12-01'],
    ['Søknadsfrist 1.12.2026', '2026-12-01'],
    ['1. desember 2026', '2026-12-01'],
  ])('reads %s', (written, date) => {
    expect(readDate(written)).toBe(date);
  });

  it.each(['Snarest', '', undefined, '31.02.2026', 'mellom 1.12.2026 og 5.12.2026', '1.12.26'])('reads nothing from %s', (written) => {
    expect(readDate(written)).toBeNull();
  });
});
