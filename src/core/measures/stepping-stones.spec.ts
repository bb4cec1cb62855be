import { expect, it } from '@jest/globals';
import { steppingStones } from './stepping-stones.js';

// Rows: nurse 2223, assistant 5321, doctor 2211, waiter 5131.
const similarity = {
  codes: ['2211', '2223', '5131', '5321'],
  percent: Uint8Array.from([
    100, 60, 5, 40,
    50, 100, 5, 70,
    5, 5, 100, 10,
    10, 30, 10, 100,
  ]),
};
const tables = { similarity, regulated: new Set(['2211', '2223']) };

it('finds the work outside regulated professions that uses most of the competence', () =>
  expect(steppingStones(['2223'], tables, { leastPercent: 40, most: 3 })).toEqual([{ styrk: '5321', percent: 70 }]));
it('takes the best of several backgrounds', () =>
  expect(steppingStones(['2211', '2223'], tables, { leastPercent: 1, most: 3 })).toEqual([{ styrk: '5321', percent: 70 }, { styrk: '5131', percent: 5 }]));
it('does not name the work the person already does', () =>
  expect(steppingStones(['5131'], tables, { leastPercent: 10, most: 3 })).toEqual([{ styrk: '5321', percent: 10 }]));
it('keeps to the limits given', () => {
  expect(steppingStones(['2223'], tables, { leastPercent: 71, most: 3 })).toEqual([]);
  expect(steppingStones(['2223'], tables, { leastPercent: 1, most: 1 })).toHaveLength(1);
});
it('passes over codes it does not know', () => expect(steppingStones(['22', '9999'], tables, { leastPercent: 1, most: 3 })).toEqual([]));
