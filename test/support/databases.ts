import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** `url` with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const inUse = '55006';

/** Makes a database, as a copy of `template` if given. Copies wait for each other. */
export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  const source = template === undefined ? "template template0 encoding 'UTF8'" : `template ${template}`;
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      await run(server, `create database ${name} ${source}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== inUse || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** Removes a database and whoever is connected to it. */
export const dropDatabase = (server: string, name: string): Promise<void> => run(server, `drop database if exists ${name} with (force)`);
