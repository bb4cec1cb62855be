import { norwegianDateToIso } from '../../../core/records/iso-date.js';
import type { SchemaNode } from './schema-paths.js';

/** A cell: what the file holds, or that it holds a formula or an error, which are never read. */
export type Cell = string | number | boolean | { readonly refused: 'formula' | 'error' };

/** What a cell becomes in the record; `mended` when that is not quite what stood there. */
export interface CellValue {
  readonly value: unknown;
  readonly mended?: 'leading-zero';
}

const YES = new Set(['ja', 'true', '1', 'sant', 'yes', 'x']);
const NO = new Set(['nei', 'false', '0', 'usant', 'no']);
const FIRST_SERIAL = 20_000; // 1954
const LAST_SERIAL = 80_000; // 2119

/** A day number as spreadsheets count (1 = 1 January 1900, with 29 February 1900 that never was) as YYYY-MM-DD. */
export function serialToIso(serial: number, from1904 = false): string {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0);
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
}

function toNumber(text: string): unknown {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace(/%$/, '').replace('−', '-');
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(compact) ? Number(compact.replace(',', '.')) : text;
}

function toBoolean(text: string): unknown {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : text;
}

function toDate(text: string): string {
  const withoutTime = text.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  if (/^\d{5}$/.test(withoutTime) && Number(withoutTime) >= FIRST_SERIAL && Number(withoutTime) <= LAST_SERIAL) return serialToIso(Number(withoutTime));
  return norwegianDateToIso(withoutTime) ?? withoutTime;
}

/** Codes whose leading zero a spreadsheet drops: 301 is municipality 0301, 1.11 is industry 01.11. */
function withLeadingZero(text: string, pattern: string): CellValue {
  if (pattern === '^[0-9]{4}$' && /^\d{3}$/.test(text)) return { value: `0${text}`, mended: 'leading-zero' };
  if (pattern.startsWith('^[0-9]{2}(\\.')) {
    const dotted = text.replace(',', '.');
    return /^\d(?:\.\d{1,3})?$/.test(dotted) ? { value: `0${dotted}`, mended: 'leading-zero' } : { value: dotted };
  }
  if (pattern === '^[0-9]{9}$') return { value: text.replace(/[\s\u00a0]/g, '') };
  if (pattern.startsWith('^[a-z]')) return { value: text.toLowerCase() };
  return { value: pattern.startsWith('^[A-Z]') ? text.toUpperCase() : text };
}

function toText(text: string, leaf: SchemaNode): CellValue {
  if (leaf.format === 'date') return { value: toDate(text) };
  return leaf.pattern === undefined ? { value: text } : withLeadingZero(text, leaf.pattern);
}

/**
 * The value a cell's text has in the record, by the type its field has in the schema. What does not fit is passed on
 * as it stands: validation reports it with the others.
 */
export function cellValue(text: string, leaf: SchemaNode): CellValue {
  if (leaf.enum) return { value: leaf.enum.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text };
  if (leaf.anyOf) return { value: /^\d$/.test(text) ? Number(text) : text };
  switch (leaf.type) {
    case 'integer':
    case 'number':
      return { value: toNumber(text) };
    case 'boolean':
      return { value: toBoolean(text) };
    default:
      return toText(text, leaf);
  }
}

/** A cell as trimmed text, with Excel's `="0301"` undone; `undefined` = empty. */
export function cellText(cell: Exclude<Cell, { refused: string }>): string | undefined {
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? (cell ? 'ja' : 'nei') : String(cell);
  const text = cell.trim();
  if (text === '') return undefined;
  return text.startsWith('="') ? text.replace(/^="([^"=]*)"$/, '$1') : text;
}
