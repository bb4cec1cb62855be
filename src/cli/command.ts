/** One subcommand of `jobbmatch`, in a file of its own: `src/cli/<name>.command.ts` exports it as `command`. */
export interface Command {
  /** One line for the list of commands, in Norwegian. */
  readonly summary: string;
  /** How to call it, after `jobbmatch <name>`, with one line per option; in Norwegian. */
  readonly usage: string;
  /**
   * @param args what follows the name
   * @returns the exit code: 0 done, 1 failed, 2 wrong usage
   */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** The caller used the command wrongly; answered with the message, the usage and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
