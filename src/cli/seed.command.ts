import { DataSource } from 'typeorm';
import { makeDemo } from '../modules/demo/make-demo.js';
import { storeDemo } from '../modules/demo/store-demo.js';
import { defaultDataDir } from '../modules/reference/data-files.js';
import { loadReferenceTables } from '../modules/reference/load-reference.js';
import { osloDateOf } from '../platform/clock/clock.js';
import { readConfig } from '../platform/config.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import type { Command } from './command.js';

const TOLD = {
  stored: 'Demodata er lagt inn.',
  renewed: 'Demodata er fornyet.',
  'left-alone': 'Databasen har data fra før og er ikke rørt.',
} as const;

export const command: Command = {
  summary: 'legger oppdiktede demodata i en tom database',
  usage: '',
  run: async () => {
    const database = await openDatabase(readConfig(process.env), (message) => process.stderr.write(`${message}\n`));
    try {
      await migrate(database.url);
      const dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
      try {
        const on = osloDateOf(new Date());
        const outcome = await storeDemo(dataSource, on, () => makeDemo(on, loadReferenceTables(defaultDataDir())));
        process.stdout.write(`${TOLD[outcome]}\n`);
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await database.close();
    }
    return 0;
  },
};
