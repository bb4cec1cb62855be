import { Logger, ValidationPipe, type ValidationError } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '../metrics/metrics.js';
import { AppError, type FieldProblem } from '../problems/app-error.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import type { KnownRoute } from './known-routes.js';
import { serveOpenApi } from './openapi.js';

/** Addresses people and machines may know by heart; everything else is the API, below `/api/v1`. */
const outsideTheApi = ['/', 'health/live', 'health/ready', 'metrics', 'problems', 'problems/:code'];

/** Everything between the socket and the controllers; shared by the service and the tests. Call before `init`. */
export function configureApp(app: NestFastifyApplication): void {
  const routes: KnownRoute[] = [];
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  observe(app);
  app.setGlobalPrefix('api/v1', { exclude: outsideTheApi });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(routes));
  useHeaders(app);
  serveOpenApi(app);
}

function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new AppError('request.invalid', 'Ett eller flere felt kan ikke brukes.', errors.flatMap((error) => fieldProblems(error, ''))),
  });
}

function fieldProblems({ property, constraints = {}, children = [] }: ValidationError, above: string): readonly FieldProblem[] {
  const pointer = `${above}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints).map(([code, detail]) => ({ pointer, code, detail }));
  return [...own, ...children.flatMap((child) => fieldProblems(child, pointer))];
}

function useHeaders(app: NestFastifyApplication): void {
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'", baseUri: "'none'", formAction: "'self'", frameAncestors: "'none'", objectSrc: "'none'",
        imgSrc: ["'self'", 'data:'], styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Whether there is TLS is known to what stands in front of us, which should send this header.
    strictTransportSecurity: false,
  });
}

/** One log line and one measurement per request: route pattern, status, time. Never paths, bodies or addresses. */
function observe(app: NestFastifyApplication): void {
  const logger = new Logger('Http');
  const metrics = app.get(Metrics);
  app.getHttpAdapter().getInstance().addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    const answered = { method: request.method, route, status: reply.statusCode, elapsedMs: Math.round(reply.elapsedTime * 10) / 10 };
    metrics.answered(answered);
    const isProbe = route.startsWith('/health') || route === '/metrics';
    logger[isProbe ? 'debug' : 'log']({ msg: 'answered', traceId: request.id, ...answered });
    done();
  });
}
