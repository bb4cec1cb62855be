import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger as WorkerLogger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { RUNTIME, type Runtime } from '../runtime.js';
import { QueueTasks, type TaskHandler } from './queue-tasks.js';
import { WorkerLiveness } from './worker-liveness.js';

/** Jobs this process does at a time. More would starve the requests of processor and connections. */
const concurrency = 2;
const pollIntervalMs = 1_000;
const restartAfterMs = 1_000;

const alarming: ReadonlySet<string> = new Set(['error', 'warning']);

/** Does the jobs of the queue inside the service, and comes back when the database was away. */
@Injectable()
export class QueueRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly liveness: WorkerLiveness;
  private readonly stopping = new AbortController();
  private runner: Runner | null = null;
  private loop: Promise<void> = Promise.resolve();

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime, private readonly tasks: QueueTasks) {
    this.liveness = new WorkerLiveness(runtime.databaseUrl, (message, error) => this.complain(message, error));
  }

  onApplicationBootstrap(): void {
    if (this.tasks.all().size === 0) return;
    this.liveness.start();
    this.loop = this.keepRunning();
  }

  /** Running jobs get some seconds to end; unfinished ones go back to the queue. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.runner?.stop().catch(() => undefined); // it may have ended by itself
    await this.loop;
    await this.liveness.stop();
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        this.runner = await this.startRunner();
        if (this.isStopping()) await this.runner.stop();
        await this.runner.promise;
      } catch (error) {
        this.complain('the queue stopped and will be started again', error);
      }
      this.runner = null;
      await sleep(restartAfterMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private startRunner(): Promise<Runner> {
    const events = new EventEmitter() as WorkerEvents;
    // Jobs are held in the name of the pool. Emitted before it asks for its first one.
    events.on('pool:create', ({ workerPool }) => this.liveness.add(workerPool.id));
    const taskList: TaskList = Object.fromEntries([...this.tasks.all()].map(([name, handler]) => [name, this.wrapped(handler)]));
    return run({
      connectionString: this.runtime.databaseUrl,
      taskList,
      concurrency,
      pollInterval: pollIntervalMs,
      maxPoolSize: concurrency + 2,
      noHandleSignals: true,
      parsedCronItems: [],
      events,
      logger: new WorkerLogger(() => (level, message) => {
        // What a task failed with may quote data; `wrapped` logs that part with care.
        if (alarming.has(level)) this.logger.warn({ msg: 'queue', detail: message.split(/\n| with error/, 1)[0] });
      }),
    });
  }

  private wrapped(handler: TaskHandler): TaskList[string] {
    return async (payload, { job, abortSignal }) => {
      try {
        await handler(payload, { jobId: job.id, attempt: job.attempts, signal: abortSignal });
      } catch (error) {
        const kind = kindOf(error);
        this.logger.warn({ msg: 'job failed', jobId: job.id, task: job.task_identifier, attempt: job.attempts, kind, at: framesOf(error) });
        throw new Error(kind, { cause: kind }); // the queue keeps this text in its table: no data in it
      }
    };
  }

  private complain(message: string, error: unknown): void {
    if (!this.isStopping()) this.logger.warn({ msg: message, kind: kindOf(error) });
  }
}

/** Which error it was, without its message: that may quote data. */
function kindOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : typeof error;
}

const framesOf = (error: unknown): readonly string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 5) : [];
