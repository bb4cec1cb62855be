/** Builds once for each object (a table, a sentence); the answer never differs, only the time. */
export function memoised<T extends object, R>(build: (key: T) => R): (key: T) => R {
  const built = new WeakMap<T, R>();
  return (key) => {
    const known = built.get(key);
    if (known !== undefined) return known;
    const made = build(key);
    built.set(key, made);
    return made;
  };
}
