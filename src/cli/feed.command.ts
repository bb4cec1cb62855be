import { setTimeout as sleep } from 'node:timers/promises';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { failRun } from '../modules/feed/feed-cursor.js';
import { codeOf } from '../modules/feed/feed.service.js';
import { NavFeedClient } from '../modules/feed/nav-client.js';
import { runFeed, type FeedProgress, type FeedRun } from '../modules/feed/run-feed.js';
import { loadKnowledge } from '../modules/matching/create-context.js';
import { readConfig } from '../platform/config.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import { readOptions } from './command-options.js';
import { UsageError, type Command } from './command.js';

/** As often as NAV suggests. */
const POLL_EVERY_MS = 120_000;

export const command: Command = {
  summary: 'henter stillinger fra NAVs feed til databasen',
  usage: `[--once]

  --once  les til enden av feeden og avslutt; uten fortsetter den annethvert minutt

Adresse og token leses fra NAV_FEED_URL og NAV_FEED_TOKEN (public = prøvetokenet).`,
  run: async (args) => {
    const { once = false } = readOptions(args, { once: { type: 'boolean' } });
    const config = readConfig(process.env);
    const { feed } = config;
    if (feed === null) throw new UsageError('sett NAV_FEED_TOKEN (public for prøvetokenet) eller NAV_FEED_URL først');
    const stopping = new AbortController();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
    const database = await openDatabase(config, say);
    try {
      await migrate(database.url);
      const dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
      try {
        const knowledge = loadKnowledge();
        const client = new NavFeedClient({ ...feed, signal: stopping.signal });
        return await repeat({ once, signal: stopping.signal }, () =>
          reported(dataSource, () => runFeed({ dataSource, client, knowledge, baseUrl: feed.baseUrl, now: () => new Date(), signal: stopping.signal, onProgress: progressTeller() })));
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await database.close();
    }
  },
};

const say = (message: string): void => void process.stderr.write(`jobbmatch: ${message}\n`);

/** @returns 0 when the last run came to its end, else 1 */
async function repeat({ once, signal }: { once: boolean; signal: AbortSignal }, run: () => Promise<boolean>): Promise<number> {
  let good = await run();
  while (!once && await pause(signal)) good = await run();
  return good ? 0 : 1;
}

/** @returns false when told to stop */
const pause = (signal: AbortSignal): Promise<boolean> => sleep(POLL_EVERY_MS, true, { signal }).catch(() => false);

async function reported(dataSource: DataSource, run: () => Promise<FeedRun>): Promise<boolean> {
  try {
    const done = await run();
    process.stdout.write(`${JSON.stringify(done)}\n`);
    return done.outcome === 'caught-up';
  } catch (error) {
    const code = codeOf(error);
    await failRun(dataSource, { error: code, now: new Date() });
    say(`feeden kunne ikke leses (${code}); neste gang fortsetter det der det stoppet`);
    return false;
  }
}

/** A line now and then, not one for each batch. */
function progressTeller(): (progress: FeedProgress) => void {
  let last = 0;
  return ({ pages, items, stored, refused, removed }) => {
    if (performance.now() - last < 2_000) return;
    last = performance.now();
    say(`${pages} sider, ${items} linjer lest; ${stored} stillinger lagret, ${refused} avvist, ${removed} fjernet`);
  };
}
