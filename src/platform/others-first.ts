import { setImmediate } from 'node:timers/promises';

/** Lets everything that waits for the event loop have its turn; called now and then in long work. */
export const othersFirst = (): Promise<void> => setImmediate();
