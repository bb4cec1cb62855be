import { QueryFailedError, type EntityManager } from 'typeorm';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import type { RecordKind, RowIssue } from './issue.js';

/** A record that may go in, with its number in the file. */
export interface GoodRow { readonly row: number; readonly record: CandidateRecord | VacancyRecord }

/** What a chunk of records did to the table. */
export interface StoredChunk {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Records the database would not take, each with why. */
  readonly refused: readonly RowIssue[];
}

const UPSERTS: Record<RecordKind, string> = {
  candidates: upsert('candidate', ['source', 'municipality', 'external_id']),
  vacancies: upsert('vacancy', ['source', 'external_id']),
};

/**
 * Set-based: one statement for a whole chunk. A record whose content is the same is passed over before the insert,
 * because `on conflict` would lock, and so write, every row it leaves unchanged.
 */
function upsert(table: string, identity: readonly string[]): string {
  return `
    insert into ${table} as stored (source, external_id, municipality, record)
    select incoming.source, incoming.external_id, incoming.municipality, incoming.record
    from (select $2::text as source, record ->> 'externalId' as external_id, record ->> 'municipality' as municipality, record
          from jsonb_array_elements($1::jsonb) as record) as incoming
    left join ${table} as same on ${identity.map((column) => `same.${column} = incoming.${column}`).join(' and ')} and same.record = incoming.record
    where same.id is null
    on conflict (${identity.join(', ')}) do update
      set record = excluded.record, municipality = excluded.municipality, version = stored.version + 1, updated_at = now()
      where stored.record is distinct from excluded.record
    returning (xmax = 0) as inserted`;
}

/** Data the server cannot hold (class 22) or that breaks a constraint (class 23). */
function isAboutTheData(error: unknown): boolean {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
  return typeof code === 'string' && /^2[23]/.test(code);
}

/**
 * Writes records by source and external id: new ones in, changed ones over, the same ones left alone. Should the
 * database refuse one that validation let through, the chunk is halved until that one stands alone and is reported:
 * a file is never stuck on a row.
 *
 * @param manager of a transaction
 */
export async function storeChunk(manager: EntityManager, { kind, source }: { readonly kind: RecordKind; readonly source: string }, rows: readonly GoodRow[]): Promise<StoredChunk> {
  if (rows.length === 0) return { inserted: 0, changed: 0, unchanged: 0, refused: [] };
  try {
    return await manager.transaction(async (nested) => {
      const written = await nested.query<{ inserted: boolean }[]>(UPSERTS[kind], [JSON.stringify(rows.map(({ record }) => record)), source]);
      const inserted = written.filter((row) => row.inserted).length;
      return { inserted, changed: written.length - inserted, unchanged: rows.length - written.length, refused: [] };
    });
  } catch (error) {
    if (!isAboutTheData(error)) throw error;
    const [only] = rows;
    if (rows.length === 1 && only) return { inserted: 0, changed: 0, unchanged: 0, refused: [unstorable(only.row)] };
  }
  const half = Math.ceil(rows.length / 2);
  const first = await storeChunk(manager, { kind, source }, rows.slice(0, half));
  const second = await storeChunk(manager, { kind, source }, rows.slice(half));
  return {
    inserted: first.inserted + second.inserted, changed: first.changed + second.changed, unchanged: first.unchanged + second.unchanged,
    refused: [...first.refused, ...second.refused],
  };
}

function unstorable(row: number): RowIssue {
  return { row, path: '', code: 'record.unstorable', mend: 'Databasen kan ikke lagre posten. Se etter uvanlige tegn eller svært store tall, og meld fra hvis den ser riktig ut.' };
}

const ISSUES = `
  insert into import_issue (batch_id, severity, row_number, file_row, path, code, value, mend)
  select $1, $2, issue.row, issue."fileRow", issue.path, issue.code, issue.value, issue.mend
  from jsonb_to_recordset($3::jsonb) as issue(row int, "fileRow" int, path text, code text, value text, mend text)`;

export async function storeIssues(manager: EntityManager, { batchId, severity }: { batchId: string; severity: 'error' | 'warning' }, issues: readonly RowIssue[]): Promise<void> {
  if (issues.length > 0) await manager.query(ISSUES, [batchId, severity, JSON.stringify(issues)]);
}
