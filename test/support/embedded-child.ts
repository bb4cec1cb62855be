// Run by test/platform-embedded.e2e-spec.ts in a process of its own: uses the embedded database until told to stop or killed.
import { startEmbedded } from '../../src/platform/database/embedded/start-embedded.js';

const database = await startEmbedded({ home: process.argv[2] ?? '' });
process.stdout.write(`${JSON.stringify({ url: database.url, pid: database.postmasterPid(), joined: database.joinedRunning })}\n`);
process.once('SIGTERM', () => {
  void database.stop().then(() => process.exit(0));
});
setInterval(() => undefined, 1_000);
