import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { readFeedStatus } from './feed-status.js';

/** Figures about reading the feed. The ones about what is stored are asked of the database when they are scraped. */
@Injectable()
export class FeedMetrics {
  private requests: Counter | null = null;
  private runs: Histogram | null = null;

  constructor(private readonly metrics: Metrics, private readonly clock: Clock, @InjectDataSource() private readonly dataSource: DataSource) {}

  register(): void {
    const { registry } = this.metrics;
    this.requests = new Counter({ name: 'feed_requests_total', help: 'Requests to the feed, every try, by what was asked for and outcome.', labelNames: ['what', 'outcome'], registers: [registry] });
    this.runs = new Histogram({ name: 'feed_run_duration_seconds', help: 'Time of a run by outcome.', labelNames: ['outcome'], buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1_800], registers: [registry] });
    const status = () => readFeedStatus(this.dataSource, { isOn: true, now: this.clock.now() });
    new Gauge({
      name: 'feed_lag_seconds', help: 'Seconds since a run began that read everything there was; while catching up, the age of the newest change read.', registers: [registry],
      async collect() {
        const { lagSeconds } = await status();
        if (lagSeconds !== null) this.set(lagSeconds);
      },
    });
    new Gauge({
      name: 'feed_ads', help: 'Ads of the feed by state: active, pending (content to be fetched), vacancies (stored), refused.', labelNames: ['state'], registers: [registry],
      async collect() {
        const { counts, problems } = await status();
        for (const state of ['active', 'pending', 'vacancies'] as const) this.set({ state }, counts[state]);
        this.set({ state: 'refused' }, problems.filter(({ severity }) => severity === 'error').reduce((sum, { count }) => sum + count, 0));
      },
    });
  }

  request(what: string, outcome: string): void {
    this.requests?.inc({ what, outcome });
  }

  /** @returns to be called with the outcome when the run ends */
  startRun(): (outcome: string) => void {
    const started = performance.now();
    return (outcome) => this.runs?.observe({ outcome }, (performance.now() - started) / 1_000);
  }
}
