import { Injectable } from '@nestjs/common';

/** What a task is given beside its payload. */
export interface JobContext {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the service stops; finish or throw soon after. */
  readonly signal: AbortSignal;
}

/**
 * Does one kind of job. May run more than once for the same job (a killed process, a lost connection), so it must be
 * safe to repeat. Throwing means: try again later, with growing pauses.
 */
export type TaskHandler<Payload = unknown> = (payload: Payload, context: JobContext) => Promise<void>;

/** The kinds of jobs this process can do. Rooms register theirs in `onModuleInit`. */
@Injectable()
export class QueueTasks {
  private readonly handlers = new Map<string, TaskHandler>();

  /** @throws RangeError when the name is taken. */
  register<Payload>(name: string, handler: TaskHandler<Payload>): void {
    if (this.handlers.has(name)) throw new RangeError(`task "${name}" is registered already`);
    // Payloads come back from JSON; the room that enqueues a kind of job is the one that does it.
    this.handlers.set(name, handler as TaskHandler);
  }

  all(): ReadonlyMap<string, TaskHandler> {
    return this.handlers;
  }
}
