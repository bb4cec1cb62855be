import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock/clock.js';
import { dataSourceOptions } from './database/data-source-options.js';
import { HealthController } from './health/health.controller.js';
import { MigrationsHealth } from './health/migrations.health.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ProblemsController } from './problems/problems.controller.js';
import { QueueRunner } from './queue/queue-runner.js';
import { QueueTasks } from './queue/queue-tasks.js';
import { APP_CONFIG, RUNTIME, type Runtime } from './runtime.js';

/** What every room may inject: configuration, clock, database, queue, metrics. */
@Module({})
export class PlatformModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(runtime.databaseUrl), autoLoadEntities: true, retryAttempts: 5, retryDelay: 1_000 }),
        TerminusModule.forRoot({ logger: false, gracefulShutdownTimeoutMs: 0 }),
      ],
      controllers: [HealthController, MetricsController, ProblemsController],
      providers: [Clock, Metrics, MigrationsHealth, QueueTasks, QueueRunner, { provide: RUNTIME, useValue: runtime }, { provide: APP_CONFIG, useValue: runtime.config }],
      exports: [Clock, Metrics, QueueTasks, RUNTIME, APP_CONFIG],
    };
  }
}
