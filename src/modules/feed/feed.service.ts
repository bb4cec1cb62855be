import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig, FeedConfig } from '../../platform/config.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { QueueTasks } from '../../platform/queue/queue-tasks.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import { KNOWLEDGE } from '../matching/knowledge.module.js';
import type { AdKnowledge } from '../ads/read-ad.js';
import { failRun } from './feed-cursor.js';
import { FeedMetrics } from './feed-metrics.js';
import { NavFeedClient } from './nav-client.js';
import { USUAL_PATIENCE } from './patient-fetch.js';
import { runFeed } from './run-feed.js';

const TASK = 'feed.poll';
/** One at a time, and one waiting. */
const QUEUE = 'feed';
const KEY = 'feed.poll';

/** As often as NAV suggests. */
const POLL_EVERY_MS = 120_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** What reading the feed needs of the platform. */
@Injectable()
export class FeedPlatform {
  constructor(readonly tasks: QueueTasks, readonly clock: Clock) {}
}

/** Reads the feed every other minute when the installation has named it. */
@Injectable()
export class FeedService implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Feed');

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(KNOWLEDGE) private readonly knowledge: AdKnowledge,
    private readonly platform: FeedPlatform,
    private readonly metrics: FeedMetrics,
  ) {}

  onModuleInit(): void {
    const { feed } = this.config;
    // Registered even when off, so that a job from before it was turned off is not left lying.
    this.platform.tasks.register(TASK, async (_payload, { signal }) => {
      if (feed !== null) await this.poll(feed, signal);
    });
    if (feed !== null) this.metrics.register();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.feed !== null) await this.enqueueNext(0);
  }

  /** One run, and the next one queued whatever this one comes to. */
  private async poll(feed: FeedConfig, signal: AbortSignal): Promise<void> {
    const { clock } = this.platform;
    let pause = POLL_EVERY_MS;
    const stop = this.metrics.startRun();
    try {
      const client = new NavFeedClient({ ...feed, patience: USUAL_PATIENCE, signal, onRequest: (what, outcome) => this.metrics.request(what, outcome) });
      const run = await runFeed({ dataSource: this.dataSource, client, knowledge: this.knowledge, baseUrl: feed.baseUrl, now: () => clock.now(), signal });
      stop(run.outcome);
      const { pages, items, stored, refused, removed } = run;
      this.logger.log({ msg: 'feed read', outcome: run.outcome, pages, items, stored, refused, removed });
    } catch (error) {
      const code = codeOf(error);
      const failures = await failRun(this.dataSource, { error: code, now: clock.now() });
      pause = Math.min(LONGEST_PAUSE_MS, POLL_EVERY_MS * 2 ** Math.min(failures - 1, 5)) * (0.75 + Math.random() / 2);
      stop('failed');
      this.logger.warn({ msg: 'feed not read', code, failures });
    }
    await this.enqueueNext(pause);
  }

  private async enqueueNext(pauseMs: number): Promise<void> {
    // The queue counts by the database's clock and ours may differ; a moment already past means at once.
    await enqueue(this.dataSource.manager, { task: TASK, payload: {}, queue: QUEUE, key: KEY, ...(pauseMs === 0 ? {} : { runAt: new Date(Date.now() + pauseMs) }) });
  }
}

/** Stable and free of content: the code of an expected failure, else the kind of error. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
