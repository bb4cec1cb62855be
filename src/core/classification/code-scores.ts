/** Best evidence per code for one title, kept in arrays that are used again for the next title. */
export interface CodeScores {
  /** Notes evidence in (0, 1…]; of several for the same code the strongest stays. */
  readonly raise: (code: number, value: number) => void;
  readonly get: (code: number) => number;
  /** Codes with evidence, in the order first seen. */
  readonly touched: readonly number[];
  readonly clear: () => void;
}

/** @param size number of codes; codes are numbered 0 … size − 1 */
export function createCodeScores(size: number): CodeScores {
  const values = new Float64Array(size);
  const touched: number[] = [];
  return {
    touched,
    get: (code) => values[code] ?? 0,
    raise(code, value) {
      const before = values[code] ?? 0;
      if (before === 0 && value > 0) touched.push(code);
      if (value > before) values[code] = value;
    },
    clear() {
      for (const code of touched) values[code] = 0;
      touched.length = 0;
    },
  };
}
