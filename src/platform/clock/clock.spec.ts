import { expect, it } from '@jest/globals';
import { osloDateOf } from './clock.js';

// Norway is one hour ahead of UTC in winter, two in summer; the change is at 01:00 UTC on 29 March and 25 October 2026.
it.each([
  ['2026-01-31T22:59:59Z', '2026-01-31'],
  ['2026-01-31T23:00:00Z', '2026-02-01'],
  ['2026-03-28T22:59:59Z', '2026-03-28'],
  ['2026-03-29T21:59:59Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2026-10-24T22:00:00Z', '2026-10-25'],
  ['2026-10-25T22:59:59Z', '2026-10-25'],
  ['2026-10-25T23:00:00Z', '2026-10-26'],
])('%s is %s in Norway', (instant, date) => { expect(osloDateOf(new Date(instant))).toBe(date); });
