/** A number on the closed interval [0, 1]. In scores: 0 = worst, 1 = best. Never a percentage. */
export type Ratio = number & { readonly __unit: 'ratio' };

/** @throws RangeError when `value` is NaN or outside [0, 1]. */
export function ratio(value: number): Ratio {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`expected a ratio in [0, 1], got ${String(value)}`);
  return value as Ratio;
}

/** The ratio nearest to `value`: below 0 gives 0, above 1 gives 1. @throws RangeError when `value` is NaN. */
export function clampRatio(value: number): Ratio {
  return ratio(Math.min(1, Math.max(0, value)));
}
