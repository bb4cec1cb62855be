import { expect, it } from '@jest/globals';
import { expandLicences } from './licences.js';

it.each([
  ['CE', ['AM', 'B', 'BE', 'C', 'C1', 'C1E', 'CE', 'T']],
  ['C', ['AM', 'B', 'C', 'C1', 'T']],
  ['D', ['AM', 'B', 'D', 'D1']],
  ['BE', ['AM', 'B', 'BE']],
  ['A', ['A', 'A1', 'A2', 'AM']],
  ['S', ['S']],
])('%s gives the right to drive %j', (held, expected) => {
  expect([...expandLicences([held])].sort()).toEqual(expected);
});

it('never gives a class above the one held', () => {
  expect(expandLicences(['C1']).has('C')).toBe(false);
  expect(expandLicences(['B']).has('BE')).toBe(false);
});
