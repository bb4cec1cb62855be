import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { allowedMethods, type KnownRoute } from '../http/known-routes.js';
import type { HttpReply, HttpRequest } from '../http/http-types.js';
import { AppError } from './app-error.js';
import { classify } from './classify.js';
import { problemFrom, problemMediaType } from './problem.js';

/** Answers every error as problem+json. Faults of ours are logged in full and answered without details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly routes: readonly KnownRoute[]) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<HttpReply>();
    const failure = (request.is404 === true ? this.unknownRoute(request) : classify(error)) ?? this.fault(error, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy(); // half an answer is out: breaking off is the only way left to say so
      return;
    }
    const problem = problemFrom(failure, { url: request.url, traceId: request.id });
    const retry = problem.status === 503 ? { 'retry-after': '2' } : {};
    for (const [name, value] of Object.entries({ ...retry, ...failure.headers })) reply.header(name, value);
    reply.header('cache-control', 'no-store').header('content-type', problemMediaType).status(problem.status).send(JSON.stringify(problem));
  }

  private unknownRoute({ method, url }: HttpRequest): AppError {
    const allowed = allowedMethods(this.routes, url);
    if (allowed.length === 0 || allowed.includes(method)) return new AppError('request.unknown-route', 'Ingenting svarer på denne adressen.');
    return new AppError('request.method-not-allowed', `Adressen tar imot ${allowed.join(', ')}.`, { headers: { allow: allowed.join(', ') } });
  }

  private fault(error: unknown, request: HttpRequest): AppError {
    const route = request.routeOptions?.url ?? 'unknown route';
    // The message may quote data, so only the kind of error and where it arose are kept.
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : [];
    this.logger.error({ msg: 'unexpected error', kind: error instanceof Error ? error.name : typeof error, route, traceId: request.id, stack });
    return new AppError('service.internal', 'Feilen er logget.');
  }
}
