import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = NonNullable<Extract<ApiResponseOptions, { schema: unknown }>['schema']>;

const count = { type: 'integer', minimum: 0 } as const;
const nullable = (type: string) => ({ type: [type, 'null'] as unknown as 'string' });

export const FEED_STATUS_SCHEMA: Schema = {
  type: 'object',
  required: ['state', 'source', 'cursor', 'lastRun', 'lagSeconds', 'counts', 'problems'],
  properties: {
    state: { type: 'string', enum: ['off', 'not-started', 'running', 'catching-up', 'up-to-date', 'failing'] },
    source: { type: 'string' },
    cursor: { type: ['object', 'null'] as unknown as 'object', properties: { pageId: nullable('string'), startFrom: { type: 'string', format: 'date-time' } } },
    lastRun: {
      type: ['object', 'null'] as unknown as 'object',
      properties: { startedAt: { type: 'string' }, finishedAt: nullable('string'), outcome: nullable('string'), error: nullable('string'), failuresInARow: count },
    },
    lagSeconds: { ...nullable('integer'), description: 'Hvor gammelt det vi har kan være, i sekunder; null = ingenting er lest.' },
    counts: { type: 'object', properties: { pagesRead: count, itemsRead: count, active: count, inactive: count, pending: count, vacancies: count } },
    problems: { type: 'array', items: { type: 'object', properties: { code: { type: 'string' }, severity: { type: 'string', enum: ['error', 'warning'] }, count } } },
  },
};

export const FEED_ISSUES_SCHEMA: Schema = {
  type: 'object', required: ['items', 'next'],
  properties: {
    items: {
      type: 'array',
      items: {
        type: 'object', required: ['uuid', 'severity', 'code', 'path', 'mend'],
        properties: {
          uuid: { type: 'string', description: 'Annonsens id i feeden.' }, severity: { type: 'string', enum: ['error', 'warning'] }, code: { type: 'string' },
          path: { type: 'string' }, value: nullable('string'), mend: { type: 'string' },
        },
      },
    },
    next: { ...nullable('integer'), description: 'Sendes som «after» for neste side; null på siste.' },
  },
};
