import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { startEmbedded, type EmbeddedDatabase } from '../src/platform/database/embedded/start-embedded.js';
import { migrate } from '../src/platform/database/migrate.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

@Controller('probe')
class ProbeController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get('one') async one(): Promise<unknown> { return (await this.dataSource.query<{ one: number }[]>('select 1 as one'))[0]; }

  @Get('slow') async slow(): Promise<unknown> { return this.dataSource.query<unknown[]>('select pg_sleep(0.6), 1 as one'); }

  @Get('too-slow') async tooSlow(): Promise<unknown> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query("set local statement_timeout = '50ms'");
      return manager.query<unknown[]>('select pg_sleep(5)');
    });
  }
}

describe('when the database dies', () => {
  let home: string;
  let database: EmbeddedDatabase;
  let app: TestApp;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'jobbmatch-failures-'));
    database = await startEmbedded({ home });
    await migrate(database.url);
    app = await startTestApp({ databaseUrl: database.url, controllers: [ProbeController] });
  });
  afterAll(async () => {
    await app.close();
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('answers 503 with Retry-After, never 500 or a wrong answer, and recovers by itself', async () => {
    await app.http.get('/api/v1/probe/one').expect(200, { one: 1 });
    process.kill(database.postmasterPid(), 'SIGKILL');
    const statuses = new Set<number>();
    const deadline = Date.now() + 20_000;
    let recovered = false;
    while (!recovered && Date.now() < deadline) {
      const response = await app.http.get('/api/v1/probe/one');
      statuses.add(response.status);
      if (response.status === 200) {
        expect(response.body).toEqual({ one: 1 });
        recovered = statuses.has(503);
      } else {
        expect(response.body).toMatchObject({ code: 'service.database-unavailable' });
        expect(response.headers['retry-after']).toMatch(/^\d+$/);
      }
      await sleep(5);
    }
    expect(recovered).toBe(true);
    expect([...statuses].sort()).toEqual([200, 503]);
    await app.http.get('/health/ready').expect(200);
  });

  it('says that it lives but is not ready while the database is away', async () => {
    await database.stop();
    await app.http.get('/health/live').expect(200);
    const { body } = (await app.http.get('/health/ready').expect(503)) as { body: unknown };
    expect(body).toMatchObject({ code: 'service.not-ready', errors: expect.arrayContaining([expect.objectContaining({ pointer: '/database' })]) as unknown });
  });
});

describe('time', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp({ controllers: [ProbeController] }); });
  afterAll(() => app.close());

  it('is limited: a query that takes too long is a 503, not a hanging connection', async () => {
    const { body } = (await app.http.get('/api/v1/probe/too-slow').expect(503)) as { body: unknown };
    expect(body).toMatchObject({ code: 'service.too-slow' });
  });
});

it('finishes the requests under way when it is told to stop', async () => {
  const app = await startTestApp({ controllers: [ProbeController] });
  const sent = request(`${app.baseUrl}/api/v1/probe/slow`).end();
  await sleep(150);
  const closed = app.close();
  const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }];
  response.resume();
  expect(response.statusCode).toBe(200);
  await closed;
  await expect(fetch(`${app.baseUrl}/health/live`)).rejects.toThrow();
});
