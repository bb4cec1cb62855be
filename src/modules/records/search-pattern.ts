import { holdsIdentityNumber } from '../../core/records/identity-number.js';
import { AppError } from '../../platform/problems/app-error.js';

/** `q` as an `ilike` pattern that matches it anywhere, its own wildcards taken literally. @throws AppError 422 for an identity number */
export function searchPattern(q: string): string {
  if (holdsIdentityNumber(q)) {
    throw new AppError('request.identity-number', 'Søk på navn, yrke eller ekstern id. Fødselsnummer finnes ikke her.', [{ pointer: '/q', code: 'identity-number.refused', detail: 'Ta bort nummeret.' }]);
  }
  return `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
}
