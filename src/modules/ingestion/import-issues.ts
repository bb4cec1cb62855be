import { stringify } from 'csv-stringify/sync';
import type { DataSource } from 'typeorm';
import type { IssueListQuery } from './imports.dto.js';
import type { RowIssue } from './issue.js';

export interface StoredIssue extends RowIssue {
  /** `error`: the record was refused. `warning`: it went in, mended. */
  readonly severity: 'error' | 'warning';
}

export interface IssuePage {
  readonly items: readonly StoredIssue[];
  readonly total: number;
  readonly nextCursor: string | null;
}

interface IssueRow { readonly id: string; readonly severity: 'error' | 'warning'; readonly row_number: number; readonly file_row: number | null; readonly path: string; readonly code: string; readonly value: string | null; readonly mend: string }

const COLUMNS = 'id, severity, row_number, file_row, path, code, value, mend';
const DEFAULT_LIMIT = 100;
const CSV_PAGE = 5_000;

function toIssue({ severity, row_number, file_row, path, code, value, mend }: IssueRow): StoredIssue {
  return { severity, row: row_number, ...(file_row === null ? {} : { fileRow: file_row }), path, code, ...(value === null ? {} : { value }), mend };
}

/** What was wrong in a file, in the order of its records. */
export async function listIssues(dataSource: DataSource, batchId: string, query: { readonly [Name in keyof IssueListQuery]?: IssueListQuery[Name] }): Promise<IssuePage> {
  const { severity, cursor, limit = DEFAULT_LIMIT } = query;
  const filter = [batchId, severity ?? null];
  const rows = await dataSource.query<IssueRow[]>(
    `select ${COLUMNS} from import_issue where batch_id = $1 and ($2::text is null or severity = $2) and id > $3 order by id limit $4`, [...filter, cursor ?? '0', limit + 1]);
  const [count] = await dataSource.query<{ total: number }[]>('select count(*)::int as total from import_issue where batch_id = $1 and ($2::text is null or severity = $2)', filter);
  const shown = rows.slice(0, limit);
  return { items: shown.map(toIssue), total: count?.total ?? 0, nextCursor: rows.length > limit ? shown.at(-1)?.id ?? null : null };
}

/** Spreadsheets run what begins like a formula: an apostrophe makes it text. */
export function safeCell(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** The same as CSV for a spreadsheet, piece by piece. */
export async function* issuesAsCsv(dataSource: DataSource, batchId: string): AsyncGenerator<string> {
  yield `\ufeff${stringify([['post', 'rad', 'alvor', 'felt', 'kode', 'verdi', 'slik rettes det']], { delimiter: ';' })}`;
  for (let after = '0'; ;) {
    const rows = await dataSource.query<IssueRow[]>(`select ${COLUMNS} from import_issue where batch_id = $1 and id > $2 order by id limit $3`, [batchId, after, CSV_PAGE]);
    if (rows.length > 0) yield stringify(rows.map(toCells), { delimiter: ';' });
    const last = rows.at(-1);
    if (!last || rows.length < CSV_PAGE) return;
    after = last.id;
  }
}

function toCells({ row_number, file_row, severity, path, code, value, mend }: IssueRow): string[] {
  return [String(row_number), file_row === null ? '' : String(file_row), severity === 'error' ? 'feil' : 'merknad', path, code, value ?? '', mend].map(safeCell);
}
