import type { RecordKind } from '../issue.js';
import type { RawRow } from '../reading/raw-row.js';
import { readRecords } from '../reading/read-records.js';

/** All rows of a file given as text or bytes, handed over in pieces of `pieceBytes`. */
export async function rowsOf(content: string | Uint8Array, kind: RecordKind = 'candidates', pieceBytes = 7): Promise<RawRow[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
  }
  const rows: RawRow[] = [];
  for await (const row of readRecords(pieces(), { kind })) rows.push(row);
  return rows;
}

/** The codes of everything wrong in reading, as `row code`. */
export const codesOf = (rows: readonly RawRow[]): string[] => rows.flatMap(({ row, issues }) => issues.map(({ code }) => `${row} ${code}`));
