import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { readConfig, type AppConfig } from '../../src/platform/config.js';
import { createHttpAdapter } from '../../src/platform/http/adapter.js';
import { configureApp } from '../../src/platform/http/configure-app.js';
import { createLogger, NestLogger } from '../../src/platform/logging/logger.js';
import { createDatabase, dropDatabase, withDatabase } from './databases.js';

export interface TestApp {
  /** Sends requests to the running application. */
  readonly http: ReturnType<typeof supertest>;
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  /** Of this application's own database. */
  readonly databaseUrl: string;
  /** Where it listens, e.g. `http://127.0.0.1:41234`. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

export interface TestAppOptions {
  /** A migrated database to use instead of a fresh one; stays when the application closes. */
  readonly databaseUrl?: string;
  readonly config?: Partial<AppConfig>;
  /** Providers to replace, e.g. `[Clock, { now: …, today: () => '2026-03-29' }]`. */
  readonly overrides?: readonly (readonly [token: unknown, value: unknown])[];
  /** Controllers of the test's own. */
  readonly controllers?: readonly Type[];
  /** Modules of the test's own. */
  readonly modules?: readonly Type[];
}

/** AppModule through `configureApp`, listening, on a fresh migrated database of its own. Close it when done. */
export async function startTestApp({ databaseUrl: given, config, overrides = [], controllers = [], modules = [] }: TestAppOptions = {}): Promise<TestApp> {
  const { url: databaseUrl, drop } = given === undefined ? await freshDatabase() : { url: given, drop: () => Promise.resolve() };
  const settled: AppConfig = { ...readConfig({ PORT: '0', LOG_LEVEL: 'silent', DEMO: 'off' }), ...config, databaseUrl };
  const builder = Test.createTestingModule({ imports: [AppModule.register({ config: settled, databaseUrl }), ...modules], controllers: [...controllers] });
  for (const [token, value] of overrides) builder.overrideProvider(token).useValue(value);
  builder.setLogger(new NestLogger(createLogger(settled.logLevel)));
  const app = (await builder.compile()).createNestApplication<NestFastifyApplication>(createHttpAdapter());
  configureApp(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    http: supertest(baseUrl),
    app,
    dataSource: app.get(DataSource),
    databaseUrl,
    baseUrl,
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

/** An empty, migrated database: a copy of the template the run made. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['JOBBMATCH_TEST_SERVER'];
  const template = process.env['JOBBMATCH_TEST_TEMPLATE'];
  if (server === undefined || template === undefined) throw new Error('no test database: run through Jest’s e2e project');
  const name = `jobbmatch_test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, template);
  return { url: withDatabase(server, name), drop: () => dropDatabase(server, name) };
}
