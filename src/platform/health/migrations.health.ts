import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Down while the schema lags behind the code, e.g. when a replica of a newer version has not migrated yet. */
@Injectable()
export class MigrationsHealth {
  private upToDate = false;

  constructor(private readonly indicators: HealthIndicatorService, @InjectDataSource() private readonly dataSource: DataSource) {}

  async check(key: string): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(key);
    // A schema never goes backwards under a running process, so one good answer holds.
    try {
      this.upToDate ||= !(await this.dataSource.showMigrations());
    } catch {
      return indicator.down();
    }
    return this.upToDate ? indicator.up() : indicator.down();
  }
}
