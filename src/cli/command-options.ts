import { once } from 'node:events';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isIsoDate } from '../core/records/iso-date.js';
import { osloDateOf } from '../platform/clock/clock.js';
import { UsageError } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads `--name value` options strictly. @throws UsageError naming what is wrong */
export function readOptions<T extends Options>(args: readonly string[], options: T): ReturnType<typeof parseArgs<{ options: T }>>['values'] {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws UsageError when the option is not given */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} mangler`);
  return value;
}

/** The date of assessment: as given, or today in Norway. @throws UsageError unless it is a real date */
export function dateOption(value: string | undefined): string {
  if (value === undefined) return osloDateOf(new Date());
  if (!isIsoDate(value)) throw new UsageError(`--on må være en dato på formen ÅÅÅÅ-MM-DD, ikke «${value}»`);
  return value;
}

/** A whole number within limits. @throws UsageError */
export function countOption(value: string | undefined, name: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`--${name} må være et helt tall, ikke «${value}»`);
  return Number(value);
}

/** The bytes of a file, or of standard input for `-`. @throws UsageError when there is no such file */
export function input(path: string): AsyncIterable<Uint8Array> {
  if (path === '-') return process.stdin;
  if (!isFile(path)) throw new UsageError(`filen «${path}» finnes ikke`);
  return createReadStream(path);
}

/** Standard input can be read once only. @throws UsageError when several files are `-` */
export function atMostOneStandardInput(...paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('bare én fil kan være - (standard inn)');
}

/** False for folders; pipes and devices can be read as files. */
function isFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isDirectory();
}

/** Writes pieces of text to a file, or to standard output. */
export async function output(path: string | undefined, pieces: Iterable<string>): Promise<void> {
  const stream = path === undefined ? process.stdout : createWriteStream(path);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  if (stream === process.stdout) return;
  stream.end();
  await once(stream, 'finish');
}

/** One JSON object with its `results` one a line, piece by piece, so that large answers need no more memory than one result. */
export function* jsonObject(head: object, results: Iterable<object>): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"results":[`;
  let separator = '\n';
  for (const result of results) {
    yield `${separator}${JSON.stringify(result)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
