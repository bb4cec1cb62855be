import type { FieldIssue } from '../issue.js';

/** One record as it stands in the file, before validation. */
export interface RawRow {
  /** Number of the record, from 1. */
  readonly row: number;
  /** Line or sheet row it starts on, from 1; absent for a JSON array. */
  readonly fileRow?: number;
  /** The record; `undefined` when it could not be read at all, and then `issues` says why. */
  readonly raw: unknown;
  /** What was wrong already in reading it. A row with issues is refused, whatever validation says. */
  readonly issues: readonly FieldIssue[];
  /** What was mended in reading it. */
  readonly warnings: readonly FieldIssue[];
}

/** Longest single record, in characters; a vacancy with the longest text allowed is a tenth of it. */
export const LONGEST_RECORD = 500_000;

export const NOTHING: readonly FieldIssue[] = [];

/** A row that could not be read. */
export function unreadableRow(position: { row: number; fileRow?: number }, issue: FieldIssue): RawRow {
  return { ...position, raw: undefined, issues: [issue], warnings: NOTHING };
}
