import type { ReferenceTables } from '../core/reference/tables.js';
import { UnreadableFileError, type RecordKind, type RowIssue } from '../modules/ingestion/issue.js';
import { readValidRecords, type RecordOf } from '../modules/ingestion/read-valid-records.js';
import { input } from './command-options.js';

/** An issue as the command line prints it: the file it stands in besides its place there. */
export interface FileIssue extends RowIssue {
  readonly file: RecordKind;
}

export interface RecordsRead<Kind extends RecordKind> {
  readonly records: readonly RecordOf[Kind][];
  readonly issues: readonly FileIssue[];
}

export interface ReadRecordsOptions {
  readonly tables: ReferenceTables;
  readonly on: string;
}

/** Reads a file of records: the good ones are kept, what is wrong with the others is told. */
export async function readRecordsFile<Kind extends RecordKind>(path: string, kind: Kind, { tables, on }: ReadRecordsOptions): Promise<RecordsRead<Kind>> {
  const records: RecordOf[Kind][] = [];
  const issues: FileIssue[] = [];
  try {
    for await (const row of readValidRecords(input(path), { kind, tables, on })) {
      if (row.record !== undefined) records.push(row.record);
      for (const issue of row.issues) issues.push({ file: kind, ...issue });
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    issues.push({ file: kind, row: 0, path: '', code: error.code, mend: error.message });
  }
  return { records, issues };
}

/** Tells on standard error how it went. */
export function reportIssues(issues: readonly FileIssue[]): void {
  for (const { file, row, path, code, mend } of issues.slice(0, 20)) {
    process.stderr.write(`${file}, post ${row}${path === '' ? '' : `, ${path}`}: ${mend} (${code})\n`);
  }
  if (issues.length > 20) process.stderr.write(`… og ${issues.length - 20} til; alle står i «issues».\n`);
}
