import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** First half of the two-part advisory lock key; the second is the hash of the worker's id. */
const lockSpace = 7_406_234;

const lookEveryMs = 2_000;
const reconnectAfterMs = 250;

/** Told about what could not be done, for the log. */
export type Complain = (message: string, error: unknown) => void;

/**
 * Frees jobs of workers whose process is gone; the queue itself would wait four hours.
 *
 * Every process holds a session-level advisory lock per worker of its own on one dedicated connection, and the server
 * drops these the moment the process dies. A job held by a worker whose lock is free at two looks in a row is given
 * back: one look alone could fall into the moment a live process reconnects.
 */
export class WorkerLiveness {
  private readonly own = new Set<string>();
  private suspects: ReadonlySet<string> = new Set();
  private client: pg.Client | null = null;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly connectionString: string, private readonly complain: Complain) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  /** Declares a worker of this process alive, for as long as the process lives. */
  add(workerId: string): void {
    this.own.add(workerId);
    const { client } = this;
    // If this fails the connection is lost, and the next one takes all locks anew.
    if (client) lock(client, workerId).catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const client = (this.client ??= await this.connect());
        await this.look(client);
        await this.pause(lookEveryMs);
      } catch (error) {
        this.complain('could not look after the workers', error);
        await this.client?.end().catch(() => undefined);
        this.client = null;
        this.suspects = new Set();
        await this.pause(reconnectAfterMs);
      }
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'jobbmatch-liveness',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      // A machine that vanished without a word is noticed after some ten seconds, not two hours.
      options: '-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
    });
    client.on('error', () => undefined); // the next query fails, which is where it is dealt with
    await client.connect();
    for (const workerId of this.own) await lock(client, workerId);
    return client;
  }

  private async look(client: pg.Client): Promise<void> {
    const gone = new Set<string>();
    for (const workerId of await holders(client)) {
      if (!this.own.has(workerId) && (await isGone(client, workerId))) gone.add(workerId);
    }
    const confirmed = [...gone].filter((workerId) => this.suspects.has(workerId));
    if (confirmed.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [confirmed]);
    this.suspects = gone;
  }
}

async function holders(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ locked_by: string }>('select distinct locked_by from graphile_worker.jobs where locked_by is not null');
  return rows.map(({ locked_by }) => locked_by);
}

async function lock(client: pg.Client, workerId: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, workerId]);
}

/** Takes the worker's lock for the length of this statement; that works only when nobody holds it. */
async function isGone(client: pg.Client, workerId: string): Promise<boolean> {
  const { rows } = await client.query<{ gone: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as gone', [lockSpace, workerId]);
  return rows[0]?.gone === true;
}
