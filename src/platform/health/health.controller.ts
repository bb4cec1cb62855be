import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { AppError } from '../problems/app-error.js';
import { MigrationsHealth } from './migrations.health.js';

const databaseTimeoutMs = 1_500;

/** For whoever starts and restarts us: `live` = do not kill, `ready` = send traffic. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly migrations: MigrationsHealth,
  ) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: string }> {
    try {
      const { status } = await this.health.check([
        () => this.database.pingCheck('database', { timeout: databaseTimeoutMs }),
        () => this.migrations.check('migrations'),
      ]);
      return { status };
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      const { error: failing = {} } = error.getResponse() as { error?: Record<string, unknown> };
      const errors = Object.keys(failing).map((name) => ({ pointer: `/${name}`, code: 'down', detail: 'Svarer ikke.' }));
      throw new AppError('service.not-ready', 'Noe tjenesten er avhengig av svarer ikke.', errors);
    }
  }
}
