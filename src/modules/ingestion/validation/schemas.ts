import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { RecordKind } from '../issue.js';
import type { SchemaNode } from '../reading/schema-paths.js';

const FILES: Record<RecordKind, string> = { candidates: 'candidate.schema.json', vacancies: 'vacancy.schema.json' };

function once<Value>(make: (kind: RecordKind) => Value): (kind: RecordKind) => Value {
  const made = new Map<RecordKind, Value>();
  return (kind) => {
    const existing = made.get(kind);
    if (existing !== undefined) return existing;
    const value = make(kind);
    made.set(kind, value);
    return value;
  };
}

/** The published JSON Schema of a kind of record (data/schemas). */
export const recordSchema = once((kind): SchemaNode => {
  const path = fileURLToPath(new URL(`../../../../data/schemas/${FILES[kind]}`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as SchemaNode;
});

/** The schema compiled: reports every error of a record, with the value it stands at. */
export const schemaValidator = once((kind): ValidateFunction => {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false });
  formats.default(ajv);
  return ajv.compile(recordSchema(kind));
});
