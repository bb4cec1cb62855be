import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { enqueue } from '../src/platform/queue/enqueue.js';
import { QueueTasks } from '../src/platform/queue/queue-tasks.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

const done: unknown[] = [];

@Injectable()
class ProbeTasks implements OnModuleInit {
  constructor(private readonly tasks: QueueTasks) {}

  onModuleInit(): void {
    this.tasks.register('probe', (payload) => {
      done.push(payload);
      return Promise.resolve();
    });
    let failures = 0;
    this.tasks.register('fails-once', (payload) => {
      failures += 1;
      if (failures === 1) throw new Error('person 01019012345 cannot be matched');
      done.push(payload);
      return Promise.resolve();
    });
  }
}

@Module({ providers: [ProbeTasks] })
class ProbeModule {}

async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<number> {
  const started = performance.now();
  while (!(await condition())) {
    if (performance.now() - started > withinMs) throw new Error(`not within ${withinMs} ms`);
    await sleep(20);
  }
  return performance.now() - started;
}

let app: TestApp;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startTestApp({ modules: [ProbeModule] });
  dataSource = app.dataSource;
});
afterAll(() => app.close());

describe('the queue', () => {
  it('does a job once the transaction that added it commits', async () => {
    await dataSource.transaction(async (manager) => {
      await enqueue(manager, { task: 'probe', payload: { id: 'committed' } });
      await sleep(200);
      expect(done).not.toContainEqual({ id: 'committed' });
    });
    await until(() => done.some((payload) => (payload as { id: string }).id === 'committed'), 3_000);
  });

  it('forgets a job whose transaction is rolled back', async () => {
    const added = dataSource.transaction(async (manager) => {
      await enqueue(manager, { task: 'probe', payload: { id: 'rolled back' } });
      throw new Error('changed my mind');
    });
    await expect(added).rejects.toThrow('changed my mind');
    const rows = await dataSource.query<{ count: number }[]>('select count(*)::int as count from graphile_worker.jobs');
    expect(rows[0]?.count).toBe(0);
  });

  it('tries again after a failure and keeps no message of it', async () => {
    await enqueue(dataSource.manager, { task: 'fails-once', payload: { id: 'second try' } });
    const lastError = async (): Promise<string | null> =>
      (await dataSource.query<{ last_error: string | null }[]>("select last_error from graphile_worker.jobs where task_identifier = 'fails-once'"))[0]?.last_error ?? null;
    await until(async () => (await lastError()) !== null, 3_000);
    expect(await lastError()).not.toMatch(/01019012345|matched/);
    await until(() => done.some((payload) => (payload as { id: string }).id === 'second try'), 10_000);
  });
});

/** A process of its own that takes the job and never ends it. */
function startStuckWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/stuck-worker.ts', app.databaseUrl], { stdio: ['ignore', 'ignore', 'inherit'] });
  killed.push(child);
  return child;
}

const killed: ChildProcess[] = [];
afterEach(() => {
  for (const child of killed.splice(0)) child.kill('SIGKILL');
});

describe('a worker that is killed', () => {
  const holder = async (): Promise<string | null> =>
    (await dataSource.query<{ locked_by: string | null }[]>("select locked_by from graphile_worker.jobs where task_identifier = 'stuck'"))[0]?.locked_by ?? null;

  it('keeps its job while it lives, and loses it within ten seconds of its death', async () => {
    await enqueue(dataSource.manager, { task: 'stuck', payload: {}, queue: 'one-at-a-time' });
    const child = startStuckWorker();
    await until(async () => (await holder()) !== null, 10_000);
    const worker = await holder();
    await sleep(6_000); // three looks
    expect(await holder()).toBe(worker);
    child.kill('SIGKILL');
    await until(async () => (await holder()) === null, 10_000);
  });
});
