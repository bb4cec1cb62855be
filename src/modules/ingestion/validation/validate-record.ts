import type { CandidateRecord } from '../../../core/records/candidate.js';
import type { VacancyRecord } from '../../../core/records/vacancy.js';
import type { ReferenceTables } from '../../../core/reference/tables.js';
import type { FieldIssue, RecordKind } from '../issue.js';
import { checkBirthYear, checkMunicipality, checkOrgNumber, checkPercentRange, checkStyrk, Findings, norwegianAsOne } from './domain-checks.js';
import { scanRecord } from './scan-record.js';
import { schemaIssue } from './schema-issues.js';
import { schemaValidator } from './schemas.js';

/** A record that may go in, or every reason it may not. */
export interface Validated<Kept> {
  /** The record with what could be mended; `undefined` exactly when there are issues. */
  readonly record: Kept | undefined;
  readonly issues: readonly FieldIssue[];
  /** What was mended or is worth a look; the record goes in all the same. */
  readonly warnings: readonly FieldIssue[];
}

export interface ValidationOptions {
  /** Date of assessment (ISO); without it, birth years are not weighed against the present. */
  readonly on?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const MOST_ISSUES = 100;
const NOT_A_RECORD: FieldIssue = { path: '', code: 'record.not-object', mend: 'Hver post skal være et objekt med felter, som i malen.' };
const LICENCES = new Set(['A', 'A1', 'A2', 'AM', 'B', 'BE', 'C', 'C1', 'C1E', 'CE', 'D', 'D1', 'D1E', 'DE', 'S', 'T']);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `fields` with one of them replaced, the same object when nothing changed. */
function put(fields: Fields, name: string, value: unknown): Fields {
  return fields[name] === value || (value === undefined && !(name in fields)) ? fields : { ...fields, [name]: value };
}

/** The items of a list, each through `change`; the same list when nothing changed, anything else as it stands. */
function each(list: unknown, change: (item: unknown, index: number) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  const items = list as readonly unknown[];
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : list;
}

function inField(fields: Fields, name: string, change: (value: unknown) => unknown): Fields {
  return put(fields, name, change(fields[name]));
}

function inItems(name: string, change: (value: unknown, index: number) => unknown) {
  return (item: unknown, index: number): unknown => (isFields(item) ? inField(item, name, (value) => change(value, index)) : item);
}

const norwegianInItems = (list: unknown): unknown => each(list, inItems('language', norwegianAsOne));

function checkCandidate(raw: Fields, findings: Findings, on: string | undefined): Fields {
  checkBirthYear(raw['birthYear'], on, findings);
  let record = inField(raw, 'municipality', (number) => checkMunicipality(number, findings));
  record = inField(record, 'languages', norwegianInItems);
  record = inField(record, 'occupations', (list) => each(list, inItems('styrk', (code, index) => checkStyrk(code, `occupations.${index}.styrk`, findings))));
  return inField(record, 'preferences', (preferences) => {
    if (!isFields(preferences)) return preferences;
    checkPercentRange(preferences, 'preferences.', findings);
    return inField(preferences, 'styrk', (list) => each(list, (code, index) => checkStyrk(code, `preferences.styrk.${index}`, findings)));
  });
}

function checkVacancy(raw: Fields, findings: Findings): Fields {
  checkPercentRange(raw, '', findings);
  if (isFields(raw['employer'])) checkOrgNumber(raw['employer']['orgNumber'], findings);
  let record = inField(raw, 'municipality', (number) => checkMunicipality(number, findings));
  record = inField(record, 'styrk', (code) => checkStyrk(code, 'styrk', findings));
  return inField(record, 'requirements', (requirements) => {
    if (!isFields(requirements)) return requirements;
    each(requirements['driversLicence'], (licence, index) => {
      if (typeof licence === 'string' && !LICENCES.has(licence)) {
        findings.warn({ path: `requirements.driversLicence.${index}`, code: 'licence.unknown', mend: 'Førerkortklassen er ikke kjent og kan ikke vurderes. Skriv for eksempel B eller CE.' }, licence);
      }
      return licence;
    });
    return inField(requirements, 'languages', (demands) => each(demands, inItems('anyOf', norwegianInItems)));
  });
}

function validate(raw: unknown, kind: RecordKind, check: (fields: Fields) => Fields): { issues: FieldIssue[]; record: Fields | undefined } {
  if (!isFields(raw)) return { issues: [NOT_A_RECORD], record: undefined };
  const issues = scanRecord(raw, kind);
  const schema = schemaValidator(kind);
  if (!schema(raw)) {
    for (const error of schema.errors ?? []) {
      const issue = schemaIssue(error);
      if (issue) issues.push(issue);
      if (issues.length >= MOST_ISSUES) break;
    }
  }
  return { issues, record: check(raw) };
}

/**
 * Judges a candidate record by the published schema and by what the tables know: the municipality and the STYRK codes
 * exist, dates are real, ranges are the right way round, no identity number stands anywhere. All errors are reported.
 *
 * Mended with a warning: municipality numbers of 2020–2023, a leading zero lost from a STYRK code. Mended silently:
 * `nb` and `nn` become `no`.
 */
export function validateCandidate(raw: unknown, tables: ReferenceTables, options: ValidationOptions = {}): Validated<CandidateRecord> {
  const findings = new Findings(tables);
  const { issues, record } = validate(raw, 'candidates', (fields) => checkCandidate(fields, findings, options.on));
  return judged(record, [...issues, ...findings.issues], findings.warnings);
}

/** The same for a vacancy; besides, the organisation number's control digit must hold. */
export function validateVacancy(raw: unknown, tables: ReferenceTables): Validated<VacancyRecord> {
  const findings = new Findings(tables);
  const { issues, record } = validate(raw, 'vacancies', (fields) => checkVacancy(fields, findings));
  return judged(record, [...issues, ...findings.issues], findings.warnings);
}

function judged<Kept>(record: Fields | undefined, issues: readonly FieldIssue[], warnings: readonly FieldIssue[]): Validated<Kept> {
  return { record: issues.length === 0 && record ? (record as unknown as Kept) : undefined, issues, warnings };
}
