import { randomBytes } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';

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
    routerOptions: { maxParamLength: 500 },
  });
}
