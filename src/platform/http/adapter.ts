import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppError } from '../problems/app-error.js';
import { classify } from '../problems/classify.js';
import { problemFrom, problemMediaType } from '../problems/problem.js';
import type { HttpRequest } from './http-types.js';

/** Largest JSON body, in bytes; stateless matching of a whole caseload must fit. Files go to the import as streams. */
export const bodyLimitBytes = 10 * 1024 * 1024;

export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    // Ours, never the caller's: trace ids end up in logs.
    genReqId: () => randomBytes(16).toString('hex'),
    requestIdHeader: false,
    // While we drain, a request on an open connection is still answered.
    return503OnClosing: false,
    // The router answers a badly encoded address before any filter of ours could.
    frameworkErrors: (error: Error, request: Pick<HttpRequest, 'url' | 'id'>, reply: { hijack: () => unknown; raw: ServerResponse }) => {
      const failure = classify(error) ?? new AppError('request.malformed', 'Adressen kan ikke leses.');
      const problem = problemFrom(failure, { url: request.url, traceId: request.id });
      reply.hijack();
      reply.raw.writeHead(problem.status, { 'content-type': problemMediaType, 'x-content-type-options': 'nosniff' }).end(JSON.stringify(problem));
    },
    routerOptions: { maxParamLength: 500 },
  });
}
