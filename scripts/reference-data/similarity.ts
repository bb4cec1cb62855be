import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedStyrkDigits } from '../../src/core/reference/styrk.js';
import { cell, readTable, writeTable } from './csv.js';
import { readSkillVectors, skillOverlap, type SkillOverlap } from './esco-skills.js';

// How the figures come about stands in docs of the same name: data/SOURCES.md, "Similarity of occupations".

/** What sharing 0, 1, 2 or 3 leading digits of STYRK-08 says by itself, percent. */
const HIERARCHY = [2, 5, 32, 60] as const;
/** The same for codes that both belong to families: what two of them have in common a shared family says better than the code. */
const HIERARCHY_IN_FAMILIES = [2, 5, 15, 45] as const;
/** Part of the competence that is left when one enters a regulated profession from work that is not regulated. */
const INTO_REGULATED = 0.8;
/** ESCO moves a judged closeness by at most this much either way, percent. */
const ESCO_SWAY = 8;
/** The most that ESCO alone makes of occupations that share 0, 1 or 2 digits and no family: its lists share tool names across trades. */
const ESCO_ALONE = [14, 22, 42] as const;
/** Part of the competence that is left per NUS2000 level one would have to step up, and its floor. */
const STEP_UP_LOSS = 0.17;
const STEP_UP_FLOOR = 0.25;
/** Part that is left when one becomes a leader: leading is a competence of its own. */
const INTO_LEADING = 0.75;
/** Points gained per level one steps down inside a family, and their ceiling: who has done the harder work can do the easier. */
const STEP_DOWN_GAIN = 5;
const STEP_DOWN_CEILING = 18;
/** Only the same occupation is the same work. */
const MOST = 97;

interface Evidence {
  readonly levels: ReadonlyMap<string, number>;
  /** Closeness by pair of codes `a-b`, both ways: the closest family they share. */
  readonly families: ReadonlyMap<string, number>;
  readonly inFamily: ReadonlySet<string>;
  /** Codes whose practice needs an authorisation. */
  readonly regulated: ReadonlySet<string>;
}

/** One judged pair: where the figure has to lie. */
export interface Anchor { readonly from: string; readonly to: string; readonly low: number; readonly high: number; readonly overrideSince: string }

/** Writes data/occupations/similarity.csv: one row per occupation a person comes from, one column per occupation they go to. */
export function buildSimilarity(from: string, to: string, codes: readonly string[]): string[] {
  const folder = join(to, 'occupations');
  const evidence = readEvidence(folder);
  const skills = readSkillVectors(from);
  const anchors = readAnchors(folder);
  const overrides = new Map(anchors.filter(({ overrideSince }) => overrideSince !== '').map((anchor) => [`${anchor.from}-${anchor.to}`, anchor]));
  const misses: string[] = [];
  const byPair = new Map(anchors.map((anchor) => [`${anchor.from}-${anchor.to}`, anchor]));
  const rows = codes.map((a) => [a, ...codes.map((b) => {
    const percent = a === b ? 100 : blend(a, b, { evidence, overlap: skillOverlap(a, b, skills) });
    const anchor = byPair.get(`${a}-${b}`);
    if (anchor && (percent < anchor.low || percent > anchor.high)) misses.push(`${a} -> ${b}: ${percent}, judged ${anchor.low}–${anchor.high}${anchor.overrideSince === '' ? '' : ' (overridden)'}`);
    const override = overrides.get(`${a}-${b}`);
    return override === undefined ? percent : Math.min(override.high, Math.max(override.low, percent));
  })]);
  writeTable(join(folder, 'similarity.csv'), ['from', ...codes], rows);
  return [`similarity: ${anchors.length - misses.length} of ${anchors.length} judged pairs in range before overrides`, ...misses.map((miss) => `  ${miss}`)];
}

export function readAnchors(folder: string): Anchor[] {
  return readTable(join(folder, 'similarity-anchors.csv')).map((row) => ({
    from: cell(row, 'from'), to: cell(row, 'to'), low: Number(cell(row, 'low')), high: Number(cell(row, 'high')), overrideSince: cell(row, 'override_since'),
  }));
}

function readEvidence(folder: string): Evidence {
  const levels = new Map(readTable(join(folder, 'education.csv')).map((row) => [cell(row, 'code'), Number(cell(row, 'level'))]));
  const families = new Map<string, number>();
  const inFamily = new Set<string>();
  for (const row of readTable(join(folder, 'transfer-families.csv'))) {
    const sides = cell(row, 'codes').split('>').map((side) => side.split('|'));
    const unknown = sides.flat().filter((code) => !levels.has(code));
    if (unknown.length > 0) throw new Error(`transfer-families.csv: ${cell(row, 'family')} names ${unknown.join(', ')}`);
    for (const code of sides.flat()) inFamily.add(code);
    for (const [a, b] of pairsOf(sides)) families.set(`${a}-${b}`, Math.max(families.get(`${a}-${b}`) ?? 0, Number(cell(row, 'closeness'))));
  }
  return { levels, families, inFamily, regulated: readRegulated(folder) };
}

/** All pairs of one list; of two lists (`a|b>c|d`) only those from one side to the other, both ways. */
function pairsOf([left = [], right]: readonly (readonly string[])[]): (readonly [string, string])[] {
  if (right === undefined) return left.flatMap((a) => left.map((b) => [a, b] as const));
  return left.flatMap((a) => right.flatMap((b) => [[a, b], [b, a]] as const));
}

function readRegulated(folder: string): Set<string> {
  const professions = JSON.parse(readFileSync(join(folder, 'regulated-professions.json'), 'utf8')) as { styrk: string[] }[];
  return new Set(professions.flatMap(({ styrk }) => styrk));
}

function blend(a: string, b: string, { evidence, overlap }: { evidence: Evidence; overlap: SkillOverlap | null }): number {
  // 0000 stands for "not stated": nothing is known to be transferable.
  if (a === '0000' || b === '0000') return 0;
  const family = evidence.families.get(`${a}-${b}`) ?? 0;
  const same = withEsco(Math.max(family, hierarchyCloseness(a, b, evidence)), { family, digits: sharedStyrkDigits(a, b), overlap });
  const up = (evidence.levels.get(b) ?? 4) - (evidence.levels.get(a) ?? 4);
  const into = evidence.regulated.has(b) && !evidence.regulated.has(a) ? INTO_REGULATED : 1;
  const leading = b.startsWith('1') && !a.startsWith('1') ? INTO_LEADING : 1;
  const stepped = up > 0 ? same * Math.max(STEP_UP_FLOOR, 1 - STEP_UP_LOSS * up) : same + (family > 0 ? Math.min(STEP_DOWN_CEILING, -up * STEP_DOWN_GAIN) : 0);
  return Math.round(Math.min(MOST, Math.max(0, stepped * into * leading)));
}

function hierarchyCloseness(a: string, b: string, { inFamily }: Evidence): number {
  const closeness = inFamily.has(a) && inFamily.has(b) ? HIERARCHY_IN_FAMILIES : HIERARCHY;
  return closeness[Math.min(3, sharedStyrkDigits(a, b)) as 0 | 1 | 2 | 3];
}

/** ESCO's overlap on the same scale: a quarter of rare skills in common is as close as neighbouring trades get (about 70). */
function escoCloseness({ coverage, cosine }: SkillOverlap): number {
  return Math.min(100, 141 * Math.sqrt((coverage + cosine) / 2));
}

function withEsco(closeness: number, { family, digits, overlap }: { family: number; digits: number; overlap: SkillOverlap | null }): number {
  if (overlap === null) return closeness;
  const esco = escoCloseness(overlap);
  if (family === 0 && digits < 3) return Math.max(closeness - 4, Math.min(ESCO_ALONE[digits as 0 | 1 | 2], 0.6 * esco - 10, 42));
  return closeness + Math.max(-ESCO_SWAY, Math.min(ESCO_SWAY, 0.2 * (esco - 0.75 * closeness)));
}
