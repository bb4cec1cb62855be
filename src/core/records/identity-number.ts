/** Weights of the two control digits of a Norwegian identity number (Skatteetaten). */
const FIRST_CONTROL = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_CONTROL = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Weights of the control number (two digits, 00–10) that ends a twelve-digit DUF number (UDI). */
const DUF_CONTROL = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

/** Eleven digits, whole or with one space or hyphen after the date, standing apart from other digits. */
const USUAL_FORM = /(?<!\d)(\d{6})[ \u00a0\-\u2013]?(\d{5})(?!\d)/g;

/**
 * Looser forms: a date with separators, a longer gap. Advertisements are full of dates followed by figures
 * ("frist 01.12.26. 10000 innbyggere"), so here only the control digits convict.
 */
const LOOSE_FORM = /(?<!\d)(\d{2})[.\-/ ]?(\d{2})[.\-/ ]?(\d{2})[\s.\-\u2013\u2014/]{0,3}(\d{3})[ ]?(\d{2})(?!\d)/g;

/** Every digit by itself ("1 3 0 9 …"); here too only the control digits convict. */
const SPACED_FORM = /(?<!\d)\d(?:[ .\-–]\d){10}(?!\d)/g;

/** Twelve digits that may be a DUF number: a year, a serial number and two control digits. */
const DUF_CANDIDATE = /(?<!\d)(?:19[89]|20\d)\d[ -]?\d{6}[ -]?\d{2}(?!\d)/g;

/** Cheap first look: without eleven digits close together there is nothing to find. */
const WORTH_A_LOOK = /\d(?:[\s.\-–—/]{0,3}\d){9}/;

const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

function weightedSumIsDivisible(digits: string, weights: readonly number[]): boolean {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight * Number(digits[index]);
  return sum % 11 === 0;
}

/** True when both control digits of `digits` (exactly eleven ASCII digits) hold. */
export function hasIdentityControlDigits(digits: string): boolean {
  return digits.length === 11 && weightedSumIsDivisible(digits, FIRST_CONTROL) && weightedSumIsDivisible(digits, SECOND_CONTROL);
}

/**
 * True when the first six digits can be a birth date as identity numbers write it: day + 40 in a D-number,
 * month + 40 in a hjelpenummer, month + 80 or + 65 in the synthetic numbers used for tests.
 */
export function startsWithBirthDate(digits: string): boolean {
  const rawDay = Number(digits.slice(0, 2));
  const rawMonth = Number(digits.slice(2, 4));
  const day = rawDay > 40 ? rawDay - 40 : rawDay;
  const month = [0, 40, 65, 80].map((added) => rawMonth - added).find((value) => value >= 1 && value <= 12);
  if (month === undefined || day < 1) return false;
  const longest = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= longest;
}

/** True when `digits` (exactly twelve) carry the control number of a DUF number. */
export function hasDufControlDigits(digits: string): boolean {
  if (digits.length !== 12) return false;
  const sum = DUF_CONTROL.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === Number(digits.slice(10));
}

/** Arabic-Indic, full-width and other decimal digits as ASCII, so that no script hides a number. */
function withAsciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    // Every run of decimal digits in Unicode is ten long and starts at its zero.
    let zero = digit.codePointAt(0) ?? 0;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero -= 1;
    return String((digit.codePointAt(0) ?? 0) - zero);
  });
}

/**
 * Whether a text holds what is or may well be a personal identity number: fødselsnummer, D-number, hjelpenummer or
 * synthetic test number (eleven digits, also written with a gap after six), by its control digits or, because
 * mistyped numbers identify people too, by a plausible birth date alone. A text that is exactly ten digits is tried with the leading zero a spreadsheet drops.
 *
 * @example holdsIdentityNumber('ring 010190 12345') // => true (1 January 1990)
 * @example holdsIdentityNumber('+47 912 34 567') // => false
 */
export function holdsIdentityNumber(text: string): boolean {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : withAsciiDigits(text.normalize('NFKC'));
  if (!WORTH_A_LOOK.test(plain)) return false;
  if (/^\s*\d{10}\s*$/.test(plain)) {
    const padded = `0${plain.trim()}`;
    return hasIdentityControlDigits(padded) && startsWithBirthDate(padded);
  }
  for (const [, date, rest] of plain.matchAll(USUAL_FORM)) {
    const digits = `${date ?? ''}${rest ?? ''}`;
    if (startsWithBirthDate(digits) || hasIdentityControlDigits(digits)) return true;
  }
  return [...plain.matchAll(LOOSE_FORM), ...plain.matchAll(SPACED_FORM)].some(([found]) => hasIdentityControlDigits(found.replace(/\D/g, '')));
}

/** Whether a text holds a DUF number (twelve digits, Utlendingsdirektoratet's number for a person), by its control digits. */
export function holdsDufNumber(text: string): boolean {
  if (!WORTH_A_LOOK.test(text)) return false;
  return [...text.matchAll(DUF_CANDIDATE)].some(([found]) => hasDufControlDigits(found.replace(/\D/g, '')));
}

/** The same for a number, as a spreadsheet or JSON may hold it (leading zeros lost). */
export function isIdentityNumberValue(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1e8 && value < 1e12 && holdsIdentityNumber(padded(value));
}

function padded(value: number): string {
  const digits = String(value);
  return digits.length === 9 ? digits.padStart(10, '0') : digits;
}
