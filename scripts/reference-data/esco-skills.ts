import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { similarity } from 'ml-distance';
import { cell, readTable } from './csv.js';

/** Weight of a skill that ESCO calls optional against one it calls essential (1). */
const OPTIONAL_WEIGHT = 0.4;

/** What people bring from one occupation to another as ESCO's lists of skills see it; both in 0–1. */
export interface SkillOverlap {
  /** Share of what the occupation one goes to asks for that the occupation one comes from gives. Not symmetric. */
  readonly coverage: number;
  readonly cosine: number;
}

/** Skill vectors of the STYRK codes: the mean over the ESCO occupations behind a code, each skill weighted by how rare it is. */
export interface SkillVectors {
  readonly vectors: ReadonlyMap<string, Float64Array>;
  /** How many ESCO occupations stand behind each code: few means thin evidence. */
  readonly occupations: ReadonlyMap<string, number>;
}

export function readSkillVectors(from: string): SkillVectors {
  const codesOf = new Map<string, string[]>();
  const occupations = new Map<string, number>();
  for (const row of readTable(join(from, 'esco', 'esco_occupations_nb_en_styrk08.csv'))) {
    const codes = cell(row, 'styrk08').split('|').filter((code) => code !== '');
    codesOf.set(cell(row, 'esco_uri').split('/').at(-1) ?? '', codes);
    for (const code of codes) occupations.set(code, (occupations.get(code) ?? 0) + 1);
  }
  const relations = readRelations(from).filter(([occupation]) => (codesOf.get(occupation) ?? []).length > 0);
  return { vectors: toVectors(relations, codesOf, occupations), occupations };
}

type Relation = readonly [occupation: string, weight: number, skill: string];

function readRelations(from: string): Relation[] {
  const text = gunzipSync(readFileSync(join(from, 'esco', 'occupation_skill_relations.csv.gz'))).toString('utf8');
  const rows: string[][] = parse(text, { from_line: 2 });
  return rows.map(([occupation = '', relation = '', skill = '']) => [occupation, relation === 'essential' ? 1 : OPTIONAL_WEIGHT, skill]);
}

function toVectors(relations: readonly Relation[], codesOf: ReadonlyMap<string, string[]>, occupations: ReadonlyMap<string, number>): Map<string, Float64Array> {
  const skills = new Map([...new Set(relations.map(([, , skill]) => skill))].sort().map((skill, index) => [skill, index]));
  const vectors = new Map([...occupations.keys()].sort().map((code) => [code, new Float64Array(skills.size)]));
  for (const [occupation, weight, skill] of relations) {
    const index = skills.get(skill) ?? 0;
    for (const code of codesOf.get(occupation) ?? []) {
      const vector = vectors.get(code);
      if (vector) vector[index] = (vector[index] ?? 0) + weight / (occupations.get(code) ?? 1);
    }
  }
  weighByRarity([...vectors.values()], skills.size);
  return vectors;
}

/** A skill that half of all occupations ask for says little about any of them: idf = ln(codes / codes with the skill). */
function weighByRarity(vectors: readonly Float64Array[], skills: number): void {
  for (let skill = 0; skill < skills; skill += 1) {
    const having = vectors.reduce((count, vector) => count + ((vector[skill] ?? 0) > 0 ? 1 : 0), 0);
    const idf = Math.log(vectors.length / Math.max(1, having));
    for (const vector of vectors) vector[skill] = (vector[skill] ?? 0) * idf;
  }
}

/** Null when ESCO says nothing about one of the codes. */
export function skillOverlap(from: string, to: string, { vectors }: SkillVectors): SkillOverlap | null {
  const [a, b] = [vectors.get(from), vectors.get(to)];
  if (a === undefined || b === undefined) return null;
  let shared = 0;
  let asked = 0;
  for (let skill = 0; skill < b.length; skill += 1) {
    const wanted = b[skill] ?? 0;
    if (wanted === 0) continue;
    asked += wanted;
    shared += Math.min(wanted, a[skill] ?? 0);
  }
  const cosine = shared === 0 ? 0 : similarity.cosine(a, b);
  // A code without skills has a zero vector, whose cosine is NaN.
  return { coverage: asked === 0 ? 0 : shared / asked, cosine: Number.isNaN(cosine) ? 0 : cosine };
}
