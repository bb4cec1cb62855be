import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig, type AppConfig } from '../platform/config.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../platform/database/open-database.js';
import type { Command } from './command.js';

/** Requests under way when we are told to stop get this long. */
const drainMs = 10_000;

export const command: Command = {
  summary: 'starter tjenesten',
  usage: '\n\nInnstillinger leses fra miljøet; se .env.example.',
  run: async () => {
    const config = readConfig(process.env);
    const { host, port, portIsExplicit } = config;
    if (portIsExplicit && !(await isFree(port, host))) throw new Error(`Port ${port} er opptatt. Velg en annen med PORT.`);
    const stopped = signalled();
    // Loading the application takes longer than starting the database, so they do it side by side.
    const application = import('../main.js');
    const database = await openDatabase(config, say);
    try {
      await migrate(database.url);
      const { createApp } = await application;
      const app = await createApp({ config, databaseUrl: database.url });
      try {
        announce({ ...config, port: await listen(app, config) }, database);
        await stopped;
      } finally {
        await closeWithin(app, drainMs);
      }
    } finally {
      await database.close();
    }
    // Something may still hold a timer or a socket; everything that matters is closed.
    process.exit(0);
  },
};

const say = (message: string): void => void process.stderr.write(`jobbmatch: ${message}\n`);

/** Ctrl-C reaches us from the terminal and once more through npm; only a later one is impatience. */
const sameSignalMs = 1_000;

/** Resolves at the first SIGTERM or SIGINT; a second one, a second later, ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (first !== null && performance.now() - first > sameSignalMs) process.exit(130);
        if (first === null) say('Stopper …');
        first ??= performance.now();
        resolve();
      });
    }
  });
}

/** A default port gives way to whoever has it; a chosen one does not. @returns the port it became. */
async function listen(app: NestFastifyApplication, { host, port, portIsExplicit }: AppConfig): Promise<number> {
  let candidate = port;
  while (!portIsExplicit && candidate < port + 100 && !(await isFree(candidate, host))) {
    say(`Port ${candidate} er opptatt; prøver ${candidate + 1}.`);
    candidate += 1;
  }
  await app.listen(candidate, host);
  return (app.getHttpServer().address() as { port: number }).port;
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

function announce({ host, port }: AppConfig, { description }: OpenDatabase): void {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const base = `http://${shown}:${port}`;
  process.stdout.write(`jobbmatch er klar\n  Start       ${base}/\n  API         ${base}/api/v1\n  Dokumentasjon ${base}/api/docs\n  Data        ${description}\n`);
}

async function closeWithin(app: NestFastifyApplication, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
  await Promise.race([app.close(), patience]);
  clearTimeout(timer);
}
