// Run by tests in a process of its own, to be killed: reads the feed to its end.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { NavFeedClient } from '../../src/modules/feed/nav-client.js';
import { runFeed } from '../../src/modules/feed/run-feed.js';
import { loadKnowledge } from '../../src/modules/matching/create-context.js';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';

const [databaseUrl = '', baseUrl = '', token = '', at = ''] = process.argv.slice(2);
const dataSource = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
const client = new NavFeedClient({ baseUrl, token, patience: { attempts: 8, timeoutMs: 10_000, backOffMs: 20, longestPauseMs: 200 } });
const done = await runFeed({
  dataSource, client, knowledge: loadKnowledge(), baseUrl, now: () => new Date(at),
  onProgress: (progress) => process.stdout.write(`${JSON.stringify(progress)}\n`),
});
process.stdout.write(`${JSON.stringify(done)}\n`);
await dataSource.destroy();
