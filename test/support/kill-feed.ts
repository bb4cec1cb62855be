import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import type { FeedRun } from '../../src/modules/feed/run-feed.js';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';
import { STAND_IN_TOKEN, type NavStandIn } from './nav-stand-in.js';

export interface FeedTarget { readonly databaseUrl: string; readonly standIn: NavStandIn; readonly now: Date }

/** Reads the feed in a process of its own; with `killWhen`, kills it (SIGKILL) as soon as a line of progress satisfies that. */
export function readInChild({ databaseUrl, standIn, now }: FeedTarget, killWhen?: (progress: FeedRun) => boolean): Promise<FeedRun | 'killed'> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./feed-child.ts', import.meta.url)), databaseUrl, standIn.baseUrl, STAND_IN_TOKEN, now.toISOString()], { stdio: ['ignore', 'pipe', 'inherit'] });
  let tail = '', last: FeedRun | null = null, killed = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (tail + text).split('\n');
    tail = lines.pop() ?? '';
    for (const line of lines) {
      last = JSON.parse(line) as FeedRun;
      if (!killed && killWhen?.(last) === true) killed = child.kill('SIGKILL');
    }
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (killed) resolve('killed');
      else if (code === 0 && last !== null) resolve(last);
      else reject(new Error(`the child ended with ${String(code)}`));
    });
  });
}

/** Everything reading the feed leaves behind, but for ids, versions and times of writing. */
export async function stateOf(databaseUrl: string): Promise<string> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
  const [{ state }] = await dataSource.query<[{ state: string }]>(`
    select (select md5(coalesce(string_agg(external_id || record::text, '' order by external_id), '')) from vacancy where source = 'nav-feed')
      || (select md5(coalesce(string_agg(concat_ws('|', external_id, status, changed_at, is_pending, municipal, link), '' order by external_id), '')) from feed_ad)
      || (select md5(coalesce(string_agg(concat_ws('|', external_id, severity, code, path, value, mend), '' order by external_id, code, path), '')) from feed_issue)
      || (select coalesce(page_id, '') from feed_cursor) || (select count(*) from vacancy where source = 'nav-feed') as state`);
  await dataSource.destroy();
  return state;
}
