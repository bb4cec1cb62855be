import type { FieldIssue } from '../issue.js';
import { JsonSplitter, type JsonSlice, type SplitFailure } from './json-splitter.js';
import { LONGEST_RECORD, NOTHING, unreadableRow, type RawRow } from './raw-row.js';

const BROKEN: FieldIssue = { path: '', code: 'json.broken', mend: 'Posten er ikke gyldig JSON. Rett opp anførselstegn, komma og klammer i denne posten.' };
const TOO_LONG: FieldIssue = { path: '', code: 'record.too-long', mend: 'Posten er for stor. Del den opp eller kort ned teksten.' };
const FAILURES: Record<SplitFailure, FieldIssue> = {
  broken: { path: '', code: 'json.broken', mend: 'Her slutter filen å være gyldig JSON. Resten av filen er ikke lest: rett feilen og last opp på nytt.' },
  unfinished: { path: '', code: 'json.unfinished', mend: 'Filen slutter midt i. Hent den ut på nytt og last opp hele filen.' },
  'too-long': { ...TOO_LONG, mend: 'Posten tar aldri slutt: trolig mangler et anførselstegn eller en klamme. Resten av filen er ikke lest.' },
};

function parse(text: string, position: { row: number; fileRow?: number }): RawRow {
  if (text.length > LONGEST_RECORD) return unreadableRow(position, TOO_LONG);
  try {
    return { ...position, raw: JSON.parse(text), issues: NOTHING, warnings: NOTHING };
  } catch {
    return unreadableRow(position, BROKEN);
  }
}

/** The values of a JSON array, or (`inArray` false) values one after another, as rows. */
export async function* readJsonValues(text: AsyncIterable<string>, inArray: boolean): AsyncGenerator<RawRow> {
  const splitter = new JsonSplitter(inArray, LONGEST_RECORD);
  let row = 0;
  const toRow = ({ text: slice, line }: JsonSlice): RawRow => {
    row += 1;
    return parse(slice, inArray ? { row } : { row, fileRow: line });
  };
  for await (const piece of text) {
    for (const slice of splitter.push(piece)) yield toRow(slice);
    if (splitter.failure) break;
  }
  for (const slice of splitter.finish()) yield toRow(slice);
  if (splitter.failure) yield unreadableRow({ row: row + 1 }, FAILURES[splitter.failure]);
}

/** One JSON value a line; blank lines are passed over, a broken line costs only itself. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  let held = '';
  let dropped = false;
  let row = 0;
  let fileRow = 0;
  const toRow = (line: string): RawRow | undefined => {
    fileRow += 1;
    const trimmed = line.trim();
    if (trimmed === '' && !dropped) return undefined;
    row += 1;
    const position = { row, fileRow };
    const result = dropped ? unreadableRow(position, TOO_LONG) : parse(trimmed, position);
    dropped = false;
    return result;
  };
  for await (const piece of text) {
    const lines = (held + piece).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) {
      const result = toRow(line);
      if (result) yield result;
    }
    if (held.length > LONGEST_RECORD) {
      dropped = true;
      held = '';
    }
  }
  const last = toRow(held);
  if (last) yield last;
}
