/** The levels a record may hold, lowest first. `none` is known to be nothing; absent is unknown. */
export const CEFR_LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/** A level held by a person. */
export type CefrLevel = (typeof CEFR_LEVELS)[number];

/** A level an employer can ask for: never `none`. */
export type DemandedCefrLevel = Exclude<CefrLevel, 'none'>;

/** Steps on the scale from nothing: none = 0, A1 = 1 … C2 = 6. */
export function cefrIndex(level: CefrLevel): number {
  return CEFR_LEVELS.indexOf(level);
}
