import { input } from './command-options.js';
import { UsageError } from './command.js';

export interface ItemIssue {
  /** Number of the item, from 1. */
  readonly row: number;
  readonly path: string;
  readonly code: string;
  readonly mend: string;
}

/**
 * Reads a JSON array; items that are not in the expected form become issues and the rest are kept.
 *
 * @param read gives the item in its form, or null when it is not
 * @param form what an item should be, in Norwegian, for the message
 * @throws UsageError when the input is not a JSON array at all
 */
export async function readJsonArray<T>(path: string, read: (item: unknown) => T | null, form: string): Promise<{ items: T[]; issues: ItemIssue[] }> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input(path)) pieces.push(piece);
  const items: T[] = [], issues: ItemIssue[] = [];
  for (const [index, item] of parseArray(Buffer.concat(pieces)).entries()) {
    const good = read(item);
    if (good === null) issues.push({ row: index + 1, path: '', code: 'item.form', mend: `Element ${index + 1} må være ${form}.` });
    else items.push(good);
  }
  return { items, issues };
}

function parseArray(bytes: Buffer): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`filen er ikke gyldig JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(value)) throw new UsageError('filen må være en JSON-liste');
  return value as unknown[];
}
