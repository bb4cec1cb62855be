/**
 * Measures ranked lists against the judgements in test/golden: nDCG@10 both ways (gain 2^grade - 1, the ideal list over all
 * judged pairs), and the share of direct and fast-track pairs in the first ten that every judge gave 0.
 *
 *   npm run evaluate [-- --caseload a|b] [--worst 5] [--pair CANDIDATE VACANCY]
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { profileCandidate } from '../src/core/matching/candidate-profile.js';
import { matchPair, type Match } from '../src/core/matching/match.js';
import { rank } from '../src/core/matching/rank.js';
import { profileVacancy } from '../src/core/matching/vacancy-profile.js';
import type { CandidateRecord } from '../src/core/records/candidate.js';
import type { VacancyRecord } from '../src/core/records/vacancy.js';
import { loadKnowledge } from '../src/modules/matching/create-context.js';

const golden = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test', 'golden');
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
type Grades = Record<string, Record<string, number>>;
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(golden, ...path), 'utf8'));

const context = loadKnowledge().contextOn('2026-11-22');

for (const caseload of argument('caseload')?.split(',') ?? ['a', 'b', 'c']) evaluate(`caseload-${caseload}`);

function evaluate(folder: string): void {
  const judges = readdirSync(join(golden, folder)).filter((file) => file.startsWith('judge-')).map((file) => read(folder, file) as Grades);
  if (judges.length === 0 || !existsSync(join(golden, folder, 'vacancies.json'))) return;
  const candidates = read(folder, 'candidates.json') as CandidateRecord[];
  const vacancies = read(folder, 'vacancies.json') as VacancyRecord[];
  const grade = (candidate: string, vacancy: string): number =>
    judges.reduce((sum, judge) => sum + (judge[candidate]?.[vacancy] ?? 0), 0) / judges.length;
  const profiles = { candidates: candidates.map((record) => profileCandidate(record, context)), vacancies: vacancies.map((record) => profileVacancy(record, context)) };
  const matches = profiles.candidates.flatMap((candidate) => profiles.vacancies.map((vacancy) => matchPair(candidate, vacancy, context)));
  console.log(`\n${folder}: ${String(judges.length)} judge(s)`);
  for (const side of ['candidate', 'vacancy'] as const) report(side, matches, grade);
  const pair = process.argv.indexOf('--pair');
  if (pair > 0) {
    const found = matches.find(({ candidate, vacancy }) => candidate === process.argv[pair + 1] && vacancy === process.argv[pair + 2]);
    if (found) console.log(JSON.stringify(found, null, 1), grade(found.candidate, found.vacancy));
  }
}

function report(side: 'candidate' | 'vacancy', matches: readonly Match[], grade: (candidate: string, vacancy: string) => number): void {
  const other = side === 'candidate' ? 'vacancy' : 'candidate';
  const lists = new Map<string, Match[]>();
  for (const match of matches) lists.set(match[side], [...(lists.get(match[side]) ?? []), match]);
  const scored: { id: string; ndcg: number; lines: string[] }[] = [];
  let proposed = 0, nulls = 0;
  for (const [id, list] of lists) {
    const top = rank(list, { top: 10, all: false });
    const grades = list.map((match) => grade(match.candidate, match.vacancy));
    const ideal = dcg(grades.sort((a, b) => b - a).slice(0, 10));
    const put = top.filter(({ band }) => band === 'direct' || band === 'fast-track');
    proposed += put.length;
    nulls += put.filter((match) => grade(match.candidate, match.vacancy) === 0).length;
    if (ideal === 0) continue;
    const shown = top.map((match) => grade(match.candidate, match.vacancy));
    const missed = list.filter((match) => grade(match.candidate, match.vacancy) > 0 && !top.includes(match));
    const line = (match: Match): string =>
      `   ${match[other]} ${match.band} ${String(match.scoreHundredths / 100)} judged ${grade(match.candidate, match.vacancy).toFixed(1)}  [${match.parts.map((part) => `${part.criterion.slice(0, 4)} ${String(part.percent)}`).join(' ')}] gaps ${match.gaps.map((gap) => `${gap.kind}:${gap.needs}/${String(gap.has)}`).join('; ')}`;
    scored.push({ id, ndcg: dcg(shown) / ideal, lines: [...top.map(line), ...missed.map((match) => `  MISSED${line(match)}`)] });
  }
  const mean = scored.reduce((sum, { ndcg }) => sum + ndcg, 0) / scored.length;
  console.log(`  per ${side}: nDCG@10 ${mean.toFixed(4)} over ${String(scored.length)} lists; direct and fast-track in the first ten ${String(proposed)}, judged 0 ${String(nulls)} (${((100 * nulls) / Math.max(1, proposed)).toFixed(1)} %)`);
  if (process.argv.includes('--nulls')) for (const [, list] of lists) for (const match of rank(list, { top: 10, all: false })) if ((match.band === 'direct' || match.band === 'fast-track') && grade(match.candidate, match.vacancy) === 0) console.log(`  NULL ${match.candidate} ${match.vacancy} ${match.band} ${String(match.scoreHundredths / 100)} [${match.parts.map((part) => `${part.criterion.slice(0, 4)} ${String(part.percent)}`).join(' ')}] ${match.gaps.map((gap) => `${gap.kind}:${gap.needs}/${String(gap.has)}`).join('; ')}`);
  const worst = Number(argument('worst') ?? 0);
  for (const { id, ndcg, lines } of scored.sort((a, b) => a.ndcg - b.ndcg).slice(0, worst)) console.log(`  ${id} ${ndcg.toFixed(3)}\n${lines.join('\n')}`);
}

function dcg(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
