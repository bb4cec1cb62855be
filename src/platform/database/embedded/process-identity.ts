import { readFileSync } from 'node:fs';

/**
 * Names one run of one process: pids are reused, so the start time (clock ticks since boot, Linux) goes with it.
 * `startTicks` is null where /proc does not exist; the pid alone must do there.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: string | null;
}

interface ProcStat {
  readonly state: string;
  readonly startTicks: string;
}

function readStat(pid: number): ProcStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name (field 2) stands in parentheses and may hold anything, so count from its end.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
  } catch {
    return null;
  }
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startTicks: readStat(pid)?.startTicks ?? null };
}

/** True while the process runs; a zombie (dead, not yet reaped) counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return readStat(pid)?.state !== 'Z';
}

/** True while exactly that run of the process goes on. */
export function isSameProcessRunning({ pid, startTicks }: ProcessIdentity): boolean {
  if (!isRunning(pid)) return false;
  const now = readStat(pid)?.startTicks ?? null;
  return now === null || startTicks === null || now === startTicks;
}

/** The command line of a running process, or null where it cannot be read. */
export function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return null;
  }
}
