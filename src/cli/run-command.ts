import { packageVersion } from '../platform/package-version.js';
import { UsageError } from './command.js';
import { commands } from './commands.js';

/** Runs `jobbmatch <name> …`. @returns the exit code. */
export async function runCommand([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(await overview());
    return 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${packageVersion}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    process.stderr.write(`jobbmatch: ukjent kommando. Se «jobbmatch help».\n`);
    return 2;
  }
  const { command } = await load();
  const usage = `Bruk: jobbmatch ${name} ${command.usage}`.trimEnd();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.summary}\n\n${usage}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    process.stderr.write(`jobbmatch: ${(error as Error).message}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.stderr.write(`${usage}\n`);
    return 2;
  }
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.entries(commands).map(async ([name, load]) => ({ name, summary: (await load()).command.summary })));
  const lines = loaded.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`);
  return `jobbmatch ${packageVersion}\n\nBruk: jobbmatch <kommando> [valg]\n\n${lines.join('\n')}\n\n«jobbmatch <kommando> --help» viser valgene.\n`;
}
