/** A reproducible source of choices: the same seed and label give the same sequence on every machine. */
export interface Random {
  /** The next number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  /** @throws RangeError when the list is empty */
  pick<T>(list: readonly T[]): T;
  /** An item by weight. @throws RangeError when no weight is positive */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** `list` in random order, as a new array. */
  shuffle<T>(list: readonly T[]): T[];
}

/** FNV-1a, so that each record draws from a sequence of its own and a change in one leaves the others alone. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * A generator of the mulberry32 kind: 32 bits of state, integer arithmetic only.
 *
 * @param seed any whole number
 * @param label what the choices are for, e.g. `candidate 12`
 */
export function createRandom(seed: number, label: string): Random {
  let state = hash(`${String(seed)} ${label}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError(`nothing to pick from for "${label}"`);
    return list[int(0, list.length - 1)] as T;
  };
  return {
    next, int, pick,
    chance: (percent) => next() * 100 < percent,
    weighted: (items) => byWeight(items, next()),
    shuffle: (list) => {
      const shuffled = [...list];
      for (let at = shuffled.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        [shuffled[at], shuffled[other]] = [shuffled[other] as never, shuffled[at] as never];
      }
      return shuffled;
    },
  };
}

function byWeight<T>(items: readonly (readonly [T, number])[], point: number): T {
  const total = items.reduce((sum, [, weight]) => sum + Math.max(0, weight), 0);
  if (!(total > 0)) throw new RangeError('no item has a positive weight');
  let left = point * total;
  for (const [item, weight] of items) {
    if (weight <= 0) continue;
    left -= weight;
    if (left < 0) return item;
  }
  return items.filter(([, weight]) => weight > 0).at(-1)?.[0] as T;
}

/**
 * Shares out `count` places by weight with the method of largest remainders, so that the shares are exact to one.
 *
 * @returns keys, each as often as its share, in the order of `weights`
 * @example allocate({ a: 3, b: 1 }, 4) // => ['a', 'a', 'a', 'b']
 */
export function allocate(weights: Readonly<Record<string, number>>, count: number): string[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const shares = Object.entries(weights).map(([key, weight], index) => ({ key, index, exact: (weight / total) * count }));
  const whole = shares.reduce((sum, { exact }) => sum + Math.floor(exact), 0);
  const byRemainder = [...shares].sort((a, b) => (b.exact % 1) - (a.exact % 1) || a.index - b.index);
  const rounded = new Set(byRemainder.slice(0, count - whole).map(({ key }) => key));
  return shares.flatMap(({ key, exact }) => Array.from({ length: Math.floor(exact) + (rounded.has(key) ? 1 : 0) }, () => key));
}
