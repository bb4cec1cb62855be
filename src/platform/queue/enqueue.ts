import type { EntityManager } from 'typeorm';

export interface JobOptions {
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** A waiting job with the same key is replaced instead of doubled. */
  readonly key?: string;
  /** How often it is tried before it is given up; default 25. */
  readonly maxAttempts?: number;
  readonly runAt?: Date;
}

export interface NewJob extends JobOptions {
  readonly task: string;
  /** JSON; ids only, no personal data. */
  readonly payload: object;
}

/**
 * Adds a job inside the caller's transaction: rolled back together, visible to workers only after commit.
 *
 * @returns the job's id.
 */
export async function enqueue(manager: EntityManager, { task, payload, queue, key, maxAttempts, runAt }: NewJob): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(
    `select id::text from graphile_worker.add_job(
       identifier := $1, payload := $2::json, queue_name := $3, job_key := $4, max_attempts := $5, run_at := $6)`,
    [task, JSON.stringify(payload), queue ?? null, key ?? null, maxAttempts ?? null, runAt ?? null],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the queue returned no job');
  return id;
}
