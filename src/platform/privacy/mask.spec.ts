import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskIdentityNumbers } from './mask.js';

it.each([
  ['født 01019012345', 'født ***********'],
  ['01019012345 og 01019012346', '*********** og ***********'],
  ['010190 12345', '***********'],
  ['010190-12345', '***********'],
  ['{"nr":"01019012345"}', '{"nr":"***********"}'],
])('masks %s', (text, masked) => { expect(maskIdentityNumbers(text)).toBe(masked); });

it.each(['0101901234', '010190123456', '2026-11-22T03:04:59.848Z', '987654321', '+47 22 00 00 00'])('leaves %s alone', (text) => {
  expect(maskIdentityNumbers(text)).toBe(text);
});

it('lets no eleven digits that stand alone through, whatever is around them', () => {
  const digits = fc.stringMatching(/^\d{11}$/);
  const around = fc.string().map((text) => text.replace(/\d/g, 'x'));
  fc.assert(fc.property(around, digits, around, (before, number, after) => {
    expect(maskIdentityNumbers(`${before}${number}${after}`)).not.toContain(number);
  }));
});
