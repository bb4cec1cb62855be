import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isSameProcessRunning, type ProcessIdentity } from './process-identity.js';

/**
 * Which processes use the embedded database now. Services and commands on one folder share one server;
 * the last to leave stops it. Call these under the folder lock.
 */
export class Members {
  private readonly folder: string;
  private readonly own: string;

  constructor(home: string, private readonly token: string) {
    this.folder = join(home, 'members');
    this.own = `${process.pid}-${this.token}.json`;
  }

  join(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, this.own), JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  }

  leave(): void {
    rmSync(join(this.folder, this.own), { force: true });
  }

  /** Every other user that still runs; files of killed processes are removed on the way. */
  others(): readonly ProcessIdentity[] {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const running: ProcessIdentity[] = [];
    for (const name of readdirSync(this.folder)) {
      if (name === this.own) continue;
      const member = readMember(join(this.folder, name));
      if (member && isSameProcessRunning(member)) running.push(member);
      else rmSync(join(this.folder, name), { force: true });
    }
    return running;
  }
}

function readMember(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null; // half written by a process that was killed
  }
}
