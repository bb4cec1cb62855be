import { join } from 'node:path';
import type { AppConfig } from '../config.js';
import { startEmbedded } from './embedded/start-embedded.js';

/** The database this process works on. */
export interface OpenDatabase {
  readonly url: string;
  /** For people: where the data is, without password. */
  readonly description: string;
  readonly close: () => Promise<void>;
}

/**
 * The server `DATABASE_URL` names, or the embedded one in the data folder.
 *
 * @param onTrouble told in one sentence when the embedded server died under us.
 */
export async function openDatabase({ databaseUrl, dataFolder }: AppConfig, onTrouble: (message: string) => void): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    return { url: databaseUrl, description: 'PostgreSQL fra DATABASE_URL', close: () => Promise.resolve() };
  }
  const home = join(dataFolder, 'pg');
  const embedded = await startEmbedded({ home, onTrouble });
  return { url: embedded.url, description: `innebygd PostgreSQL i ${home}`, close: embedded.stop };
}
