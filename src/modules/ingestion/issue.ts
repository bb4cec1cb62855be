/** One thing wrong (or, as a warning, one thing mended) in a record. */
export interface FieldIssue {
  /** Where in the record, counted from 0, e.g. `languages.0.oral`; empty = the record as a whole. */
  readonly path: string;
  /** Stable, e.g. `cefr.unknown`; listed in docs/import.md. */
  readonly code: string;
  /** What stood there, shortened. Only for coded fields: free text, names and identity numbers are never repeated. */
  readonly value?: string;
  /** How to mend it, in Norwegian bokmål. */
  readonly mend: string;
}

/** An issue in a file. */
export interface RowIssue extends FieldIssue {
  /** Number of the record in the file, from 1. */
  readonly row: number;
  /** The line (CSV, NDJSON) or sheet row (XLSX) it starts on, from 1; absent for a JSON array. */
  readonly fileRow?: number;
}

/** The kinds of records that come in. */
export type RecordKind = 'candidates' | 'vacancies';

/** A file that cannot be read as records at all. `code` is stable, `message` is Norwegian and holds nothing from the file. */
export class UnreadableFileError extends Error {
  constructor(readonly code: string, mend: string) {
    super(mend);
    this.name = 'UnreadableFileError';
  }
}

const LONGEST_VALUE = 40;

/**
 * `value` fit to stand in a report: one word or number, shortened. Anything with a space in it may be a name that
 * slipped into the wrong column, and nine digits or more may be a number that identifies someone: both stay out.
 */
export function showValue(value: unknown): string | undefined {
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  if (text === '' || /\s/.test(text) || /\d(?:\D?\d){8}/.test(text)) return undefined;
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
