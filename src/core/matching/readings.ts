import { compareText } from '../shared/compare.js';
import type { MatchingContext } from './context.js';

/** One STYRK-08 code that a code or title may stand for. */
export interface Reading {
  /** Position in `similarity.codes`. */
  readonly index: number;
  /** How likely this reading is, in (0, 1]. */
  readonly weight: number;
}

/** What is written about a job, in a record or an advertisement. */
export interface WrittenJob {
  readonly styrk?: string;
  readonly title?: string;
  /** Advertisement text that may help to read the title. */
  readonly text?: string;
}

const positions = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Position of each four-digit code in the similarity table. */
export function positionsOf(codes: readonly string[]): ReadonlyMap<string, number> {
  const known = positions.get(codes);
  if (known) return known;
  const map = new Map(codes.map((code, index) => [code, index]));
  positions.set(codes, map);
  return map;
}

/** Readings weaker than this share of the strongest are noise. */
const WEAKEST_SHARE = 0.25;
const MOST_READINGS = 5;

/**
 * The four-digit codes a job may stand for, likeliest first, ties by code. A four-digit code is itself; a shorter
 * code is every code below it, narrowed by the title when there is one; a title alone is what the linker reads.
 * Empty when nothing is recognised.
 */
export function readingsOf(job: WrittenJob, context: MatchingContext): readonly Reading[] {
  const at = positionsOf(context.tables.similarity.codes);
  const { styrk, title } = job;
  if (styrk?.length === 4) {
    const index = at.get(styrk);
    if (index !== undefined) return [{ index, weight: 1 }];
  }
  const titled = title === undefined ? [] : readingsOfTitle(title, job, context);
  if (styrk === undefined || styrk.length === 4) return titled;
  const inside = titled.filter(({ index }) => context.tables.similarity.codes[index]?.startsWith(styrk));
  return inside.length > 0 ? inside : codesBelow(styrk, context);
}

function readingsOfTitle(title: string, job: WrittenJob, context: MatchingContext): readonly Reading[] {
  const at = positionsOf(context.tables.similarity.codes);
  const hints = {
    ...(job.text === undefined ? {} : { text: job.text }),
    ...(job.styrk === undefined || job.styrk.length === 4 ? {} : { within: job.styrk }),
  };
  const read = context.readTitle(title, hints).slice(0, MOST_READINGS);
  const strongest = read[0]?.confidence ?? 0;
  return read.flatMap(({ styrk, confidence }) => {
    const index = at.get(styrk);
    return index === undefined || confidence < strongest * WEAKEST_SHARE ? [] : [{ index, weight: Math.min(1, confidence) }];
  });
}

function codesBelow(prefix: string, context: MatchingContext): readonly Reading[] {
  const codes = context.tables.similarity.codes;
  const below = codes.flatMap((code, index) => (code.startsWith(prefix) ? [{ index, code }] : []));
  return below.sort((a, b) => compareText(a.code, b.code)).map(({ index }) => ({ index, weight: 1 / below.length }));
}

/**
 * One figure from a figure per reading: a share of the best (scaled by how likely its reading is beside the likeliest)
 * and the rest the mean over the readings, so that an ambiguous job counts for less than a certain one.
 *
 * @param bestPercent share of the best reading, 0–100
 * @param figure 0–100 for each position in the similarity table
 * @returns 0–100
 */
export function blend(readings: readonly Reading[], bestPercent: number, figure: (index: number) => number): number {
  let best = 0, sum = 0, weights = 0, likeliest = 0;
  for (const { weight } of readings) likeliest = Math.max(likeliest, weight);
  for (const { index, weight } of readings) {
    const value = figure(index);
    best = Math.max(best, (value * weight) / likeliest);
    sum += value * weight;
    weights += weight;
  }
  return weights === 0 ? 0 : (best * bestPercent + (sum / weights) * (100 - bestPercent)) / 100;
}
