import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOrgNumber } from './org-number.js';

// 974760673: 3*9+2*7+7*4+6*7+5*6+4*0+3*6+2*7 = 27+14+28+42+30+0+18+14 = 173; 173 mod 11 = 8; 11-8 = 3
it('accepts a number whose control digit holds', () => { expect(isOrgNumber('974760673')).toBe(true); });

it.each(['974760674', '97476067', '9747606733', '974 760 673', '97476067x', ''])('refuses %s', (text) => { expect(isOrgNumber(text)).toBe(false); });

it('accepts at most one last digit for any eight', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (eight) => {
    const start = String(eight).padStart(8, '0');
    expect(Array.from({ length: 10 }, (_, last) => String(last)).filter((last) => isOrgNumber(start + last)).length).toBeLessThanOrEqual(1);
  }));
});
