import { readConfig } from '../platform/config.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import type { Command } from './command.js';

export const command: Command = {
  summary: 'oppdaterer databasens skjema og avslutter',
  usage: '',
  run: async () => {
    const database = await openDatabase(readConfig(process.env), (message) => process.stderr.write(`${message}\n`));
    try {
      const ran = await migrate(database.url);
      process.stdout.write(ran.length === 0 ? 'Skjemaet er oppdatert fra før.\n' : `Kjørte ${ran.length} migreringer: ${ran.join(', ')}\n`);
    } finally {
      await database.close();
    }
    return 0;
  },
};
