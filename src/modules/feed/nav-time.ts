import { isIsoDate, norwegianDateToIso } from '../../core/records/iso-date.js';
import { osloDateOf } from '../../platform/clock/clock.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?(?:\[[\w/+-]+\])?$/;

const osloClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' });

/** Milliseconds Norway is ahead of UTC at an instant. */
function osloAhead(instant: number): number {
  const whole = Math.floor(instant / 1_000) * 1_000;
  return Date.parse(`${osloClock.format(whole).replace(' ', 'T')}Z`) - whole;
}

/**
 * An instant as the feed writes it: ISO with an offset, with a zone in brackets after it, or (then Norwegian time) with
 * neither. Null when it is none.
 *
 * @example readInstant('2026-11-22T10:00:00.123456+01:00[Europe/Oslo]')?.toISOString() // => '2026-11-22T09:00:00.123Z'
 */
export function readInstant(written: string | undefined): Date | null {
  const match = INSTANT.exec(written?.trim() ?? '');
  if (!match) return null;
  const [, local = '', offset] = match;
  const instant = Date.parse(`${local}${offset === undefined ? 'Z' : offset}`);
  if (Number.isNaN(instant)) return null;
  if (offset !== undefined) return new Date(instant);
  // The offset of a moment near by is the right one except in the hour the clock is set, where either will do.
  return new Date(instant - osloAhead(instant - osloAhead(instant)));
}

const MONTHS = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'];
const DATES = new RegExp(`(\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?(?:\\[[\\w/+-]+\\])?)?)|(?<!\\d)(\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})(?!\\d)|(?<!\\d)(\\d{1,2})\\. ?(${MONTHS.join('|')}) (\\d{4})(?!\\d)`, 'gi');

/**
 * The one date in a free text, ISO in Norway: `2026-12-01T00:00:00`, `01.12.2026`, `1. desember 2026`. Null when there is
 * none ("Snarest"), when it does not exist, or when there are several.
 */
export function readDate(written: string | undefined): string | null {
  const dates = new Set<string | null>();
  for (const [, iso, numeric, day, month, year] of (written ?? '').slice(0, 500).matchAll(DATES)) {
    if (iso !== undefined) dates.add(isoDate(iso));
    else if (numeric !== undefined) dates.add(norwegianDateToIso(numeric));
    else dates.add(norwegianDateToIso(`${day ?? ''}.${MONTHS.indexOf((month ?? '').toLowerCase()) + 1}.${year ?? ''}`));
  }
  const [only, another] = dates;
  return another === undefined ? (only ?? null) : null;
}

function isoDate(text: string): string | null {
  if (!text.includes('T')) return isIsoDate(text) ? text : null;
  const instant = readInstant(text);
  return instant === null ? null : osloDateOf(instant);
}
