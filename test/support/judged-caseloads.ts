import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { profileCandidate } from '../../src/core/matching/candidate-profile.js';
import type { MatchingContext } from '../../src/core/matching/context.js';
import { matchPair, type Match } from '../../src/core/matching/match.js';
import { rank } from '../../src/core/matching/rank.js';
import { profileVacancy } from '../../src/core/matching/vacancy-profile.js';
import type { CandidateRecord } from '../../src/core/records/candidate.js';
import type { VacancyRecord } from '../../src/core/records/vacancy.js';

const golden = join(dirname(dirname(fileURLToPath(import.meta.url))), 'golden');

/** Judged grades, 0–3; a pair left out was judged 0. */
export type Grades = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type Side = 'candidate' | 'vacancy';

/** Candidates and vacancies judged by reading; see docs/accuracy.md for by whom. */
export interface Caseload {
  readonly name: string;
  readonly candidates: readonly CandidateRecord[];
  readonly vacancies: readonly VacancyRecord[];
  readonly judges: readonly Grades[];
}

/** One list held against the judgements. */
export interface ListResult {
  readonly id: string;
  /** 0–1, or null when nothing on the whole list was judged above 0. */
  readonly ndcg: number | null;
  readonly shown: readonly Match[];
  readonly missed: readonly Match[];
}

export interface SideResult {
  /** Mean nDCG@10 over the lists that have something to find. */
  readonly ndcg: number;
  readonly lists: readonly ListResult[];
  /** Direct and fast-track pairs in the first ten, and those of them that every judge gave 0. */
  readonly proposed: readonly Match[];
  readonly judgedNothing: readonly Match[];
}

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(golden, ...path), 'utf8'));

export const caseloadNames = (): string[] => readdirSync(golden).filter((name) => existsSync(join(golden, name, 'judge-1.json'))).sort();

export function loadCaseload(name: string): Caseload {
  return {
    name,
    candidates: read(name, 'candidates.json') as CandidateRecord[],
    vacancies: read(name, 'vacancies.json') as VacancyRecord[],
    judges: readdirSync(join(golden, name)).filter((file) => /^judge-\d+\.json$/.test(file)).sort().map((file) => read(name, file) as Grades),
  };
}

/** Mean of the judges' grades for a pair. */
export function gradeOf({ judges }: Caseload, { candidate, vacancy }: Pick<Match, 'candidate' | 'vacancy'>): number {
  return judges.reduce((sum, judge) => sum + (judge[candidate]?.[vacancy] ?? 0), 0) / judges.length;
}

export function matchCaseload({ candidates, vacancies }: Caseload, context: MatchingContext): Match[] {
  const profiles = vacancies.map((record) => profileVacancy(record, context));
  return candidates.flatMap((record) => {
    const candidate = profileCandidate(record, context);
    return profiles.map((vacancy) => matchPair(candidate, vacancy, context));
  });
}

const TOP = 10;

/** Ranks every list of one side as it is shown to people and holds it against the judgements. */
export function evaluateSide(caseload: Caseload, matches: readonly Match[], side: Side): SideResult {
  const byOwner = new Map<string, Match[]>();
  for (const match of matches) {
    const list = byOwner.get(match[side]);
    if (list) list.push(match);
    else byOwner.set(match[side], [match]);
  }
  const lists = [...byOwner].map(([id, list]) => evaluateList(id, list, caseload));
  const found = lists.flatMap(({ ndcg }) => ndcg ?? []);
  const proposed = lists.flatMap(({ shown }) => shown).filter(({ band }) => band === 'direct' || band === 'fast-track');
  return {
    ndcg: found.reduce((sum, each) => sum + each, 0) / found.length,
    lists, proposed, judgedNothing: proposed.filter((match) => gradeOf(caseload, match) === 0),
  };
}

function evaluateList(id: string, list: readonly Match[], caseload: Caseload): ListResult {
  const grade = (match: Match): number => gradeOf(caseload, match);
  const shown = rank(list, { top: TOP, all: false });
  const ideal = dcg(list.map(grade).sort((a, b) => b - a).slice(0, TOP));
  return {
    id, shown, ndcg: ideal === 0 ? null : dcg(shown.map(grade)) / ideal,
    missed: list.filter((match) => grade(match) > 0 && !shown.includes(match)),
  };
}

/** Discounted cumulative gain with gain 2^grade - 1 and discount log2(place + 1). Source: Järvelin and Kekäläinen (2002), Burges et al. (2005). */
export function dcg(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
