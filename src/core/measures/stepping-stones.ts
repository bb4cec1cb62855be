import type { OccupationSimilarity } from '../reference/tables.js';
import { compareText } from '../shared/compare.js';

/** A job that uses much of the competence while authorisation is under way. */
export interface SteppingStone {
  /** STYRK-08, four digits. */
  readonly styrk: string;
  /** How much of the competence it uses, 0–100. */
  readonly percent: number;
}

/** What stepping-stones are looked up in. */
export interface SteppingStoneTables {
  readonly similarity: OccupationSimilarity;
  /** Four-digit STYRK codes that may only be practised with an authorisation; never proposed. */
  readonly regulated: ReadonlySet<string>;
}

/**
 * The jobs outside regulated professions that use most of what the person brings, best first, ties by code.
 *
 * @param candidateCodes STYRK-08 codes of work done, four digits; others are passed over
 * @param limits least percentage of competence in use (0–100) and how many to give at most
 */
export function steppingStones(
  candidateCodes: readonly string[],
  { similarity: { codes, percent }, regulated }: SteppingStoneTables,
  limits: { readonly leastPercent: number; readonly most: number },
): readonly SteppingStone[] {
  const rows = candidateCodes.map((code) => codes.indexOf(code)).filter((row) => row >= 0);
  return codes
    .map((styrk, column) => ({ styrk, percent: Math.max(0, ...rows.map((row) => percent[row * codes.length + column] ?? 0)) }))
    .filter((stone) => stone.percent >= limits.leastPercent && !regulated.has(stone.styrk) && !candidateCodes.includes(stone.styrk))
    .sort((a, b) => b.percent - a.percent || compareText(a.styrk, b.styrk))
    .slice(0, limits.most);
}
