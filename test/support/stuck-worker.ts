// Run by test/platform-queue.e2e-spec.ts in a process of its own, to be killed: takes a job and never ends it.
import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import { WorkerLiveness } from '../../src/platform/queue/worker-liveness.js';

const connectionString = process.argv[2] ?? '';
const liveness = new WorkerLiveness(connectionString, (message, error) => process.stderr.write(`${message}: ${String(error)}\n`));
liveness.start();
const events = new EventEmitter() as WorkerEvents;
events.on('pool:create', ({ workerPool }) => liveness.add(workerPool.id));

await run({
  connectionString,
  concurrency: 1,
  noHandleSignals: true,
  parsedCronItems: [],
  events,
  taskList: {
    stuck: () => new Promise(() => undefined),
  },
});
