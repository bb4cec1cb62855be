import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ReferenceTables } from '../../core/reference/tables.js';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig } from '../../platform/config.js';
import { APP_CONFIG } from '../../platform/runtime.js';
import { REFERENCE_TABLES } from '../records/reference-tables.module.js';
import { makeDemo } from './make-demo.js';
import { storeDemo } from './store-demo.js';

/** Fills an empty database with the demo when the installation asks for it. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Demo');

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(REFERENCE_TABLES) private readonly tables: ReferenceTables,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demo) return;
    const on = this.clock.today();
    const outcome = await storeDemo(this.dataSource, on, () => makeDemo(on, this.tables));
    if (outcome !== 'left-alone') this.logger.log({ msg: 'demo', outcome });
  }
}
