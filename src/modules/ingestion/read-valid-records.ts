import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { showValue, type FieldIssue, type RecordKind, type RowIssue } from './issue.js';
import { readRecords } from './reading/read-records.js';
import type { RawRow } from './reading/raw-row.js';
import { validateCandidate, validateVacancy, type Validated, type ValidationOptions } from './validation/validate-record.js';

/** The record type of each kind. */
export interface RecordOf { readonly candidates: CandidateRecord; readonly vacancies: VacancyRecord }

/** One record of a file, judged. */
export interface JudgedRow<Kind extends RecordKind> {
  readonly row: number;
  /** `undefined` exactly when `issues` is not empty. */
  readonly record: RecordOf[Kind] | undefined;
  readonly issues: readonly RowIssue[];
  readonly warnings: readonly RowIssue[];
}

export interface JudgeOptions<Kind extends RecordKind> extends ValidationOptions {
  readonly kind: Kind;
  readonly tables: ReferenceTables;
}

/** What makes two records in one file the same: candidates are told apart within their municipality. */
function identityOf(record: CandidateRecord | VacancyRecord, kind: RecordKind): string {
  return kind === 'candidates' ? `${record.municipality}\n${record.externalId}` : record.externalId;
}

function duplicateOf(record: CandidateRecord | VacancyRecord, firstRow: number): FieldIssue {
  const value = showValue(record.externalId);
  return {
    path: 'externalId', code: 'duplicate.externalId', ...(value === undefined ? {} : { value }),
    mend: `Samme externalId står i post ${firstRow}, som er beholdt. Gi posten en egen id, eller ta den bort.`,
  };
}

/**
 * Reads a file and judges each record. The first acceptable record with an id is kept; later ones are refused.
 *
 * @throws UnreadableFileError when the file cannot be read at all
 */
export async function* readValidRecords<Kind extends RecordKind>(
  source: AsyncIterable<Uint8Array> | Uint8Array, options: JudgeOptions<Kind>,
): AsyncGenerator<JudgedRow<Kind>> {
  const { kind, tables } = options;
  const firstRows = new Map<string, number>();
  for await (const rawRow of readRecords(source, { kind })) {
    const validated = rawRow.raw === undefined ? undefined : judge(rawRow.raw, kind, { tables, options });
    const issues = [...rawRow.issues, ...(validated?.issues ?? [])];
    let record = issues.length === 0 ? validated?.record : undefined;
    if (record) {
      const identity = identityOf(record, kind);
      const firstRow = firstRows.get(identity);
      if (firstRow === undefined) firstRows.set(identity, rawRow.row);
      else {
        issues.push(duplicateOf(record, firstRow));
        record = undefined;
      }
    }
    const place = (found: readonly FieldIssue[]): RowIssue[] => found.map((issue) => inRow(issue, rawRow));
    yield { row: rawRow.row, record: record as RecordOf[Kind] | undefined, issues: place(issues), warnings: place([...rawRow.warnings, ...(validated?.warnings ?? [])]) };
  }
}

function judge(raw: unknown, kind: RecordKind, { tables, options }: { tables: ReferenceTables; options: ValidationOptions }): Validated<CandidateRecord | VacancyRecord> {
  return kind === 'candidates' ? validateCandidate(raw, tables, options) : validateVacancy(raw, tables);
}

function inRow(issue: FieldIssue, { row, fileRow }: RawRow): RowIssue {
  return { row, ...(fileRow === undefined ? {} : { fileRow }), ...issue };
}
