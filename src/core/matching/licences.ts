/**
 * Driving-licence classes that each class also gives the right to drive, one step down.
 * Source: førerkortforskriften (Lovdata, FOR-2004-01-19-298) chapter 3; a class needed to obtain another is held with it.
 */
const INCLUDES: Readonly<Record<string, readonly string[]>> = {
  A: ['A2'], A2: ['A1'], A1: ['AM'], B: ['AM'], BE: ['B'],
  C1: ['B', 'T'], C: ['C1'], C1E: ['C1', 'BE'], CE: ['C', 'C1E'],
  D1: ['B'], D: ['D1'], D1E: ['D1', 'BE'], DE: ['D', 'D1E'],
};

/** All classes a person may drive, the held ones included. */
export function expandLicences(held: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const queue = [...held];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (all.has(next)) continue;
    all.add(next);
    queue.push(...(INCLUDES[next] ?? []));
  }
  return all;
}
