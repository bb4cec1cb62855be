import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { createHttpAdapter } from './platform/http/adapter.js';
import { configureApp } from './platform/http/configure-app.js';
import { createLogger, NestLogger } from './platform/logging/logger.js';
import type { Runtime } from './platform/runtime.js';

/** The whole application on an open, migrated database, not yet listening. */
export async function createApp(runtime: Runtime): Promise<NestFastifyApplication> {
  const logger = new NestLogger(createLogger(runtime.config.logLevel));
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class but wants a literal
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(runtime), createHttpAdapter(), { logger, abortOnError: false });
  configureApp(app);
  return app;
}
