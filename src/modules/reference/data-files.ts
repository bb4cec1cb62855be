import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../../core/shared/compare.js';

/** The shipped `data/` folder, found upwards from this file: from `src/` in tests and from `dist/` in a build alike. */
export function defaultDataDir(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'data', 'styrk08', 'styrk08.csv'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The data/ folder of the product was not found beside the program.');
    folder = parent;
  }
  return join(folder, 'data');
}

/**
 * A version of data files by what they hold: the first 12 hexadecimal digits of SHA-256 over names and contents.
 *
 * @param relativePaths below `dataDir`, in any order; the order does not matter
 */
export function hashDataFiles(dataDir: string, relativePaths: readonly string[]): string {
  return hashContents(new Map(relativePaths.map((path) => [path, readFileSync(join(dataDir, path))])));
}

/** As `hashDataFiles`, of contents already read, keyed by path below `data/`. */
export function hashContents(contents: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const [path, content] of [...contents].sort(([a], [b]) => compareText(a, b))) {
    hash.update(`${path}\0${String(content.length)}\0`);
    hash.update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
