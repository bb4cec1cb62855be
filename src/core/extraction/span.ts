/** A stretch of the plain text, as offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing read from one stretch. */
export interface Finding<T> {
  readonly value: T;
  readonly span: Span;
  /** How sure the reading is, in [0, 1]: 0.95 = said in so many words, 0.6 = read from little. */
  readonly confidence: number;
}
