import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { catalogue, type ProblemCode } from './catalogue.js';
import { problemMediaType } from './problem.js';

const schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'code', 'detail'], properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } } },
    },
    traceId: { type: 'string' },
  },
};

/**
 * Documents which problems an operation answers with, grouped by status, each with an example.
 * `service.internal` and `service.database-unavailable` go without saying and are added.
 *
 * @example `@ApiProblems('request.invalid', 'candidate.not-found')`
 */
export function ApiProblems(...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const all = [...new Set<ProblemCode>([...codes, 'service.internal', 'service.database-unavailable'])];
  const statuses = [...new Set(all.map((code) => catalogue[code].status))].sort((a, b) => a - b);
  return applyDecorators(...statuses.map((status) => documented(status, all.filter((code) => catalogue[code].status === status))));
}

function documented(status: number, codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  return ApiResponse({
    status,
    description: codes.map((code) => catalogue[code].title).join(' / '),
    content: { [problemMediaType]: { schema, examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])) } },
  });
}

const exampleOf = (code: ProblemCode): object => ({
  type: `/problems/${code}`, title: catalogue[code].title, status: catalogue[code].status, detail: catalogue[code].explanation,
  instance: '/api/v1/…', code, errors: [], traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
});
