import type { FieldIssue } from '../ingestion/issue.js';
import type { Validated } from '../ingestion/validation/validate-record.js';
import { AppError } from '../../platform/problems/app-error.js';

/** `languages.0.oral` as a JSON pointer, `/languages/0/oral`. */
export const toPointer = (path: string): string => (path === '' ? '' : `/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('.', '/')}`);

const toProblem = ({ path, code, mend }: FieldIssue): { pointer: string; code: string; detail: string } => ({ pointer: toPointer(path), code, detail: mend });

/** The record of a request body. @throws AppError with every error: 422 for an identity number, 400 otherwise */
export function checkedRecord<Kept>({ record, issues }: Validated<Kept>): Kept {
  if (record !== undefined) return record;
  const refused = issues.some(({ code }) => code === 'identity-number.refused');
  throw new AppError(refused ? 'request.identity-number' : 'request.invalid', 'Posten kan ikke lagres. Rett feltene i «errors».', issues.map(toProblem));
}
