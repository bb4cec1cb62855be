// Runs once before the e2e tests: one database server for the whole run, and a migrated template to clone.
// The work is TypeScript of ours, which Jest does not transform here; tsx does.
import { register } from 'tsx/esm/api';

export default async function setup() {
  const unregister = register();
  try {
    const { startTestServer } = await import('./test-server.ts');
    globalThis.jobbmatchTestServer = await startTestServer();
  } finally {
    await unregister();
  }
}
