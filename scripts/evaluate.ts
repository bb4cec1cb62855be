/**
 * Measures ranked lists against the judgements in test/golden: nDCG@10 both ways, and the share of direct and fast-track
 * pairs in the first ten that every judge gave 0. The first judge's own order is measured too, against the others.
 *
 *   npm run evaluate [-- --caseload caseload-c] [--worst 5] [--nothing]
 */
import { loadKnowledge } from '../src/modules/matching/create-context.js';
import type { Match } from '../src/core/matching/match.js';
import { caseloadNames, dcg, evaluateSide, gradeOf, loadCaseload, matchCaseload, type Caseload, type ListResult } from '../test/support/judged-caseloads.js';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const context = loadKnowledge().contextOn('2026-11-22');

for (const name of argument('caseload')?.split(',') ?? caseloadNames()) {
  const caseload = loadCaseload(name);
  const matches = matchCaseload(caseload, context);
  console.log(`\n${name}: ${String(caseload.candidates.length)} candidates x ${String(caseload.vacancies.length)} vacancies, ${String(caseload.judges.length)} judge(s)${judgeAgainstJudge(caseload)}`);
  for (const side of ['candidate', 'vacancy'] as const) {
    const { ndcg, lists, proposed, judgedNothing } = evaluateSide(caseload, matches, side);
    const share = (100 * judgedNothing.length) / Math.max(1, proposed.length);
    console.log(`  per ${side}: nDCG@10 ${ndcg.toFixed(4)}; of ${String(proposed.length)} proposed in the first ten ${String(judgedNothing.length)} were judged 0 (${share.toFixed(1)} %)`);
    if (process.argv.includes('--nothing')) for (const match of judgedNothing) console.log(`    ${line(match, caseload)}`);
    for (const list of worst(lists)) {
      console.log(`    ${list.id} ${String(list.ndcg?.toFixed(3))}`);
      for (const match of list.shown) console.log(`      ${line(match, caseload)}`);
      for (const match of list.missed) console.log(`      missed ${line(match, caseload)}`);
    }
  }
}

function worst(lists: readonly ListResult[]): ListResult[] {
  return lists.filter(({ ndcg }) => ndcg !== null).sort((a, b) => (a.ndcg ?? 1) - (b.ndcg ?? 1)).slice(0, Number(argument('worst') ?? 0));
}

function line(match: Match, caseload: Caseload): string {
  const parts = match.parts.map(({ criterion, percent }) => `${criterion.slice(0, 4)} ${String(percent)}`).join(' ');
  const gaps = match.gaps.map(({ kind, needs, has }) => `${kind}: ${needs} / ${String(has)}`).join('; ');
  return `${match.candidate} ${match.vacancy} ${match.band} ${String(match.scoreHundredths / 100)} judged ${gradeOf(caseload, match).toFixed(1)} [${parts}] ${gaps}`;
}

/** What one judge's order reaches against the others' grades: about the best there is to reach. */
function judgeAgainstJudge({ judges, candidates, vacancies }: Caseload): string {
  const [first, ...others] = judges;
  if (first === undefined || others.length === 0) return '';
  const figures = candidates.flatMap(({ externalId }) => {
    const grade = (vacancy: string): number => others.reduce((sum, judge) => sum + (judge[externalId]?.[vacancy] ?? 0), 0) / others.length;
    const ideal = dcg(vacancies.map((vacancy) => grade(vacancy.externalId)).sort((a, b) => b - a).slice(0, 10));
    const order = [...vacancies].sort((a, b) => (first[externalId]?.[b.externalId] ?? 0) - (first[externalId]?.[a.externalId] ?? 0) || (a.externalId < b.externalId ? -1 : 1));
    return ideal === 0 ? [] : [dcg(order.slice(0, 10).map((vacancy) => grade(vacancy.externalId))) / ideal];
  });
  return `; the first judge's order against the others' grades ${(figures.reduce((sum, each) => sum + each, 0) / figures.length).toFixed(4)}`;
}
