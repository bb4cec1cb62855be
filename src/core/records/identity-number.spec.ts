import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasDufControlDigits, hasIdentityControlDigits, holdsDufNumber, holdsIdentityNumber, isIdentityNumberValue, startsWithBirthDate } from './identity-number.js';

// Worked by hand for 010190 100 (an invented number):
// first: 3*0+7*1+6*0+1*1+8*9+9*0+4*1+5*0+2*0 = 7+1+72+4 = 84; 84 mod 11 = 7, so the first control digit is 11-7 = 4
// second: 5*0+4*1+3*0+2*1+7*9+6*0+5*1+4*0+3*0+2*4 = 4+2+63+5+8 = 82; 82 mod 11 = 5, so the second is 11-5 = 6
const VALID = '01019010046';

it('knows the control digits worked by hand', () => {
  expect(hasIdentityControlDigits(VALID)).toBe(true);
  expect(hasIdentityControlDigits('01019010047')).toBe(false);
  expect(hasIdentityControlDigits('0101901004')).toBe(false);
});

it.each([
  ['010190', true], ['410190', true], ['014190', true], ['018190', true], ['016690', true],
  ['320190', false], ['001290', false], ['011390', false], ['310490', false], ['300290', false],
])('reads %s as the start of an identity number: %s', (digits, expected) => { expect(startsWithBirthDate(`${digits}12345`)).toBe(expected); });

it.each([
  VALID, '010190 10046', '010190-10046', `Fnr: ${VALID}.`, `x${VALID}y`, '01.01.90 10046', '010190 100 46',
  '01019012345', 'født 010190 12345', '41019012345', '٠١٠١٩٠١٠٠٤٦', '０１０１９０１００４６', '010190\u00a010046',
])('finds the number in %s', (text) => { expect(holdsIdentityNumber(text)).toBe(true); });

it.each([
  '', '+47 912 34 567', '004791234567', '123456789012', '99999999999', 'A-2026-000123', '974760673', 'frist 01.12.26. 10000 innbyggere',
  '8601 11 17947 mer enn 1', 'lønn 550000-610000 kr', '2026-11-22T10:15:30', '1'.repeat(40),
])('leaves %s alone', (text) => { expect(holdsIdentityNumber(text)).toBe(false); });

it('tries the leading zero that a spreadsheet drops', () => {
  expect(isIdentityNumberValue(1_019_010_046)).toBe(true);
  expect(holdsIdentityNumber('1019010046')).toBe(true);
  expect(holdsIdentityNumber('1019010047')).toBe(false);
  expect(isIdentityNumberValue(31_129_912_345)).toBe(true);
  expect(isIdentityNumberValue(912_345_678)).toBe(false);
  expect(isIdentityNumberValue(Number.NaN)).toBe(false);
});

// 4*2+6*0+3*1+2*9+4*1+6*2+3*3+2*4+7*5+5*6 = 8+0+3+18+4+12+9+8+35+30 = 127; 127 mod 11 = 6
it('knows a DUF number by its control number', () => {
  expect(hasDufControlDigits('201912345606')).toBe(true);
  expect(hasDufControlDigits('201912345607')).toBe(false);
  expect(holdsDufNumber('DUF 2019 123456 06')).toBe(true);
  expect(holdsDufNumber('1201912345606')).toBe(false);
});

it('finds every number with valid control digits wherever it stands', () => {
  const nine = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999 }));
  const two = (value: number): string => String(value).padStart(2, '0');
  fc.assert(fc.property(nine, fc.constantFrom('', ' ', '-'), fc.constantFrom('', 'nr ', 'æ'), ([day, month, year, serial], gap, before) => {
    const start = `${two(day)}${two(month)}${two(year)}${String(serial).padStart(3, '0')}`;
    for (let control = 0; control < 100; control += 1) {
      const digits = `${start}${two(control)}`;
      if (hasIdentityControlDigits(digits)) expect(holdsIdentityNumber(`${before}${digits.slice(0, 6)}${gap}${digits.slice(6)} etter`)).toBe(true);
    }
  }), { numRuns: 200 });
});

it('finds an identity number written with every digit by itself, by its control digits', () => {
  expect(holdsIdentityNumber('nr 1 3 0 9 7 2 4 8 0 2 2')).toBe(holdsIdentityNumber('13097248022'));
  expect(holdsIdentityNumber('1 3 0 9 7 2 4 8 0 2 3')).toBe(false);
});
