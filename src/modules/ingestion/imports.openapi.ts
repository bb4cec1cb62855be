/** The answers of the import as OpenAPI schemas. */

const count = { type: 'integer' };
const nullableText = { type: ['string', 'null'] as unknown as 'string' };

export const BATCH_SCHEMA = {
  type: 'object',
  required: ['id', 'kind', 'source', 'fileName', 'state', 'progress', 'bytes', 'rows', 'warnings', 'error', 'createdAt', 'startedAt', 'finishedAt'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    kind: { type: 'string', enum: ['candidates', 'vacancies'] },
    source: { type: 'string' },
    fileName: nullableText,
    state: { type: 'string', enum: ['queued', 'running', 'completed', 'failed', 'cancelled'] },
    progress: { type: 'number', description: 'Andelen av filen som er lest, 0–1.' },
    bytes: { type: ['integer', 'null'] as unknown as 'integer' },
    rows: {
      type: 'object', description: 'Poster. «accepted» er «inserted» + «changed» + «unchanged».',
      required: ['read', 'accepted', 'inserted', 'changed', 'unchanged', 'refused'],
      properties: { read: count, accepted: count, inserted: count, changed: count, unchanged: count, refused: count },
    },
    warnings: count,
    error: { type: ['object', 'null'] as unknown as 'object', properties: { code: { type: 'string' }, detail: { type: 'string' } } },
    createdAt: { type: 'string', format: 'date-time' },
    startedAt: nullableText,
    finishedAt: nullableText,
  },
  example: {
    id: '7c1b7a2e-5f0f-4c38-9a3e-0d9c6f2f4a11', kind: 'candidates', source: 'kompass', fileName: 'kandidater.csv', state: 'completed', progress: 1, bytes: 48_211,
    rows: { read: 120, accepted: 118, inserted: 110, changed: 3, unchanged: 5, refused: 2 }, warnings: 1, error: null,
    createdAt: '2026-11-22T09:14:02.000Z', startedAt: '2026-11-22T09:14:02.010Z', finishedAt: '2026-11-22T09:14:02.240Z',
  },
};

export const BATCH_LIST_SCHEMA = { type: 'object', required: ['items', 'nextCursor'], properties: { items: { type: 'array', items: BATCH_SCHEMA }, nextCursor: nullableText } };

const ISSUE_SCHEMA = {
  type: 'object',
  required: ['severity', 'row', 'path', 'code', 'mend'],
  properties: {
    severity: { type: 'string', enum: ['error', 'warning'], description: 'error: posten ble avvist. warning: posten ble tatt inn, rettet.' },
    row: { type: 'integer', description: 'Postens nummer i filen, fra 1.' },
    fileRow: { type: 'integer', description: 'Linje eller regnearkrad, fra 1.' },
    path: { type: 'string', description: 'Feltet, for eksempel languages.0.oral; tomt = hele posten.' },
    code: { type: 'string' },
    value: { type: 'string', description: 'Det som sto der, forkortet. Aldri navn, fritekst eller fødselsnummer.' },
    mend: { type: 'string', description: 'Slik rettes det.' },
  },
  example: { severity: 'error', row: 17, fileRow: 18, path: 'languages.0.oral', code: 'cefr.unknown', value: 'B3', mend: 'Skriv et nivå fra rammeverket: none, A1, A2, B1, B2, C1, C2.' },
};

export const ISSUE_LIST_SCHEMA = {
  type: 'object', required: ['items', 'total', 'nextCursor'], properties: { items: { type: 'array', items: ISSUE_SCHEMA }, total: count, nextCursor: nullableText },
};
