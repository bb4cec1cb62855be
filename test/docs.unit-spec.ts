import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CRITERIA } from '../src/core/matching/policy.js';
import { viewOf, type MatchView } from '../src/core/matching/view.js';
import type { CandidateRecord } from '../src/core/records/candidate.js';
import type { VacancyRecord } from '../src/core/records/vacancy.js';
import { loadKnowledge } from '../src/modules/matching/create-context.js';
import { matchLists } from '../src/modules/matching/match-lists.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Files and folders a page names in code or links to, from the checkout's root or from the page's own folder. */
function namedIn(page: string): { readonly fromRoot: readonly string[]; readonly linked: readonly string[] } {
  const text = read(page).replace(/```[\s\S]*?```/g, '');
  const inCode = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => (/^(src|data|docs|scripts|test|\.ci)\/[\w./-]+$/.test(code) ? [code] : []));
  const linked = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => join(page, '..', target));
  return { fromRoot: inCode, linked };
}

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/scoring.md', 'docs/data-protection.md', 'docs/operations.md', 'docs/accuracy.md'])('%s', (page) => {
  it('names only files that exist', () => {
    const { fromRoot, linked } = namedIn(page);
    expect([...fromRoot, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

it('keeps the map of the house short enough to read', () => {
  expect(read('ARCHITECTURE.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

/** The rows of a markdown table whose first cell is a criterion. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()))
    .filter(([first]) => (CRITERIA as readonly string[]).includes(first ?? ''));
}

describe('docs/scoring.md', () => {
  const knowledge = loadKnowledge();
  const context = knowledge.contextOn('2026-11-22');
  const [formula = '', example = ''] = read('docs/scoring.md').split('## A worked example');

  it('quotes the weights of the policy', () => {
    expect(rowsOf(formula).map(([criterion, weight]) => [criterion, Number(weight)])).toEqual(CRITERIA.map((criterion) => [criterion, context.policy.weights[criterion]]));
  });

  it('works an example that the code agrees with', () => {
    const records = {
      candidates: (JSON.parse(read('test/golden/caseload-c/candidates.json')) as CandidateRecord[]).filter(({ externalId }) => externalId === 'C-C15'),
      vacancies: (JSON.parse(read('test/golden/caseload-c/vacancies.json')) as VacancyRecord[]).filter(({ externalId }) => externalId === 'C-V44'),
    };
    const [list] = matchLists(records, { direction: 'candidates', top: 1, all: true }, context);
    const match = list?.matches[0];
    if (match === undefined) throw new Error('the pair of the example is not there');
    const { score, band, coverage, parts } = viewOf(match, 1);
    expect(example).toContain(`\`score\` ${String(score)}, \`band\` ${band}, \`coverage\` ${String(coverage)}`);
    const printed = ({ criterion, value, weight, points, because }: MatchView['parts'][number]): string[] =>
      [criterion, String(value), String(weight), String(points), because];
    expect(rowsOf(example)).toEqual(parts.map(printed));
  });
});
