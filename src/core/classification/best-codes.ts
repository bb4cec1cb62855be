import type { Ratio } from '../shared/ratio.js';
import type { Linker, LinkOptions } from './create-linker.js';

/** A code that a title stands for, with the weight to give it. */
export interface WeightedCode {
  /** STYRK-08, four digits. */
  readonly styrk: string;
  /** The confidence of the link, (0, 1]. */
  readonly weight: Ratio;
}

/** From here on the first suggestion stands alone. */
const clear = 0.8;
/** A suggestion this small beside the first, or in itself, would only be noise. */
const leastShareOfFirst = 0.25;
const leastWeight = 0.08;
const mostCodes = 5;

/**
 * The codes to reckon with for a title when something has to be decided by machine (matching), best first.
 *
 * One code when the link is clear (confidence ≥ 0.8). Otherwise up to five, those with at least 0.08 and a quarter of the first's
 * confidence. The weights are the confidences and add up to at most 1; what is missing is the chance that none is right. A reader
 * takes the mean over the codes by weight, or the best code with its value times its weight, but never one code as if it were certain.
 * Empty when nothing was recognised, which means "not known", not "no occupation".
 */
export function bestCodes(linker: Linker, title: string, options: Omit<LinkOptions, 'top'> = {}): WeightedCode[] {
  const suggestions = linker.link(title, { ...options, top: mostCodes });
  const [first] = suggestions;
  if (first === undefined) return [];
  const kept = first.confidence >= clear
    ? [first]
    : suggestions.filter(({ confidence }, index) => index === 0 || confidence >= Math.max(leastWeight, first.confidence * leastShareOfFirst));
  return kept.map(({ styrk, confidence }) => ({ styrk, weight: confidence }));
}
