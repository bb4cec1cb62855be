import { describe, expect, it } from '@jest/globals';
import { sharedStyrkDigits, styrkParents } from './styrk.js';

describe('styrkParents', () => {
  it.each([['7115', ['711', '71', '7']], ['71', ['7']], ['7', []], ['', []]])('climbs from %j', (code, parents) => {
    expect(styrkParents(code)).toEqual(parents);
  });
});

describe('sharedStyrkDigits', () => {
  it.each([['7115', '7119', 3], ['7115', '7115', 4], ['7115', '71', 2], ['7115', '5120', 0], ['0110', '0210', 1]])('of %s and %s is %d', (a, b, shared) => {
    expect(sharedStyrkDigits(a, b)).toBe(shared);
    expect(sharedStyrkDigits(b, a)).toBe(shared);
  });
});
