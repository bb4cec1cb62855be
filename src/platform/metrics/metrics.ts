import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the path: paths hold identities. */
  readonly route: string;
  readonly status: number;
  readonly elapsedMs: number;
}

/** Figures about this process. A registry of its own, so that two applications in one test process do not collide. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  answered({ method, route, status, elapsedMs }: AnsweredRequest): void {
    this.requests.observe({ method, route, status: String(status) }, elapsedMs / 1000);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
