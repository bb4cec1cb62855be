import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/platform/database/embedded/start-embedded.js';
import { findRunning } from '../../src/platform/database/embedded/postmaster.js';
import { isRunning } from '../../src/platform/database/embedded/process-identity.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { createDatabase, dropDatabase, withDatabase } from './databases.js';

export interface TestServer {
  readonly stop: () => Promise<void>;
}

const prefix = 'jobbmatch-test-';

/**
 * The server the e2e tests of one run share: `TEST_DATABASE_URL` (a role that may create databases) or an embedded one
 * in the temporary folder. Its address and the template's name reach the tests through the environment.
 */
export async function startTestServer(): Promise<TestServer> {
  const external = process.env['TEST_DATABASE_URL'];
  const { url, stop } = external === undefined || external === '' ? await startOwn() : { url: external, stop: () => Promise.resolve() };
  const template = `jobbmatch_template_${process.pid}_${Date.now().toString(36)}`;
  await createDatabase(url, template);
  await migrate(withDatabase(url, template));
  process.env['JOBBMATCH_TEST_SERVER'] = url;
  process.env['JOBBMATCH_TEST_TEMPLATE'] = template;
  return {
    stop: async () => {
      await dropDatabase(url, template);
      await stop();
    },
  };
}

async function startOwn(): Promise<{ url: string; stop: () => Promise<void> }> {
  removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Nothing here has to survive a power cut.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const server = await startEmbedded({ home, settings });
  return {
    url: server.superuserUrl,
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its folder and its server behind. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    const home = join(tmpdir(), name);
    const postmaster = findRunning(join(home, 'data'));
    if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}
