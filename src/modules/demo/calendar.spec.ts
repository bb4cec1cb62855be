import { expect, it } from '@jest/globals';
import { addDays, mondayFrom } from './calendar.js';

it.each([['2026-11-22', 9, '2026-12-01'], ['2026-03-28', 2, '2026-03-30'], ['2024-03-01', -1, '2024-02-29']])('counts from %s by %i days to %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
});

// 22 November 2026 is a Sunday.
it.each([['2026-11-22', '2026-11-23'], ['2026-11-23', '2026-11-23'], ['2026-11-24', '2026-11-30']])('the Monday from %s is %s', (from, monday) => {
  expect(mondayFrom(from)).toBe(monday);
});
