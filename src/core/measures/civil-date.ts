/**
 * Whole days of the Gregorian calendar as `YYYY-MM-DD` text, which orders by code unit.
 * No clock time and no time zone: a rule that ends on a date ends on that date everywhere.
 */
export type CivilDate = string;

function parts(date: CivilDate): readonly [year: number, month: number, day: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`expected a date as YYYY-MM-DD, got "${date}"`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The calendar year of a date. @throws RangeError when `date` is not written YYYY-MM-DD. */
export function yearOf(date: CivilDate): number {
  return parts(date)[0];
}

/**
 * The same day of the month `months` later (or earlier, when negative); the last day of that month where it has no such day.
 *
 * @throws RangeError when `date` is not written YYYY-MM-DD or `months` is not whole.
 * @example addMonths('2026-11-30', 3) // => '2027-02-28'
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  if (!Number.isInteger(months)) throw new RangeError(`expected whole months, got ${String(months)}`);
  const [year, month, day] = parts(date);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return written(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The day before. @throws RangeError when `date` is not written YYYY-MM-DD. */
export function dayBefore(date: CivilDate): CivilDate {
  const [year, month, day] = parts(date);
  if (day > 1) return written(year, month, day - 1);
  return month > 1 ? written(year, month - 1, daysInMonth(year, month - 1)) : written(year - 1, 12, 31);
}

/** The day after. @throws RangeError when `date` is not written YYYY-MM-DD. */
export function dayAfter(date: CivilDate): CivilDate {
  const [year, month, day] = parts(date);
  if (day < daysInMonth(year, month)) return written(year, month, day + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

/**
 * The last day of a period of `months` whole months from and with `start`: start + months − 1 day.
 *
 * @example lastDay('2026-07-01', 6) // => '2026-12-31'
 */
export function lastDay(start: CivilDate, months: number): CivilDate {
  return dayBefore(addMonths(start, months));
}

/** The later of two dates. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? b : a;
}
