import type { ErrorObject } from 'ajv';
import { showValue, type FieldIssue } from '../issue.js';
import type { SchemaNode } from '../reading/schema-paths.js';
import { safeName } from './scan-record.js';

interface Reading { readonly code: string; readonly mend: string; readonly hideValue?: boolean }

/** Fields people write freely in: what stands there is never repeated. */
const FREE_TEXT = new Set(['name', 'title', 'description', 'skills', 'certificates', 'email', 'phone', 'externalId', 'profession', 'authorisation']);

const DATE_MEND = 'Skriv en dato som finnes, som 2026-06-01 (i regneark også 01.06.2026).';

const PATTERNS: Readonly<Record<string, Reading>> = {
  municipality: { code: 'municipality.invalid', mend: 'Skriv kommunenummeret med fire sifre, for eksempel 0301.' },
  styrk: { code: 'styrk.invalid', mend: 'Skriv STYRK-08-koden med bare sifre (stilling: fire sifre, kandidat: ett til fire).' },
  language: { code: 'language.invalid', mend: 'Skriv språkkoden etter ISO 639 med små bokstaver, for eksempel no, uk eller en.' },
  country: { code: 'country.invalid', mend: 'Skriv landkoden med to store bokstaver, for eksempel UA.' },
  orgNumber: { code: 'org-number.invalid', mend: 'Skriv organisasjonsnummeret med ni sifre.' },
  industry: { code: 'industry.invalid', mend: 'Skriv næringskoden som 47.110 eller 47.' },
};

const TYPES: Readonly<Record<string, Reading>> = {
  integer: { code: 'number.invalid', mend: 'Skriv et helt tall, uten ord eller enheter.' },
  number: { code: 'number.invalid', mend: 'Skriv et tall, uten ord eller enheter.' },
  boolean: { code: 'boolean.invalid', mend: 'Skriv true eller false (i regneark: ja eller nei).' },
  string: { code: 'text.invalid', mend: 'Her skal det stå tekst i anførselstegn.' },
  array: { code: 'list.invalid', mend: 'Her skal det stå en liste.', hideValue: true },
  object: { code: 'object.invalid', mend: 'Her skal det stå et objekt med felter.', hideValue: true },
};

function readType(error: ErrorObject): Reading {
  return TYPES[String((error.params as { type: unknown }).type)] ?? { code: 'type.invalid', mend: 'Verdien har feil type.' };
}

function readEnum(error: ErrorObject, leaf: string): Reading {
  const options = (error.params as { allowedValues: readonly unknown[] }).allowedValues.map(String).join(', ');
  if (leaf === 'oral' || leaf === 'written') return { code: 'cefr.unknown', mend: `Skriv et nivå fra rammeverket: ${options}.` };
  return { code: 'value.unknown', mend: `Skriv en av: ${options}.` };
}

function readRange({ parentSchema }: ErrorObject): Reading {
  const { minimum, maximum } = (parentSchema ?? {}) as SchemaNode;
  return { code: 'number.out-of-range', mend: `Skriv et tall fra ${String(minimum)} til ${String(maximum)}.` };
}

function readLength(error: ErrorObject): Reading {
  const { limit } = error.params as { limit: number };
  switch (error.keyword) {
    case 'maxLength': return { code: 'text.too-long', mend: `Kort ned teksten til ${limit} tegn.`, hideValue: true };
    case 'minLength': return { code: 'text.empty', mend: 'Feltet kan ikke være tomt.', hideValue: true };
    case 'maxItems': return { code: 'list.too-long', mend: `Listen kan ha ${limit} ledd.`, hideValue: true };
    default: return { code: 'list.too-short', mend: `Listen må ha minst ${limit} ledd.`, hideValue: true };
  }
}

function readAnyOf(leaf: string): Reading {
  if (leaf === 'occupations') return { code: 'occupation.empty', mend: 'Et yrke må ha styrk eller title.', hideValue: true };
  return { code: 'education-field.invalid', mend: 'Skriv fagfeltet som ett siffer 0–9, eller som tekst med opptil tre sifre, for eksempel "571".' };
}

function read(error: ErrorObject, leaf: string): Reading {
  switch (error.keyword) {
    case 'type': return readType(error);
    case 'enum': return readEnum(error, leaf);
    case 'minimum':
    case 'maximum': return readRange(error);
    case 'pattern': return PATTERNS[leaf] ?? { code: 'value.invalid', mend: 'Verdien har ikke riktig form.' };
    case 'format': return leaf === 'email' ? { code: 'email.invalid', mend: 'Skriv en gyldig e-postadresse.' } : { code: 'date.invalid', mend: DATE_MEND };
    case 'anyOf': return readAnyOf(leaf);
    case 'required': return { code: 'field.missing', mend: `Feltet «${leaf}» må fylles ut.`, hideValue: true };
    case 'additionalProperties': return { code: 'field.unknown', mend: 'Feltet finnes ikke i skjemaet. Rett navnet etter malen, eller ta det bort.', hideValue: true };
    default: return readLength(error);
  }
}

function segmentsOf(error: ErrorObject): string[] {
  const segments = error.instancePath.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  if (error.keyword === 'required') segments.push(params.missingProperty ?? '');
  if (error.keyword === 'additionalProperties') segments.push(params.additionalProperty ?? '');
  return segments.map((segment) => (/^\d{1,5}$/.test(segment) ? segment : safeName(segment)));
}

/** One error of the schema validator as an issue; `undefined` for the parts of an "any of", which has an error of its own. */
export function schemaIssue(error: ErrorObject): FieldIssue | undefined {
  if (/\/anyOf\/\d+\//.test(error.schemaPath)) return undefined;
  const segments = segmentsOf(error);
  const names = segments.filter((segment) => !/^\d+$/.test(segment));
  const { code, mend, hideValue } = read(error, names.at(-1) ?? '');
  const value = hideValue === true || names.some((name) => FREE_TEXT.has(name)) ? undefined : showValue(error.data);
  return { path: segments.join('.'), code, ...(value === undefined ? {} : { value }), mend };
}
