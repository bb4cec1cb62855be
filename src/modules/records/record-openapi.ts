import type { ApiBodyOptions, ApiResponseOptions } from '@nestjs/swagger';
import type { RecordKind } from '../ingestion/issue.js';
import { resolveRef } from '../ingestion/reading/schema-paths.js';
import { recordSchema } from '../ingestion/validation/schemas.js';

type OpenApiSchema = NonNullable<Extract<ApiBodyOptions, { schema: unknown }>['schema']>;

const OUTSIDE_OPENAPI = new Set(['$schema', '$id', '$defs', '$ref']);

/** A record's published schema in the form OpenAPI takes: its references written out. */
export function recordOpenApi(kind: RecordKind): OpenApiSchema {
  const root = recordSchema(kind);
  const writeOut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(writeOut);
    if (typeof value !== 'object' || value === null) return value;
    const node = resolveRef(root, value);
    return Object.fromEntries(Object.entries(node).filter(([key]) => !OUTSIDE_OPENAPI.has(key)).map(([key, child]) => [key, writeOut(child)]));
  };
  return writeOut(root) as OpenApiSchema;
}

/** A stored record as the API answers it. */
export function storedOpenApi(kind: RecordKind): OpenApiSchema {
  return {
    type: 'object',
    required: ['id', 'source', 'version', 'createdAt', 'updatedAt', 'record'],
    properties: {
      id: { type: 'string', format: 'uuid' }, source: { type: 'string' }, version: { type: 'integer', description: 'Øker med én for hver endring; også svarhodet ETag.' },
      createdAt: { type: 'string', format: 'date-time' }, updatedAt: { type: 'string', format: 'date-time' },
      record: recordOpenApi(kind),
    },
  };
}

export function pageOpenApi(kind: RecordKind): OpenApiSchema {
  return {
    type: 'object',
    required: ['items', 'total', 'nextCursor'],
    properties: {
      items: { type: 'array', items: storedOpenApi(kind) },
      total: { type: 'integer', description: 'Alle som passer filteret, på alle sider.' },
      nextCursor: { type: ['string', 'null'] as unknown as 'string', description: 'Sendes som «cursor» for neste side; null på siste.' },
    },
  };
}

/** What every answer with one record carries. */
export const RECORD_HEADERS: NonNullable<ApiResponseOptions['headers']> = {
  ETag: { description: 'Versjonen, til If-Match ved endring og If-None-Match ved ny henting.', schema: { type: 'string' } },
};

export const CANDIDATE_EXAMPLE = {
  externalId: 'K-1042', municipality: '1103', education: [{ level: 6, fields: ['611'], title: 'Sykepleier', country: 'UA', recognition: 'applied' }],
  occupations: [{ styrk: '2223', years: 8, lastYear: 2024 }],
  languages: [{ language: 'uk', native: true }, { language: 'no', oral: 'B1', written: 'A2' }], driversLicence: ['B'], addressProtection: 'none',
};

export const VACANCY_EXAMPLE = {
  externalId: 'S-77', title: 'Helsefagarbeider, Sola sykehjem', employer: { name: 'Sola kommune', orgNumber: '948243113', sector: 'municipal' },
  styrk: '5321', municipality: '1124', percent: 80, requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }] }] }, offers: { mentor: true },
};
