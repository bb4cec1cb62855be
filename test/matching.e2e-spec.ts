import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateRecord } from '../src/core/records/candidate.js';
import type { VacancyRecord } from '../src/core/records/vacancy.js';
import type { MatchView } from '../src/core/matching/view.js';
import { Clock } from '../src/platform/clock/clock.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

const clock = { now: () => new Date('2026-11-22T12:00:00Z'), today: () => '2026-11-22' };

const welder: CandidateRecord = {
  externalId: 'D-1', name: 'Oleh Prøve', municipality: '1108', education: [{ level: 4, fields: ['552'] }], occupations: [{ styrk: '7212', years: 8, lastYear: 2026 }],
  languages: [{ language: 'no', oral: 'A2', written: 'A2' }], certificates: ['hot-work'], driversLicence: ['B'], ownCar: true, maxCommuteMinutes: 45, addressProtection: 'none',
};
const near: VacancyRecord = { externalId: 'S-1', title: 'Sveiser', employer: { name: 'Verksted AS' }, styrk: '7212', municipality: '1108', percent: 100 };
const vacancies: readonly VacancyRecord[] = [
  near,
  { ...near, externalId: 'S-2', requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }] }] } },
  { ...near, externalId: 'S-3', requirements: { driversLicence: ['CE'] } },
  { ...near, externalId: 'S-4', municipality: '5501' },
  { ...near, externalId: 'S-5', applicationDeadline: '2026-11-21' },
];

interface Page { readonly items: readonly (MatchView & { readonly vacancy: { readonly id: string; readonly externalId: string }; readonly candidate: { readonly externalId: string; readonly name?: string }; readonly measures: readonly { readonly measure: string }[] })[]; readonly total: number }

let app: TestApp;
let candidateId = '';
const vacancyIds = new Map<string, string>();
beforeAll(async () => {
  app = await startTestApp({ overrides: [[Clock, clock]] });
  candidateId = ((await app.http.post('/api/v1/candidates').send(welder).expect(201)).body as { id: string }).id;
  for (const vacancy of vacancies) {
    vacancyIds.set(vacancy.externalId, ((await app.http.post('/api/v1/vacancies').send(vacancy).expect(201)).body as { id: string }).id);
  }
});
afterAll(() => app.close());

const matches = async (query = ''): Promise<Page> => (await app.http.get(`/api/v1/candidates/${candidateId}/matches${query}`).expect(200)).body as Page;
const ids = ({ items }: Page): string[] => items.map(({ vacancy }) => vacancy.externalId);

describe('a candidate’s list', () => {
  it('ranks what can be proposed, with points that add up and measures for the gaps', async () => {
    const page = await matches();
    expect(ids(page)).toEqual(['S-1', 'S-2']);
    expect(page.items.map(({ band }) => band)).toEqual(['direct', 'fast-track']);
    for (const { parts, score } of page.items) expect(parts.reduce((sum, { points }) => sum + Math.round(points * 100), 0)).toBe(Math.round(score * 100));
    expect(page.items[1]?.gaps).toMatchObject([{ kind: 'language', needs: 'no B1 oral', has: 'no A2 oral', steps: 1 }]);
    expect(page.items[1]?.measures.map(({ measure }) => measure)).toContain('norwegian-training');
  });

  it('shows what is held back when asked, with the reason, but never what is past its deadline', async () => {
    const page = await matches('?all=true');
    expect(ids(page).sort()).toEqual(['S-1', 'S-2', 'S-3', 'S-4']);
    expect(page.items.filter(({ band }) => band === 'not-now').flatMap(({ gaps }) => gaps.map(({ kind }) => kind)).sort()).toEqual(['distance', 'licence']);
  });

  it.each([
    ['?band=fast-track', ['S-2']],
    ['?municipality=5501&all=true', ['S-4']],
    ['?limit=1', ['S-1']],
    ['?limit=1&offset=1', ['S-2']],
    ['?minScore=100', []],
  ])('answers %s', async (query, expected) => {
    expect(ids(await matches(query))).toEqual(expected);
  });

  it.each(['?limit=0', '?limit=101', '?band=best', '?municipality=12', '?sort=score', '?minScore=x'])('refuses %s', async (query) => {
    await app.http.get(`/api/v1/candidates/${candidateId}/matches${query}`).expect(400).expect('content-type', /problem\+json/);
  });

  it('sees a change at once', async () => {
    const extra = { ...near, externalId: 'S-6', municipality: '1103' };
    const { id } = (await app.http.post('/api/v1/vacancies').send(extra).expect(201)).body as { id: string };
    expect(ids(await matches())).toContain('S-6');
    await app.http.put(`/api/v1/vacancies/${id}`).set('if-match', '"1"').send({ ...extra, requirements: { driversLicence: ['CE'] } }).expect(200);
    expect(ids(await matches())).not.toContain('S-6');
    await app.http.delete(`/api/v1/vacancies/${id}`).set('if-match', '"2"').expect(204);
    expect(ids(await matches('?all=true'))).not.toContain('S-6');
  });

  it('gives the same bytes for the same question', async () => {
    const [first, second] = [await app.http.get(`/api/v1/candidates/${candidateId}/matches`), await app.http.get(`/api/v1/candidates/${candidateId}/matches`)];
    expect(first.text).toBe(second.text);
  });

  it('does not know a candidate that is not there', async () => {
    expect((await app.http.get('/api/v1/candidates/00000000-0000-4000-8000-000000000000/matches').expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
    await app.http.get('/api/v1/candidates/not-an-id/matches').expect(400);
  });
});

describe('why, or why not', () => {
  it('explains a named vacancy that is held back', async () => {
    const body: unknown = (await app.http.get(`/api/v1/candidates/${candidateId}/matches/${vacancyIds.get('S-3') ?? ''}`).expect(200)).body;
    expect(body).toMatchObject({ rank: 0, band: 'not-now', gaps: [{ kind: 'licence', needs: 'CE', closable: false }], vacancy: { externalId: 'S-3' } });
  });

  it('tells the place of one that is shown, from both sides', async () => {
    expect((await app.http.get(`/api/v1/candidates/${candidateId}/matches/${vacancyIds.get('S-2') ?? ''}`).expect(200)).body).toMatchObject({ rank: 2, band: 'fast-track' });
    expect((await app.http.get(`/api/v1/vacancies/${vacancyIds.get('S-1') ?? ''}/matches/${candidateId}`).expect(200)).body).toMatchObject({ rank: 1, candidate: { externalId: 'D-1' } });
  });
});

describe('a vacancy’s list', () => {
  it('ranks candidates, with the name for the own team', async () => {
    const page = (await app.http.get(`/api/v1/vacancies/${vacancyIds.get('S-1') ?? ''}/matches`).expect(200)).body as Page;
    expect(page.items).toMatchObject([{ rank: 1, band: 'direct', candidate: { externalId: 'D-1', name: 'Oleh Prøve', municipalityName: 'Sandnes' } }]);
  });
});

describe('records that are not stored', () => {
  const post = (body: object) => app.http.post('/api/v1/matches').send(body);

  it('are matched as the command line does, and the wrong ones are named', async () => {
    const body: unknown = (await post({ candidates: [welder, { externalId: 'X' }], vacancies, on: '2026-11-22', top: 1 }).expect(200)).body;
    expect(body).toMatchObject({ on: '2026-11-22', results: [{ candidate: 'D-1', matches: [{ vacancy: 'S-1', rank: 1, band: 'direct' }] }] });
    expect((body as { issues: { row: number; path: string }[] }).issues.map(({ row, path }) => [row, path])).toContainEqual([2, 'municipality']);
    expect((await app.http.get('/api/v1/candidates')).body).toMatchObject({ total: 1 });
  });

  it('are listed from the vacancies’ side too', async () => {
    const body: unknown = (await post({ candidates: [welder], vacancies: [near], direction: 'vacancies' }).expect(200)).body;
    expect(body).toMatchObject({ results: [{ vacancy: 'S-1', matches: [{ candidate: 'D-1' }] }] });
  });

  it.each([{}, { candidates: [], vacancies: 'x' }, { candidates: [], vacancies: [], on: '2026-02-30' }, { candidates: [], vacancies: [], other: 1 }])('are refused in the form %j', async (body) => {
    await post(body).expect(400).expect('content-type', /problem\+json/);
  });
});

it('hides from outsiders everyone whose address is not known to need no protection', async () => {
  const outside = await startTestApp({ overrides: [[Clock, clock]], config: { actingAs: 'outside' } });
  try {
    const { addressProtection: _, ...unknown } = welder;
    const shown = ((await outside.http.post('/api/v1/candidates').send(welder)).body as { id?: string }).id;
    await outside.dataSource.query("insert into candidate (source, external_id, municipality, record) values ('local', 'D-2', '1108', $1)", [JSON.stringify({ ...unknown, externalId: 'D-2' })]);
    const [hidden] = await outside.dataSource.query<{ id: string }[]>("select id from candidate where external_id = 'D-2'");
    const vacancy = ((await outside.http.post('/api/v1/vacancies').send(near).expect(201)).body as { id: string }).id;
    const body: unknown = (await outside.http.get(`/api/v1/vacancies/${vacancy}/matches?all=true`).expect(200)).body;
    expect((body as Page).items.map(({ candidate }) => candidate)).toEqual(shown === undefined ? [] : [{ id: shown, externalId: 'D-1', municipality: '1108', municipalityName: 'Sandnes', occupations: ['Sveisere'] }]);
    expect((body as Page).items.flatMap(({ measures }) => measures)).toEqual([]);
    await outside.http.get(`/api/v1/candidates/${hidden?.id ?? ''}/matches`).expect(404);
    await outside.http.get(`/api/v1/vacancies/${vacancy}/matches/${hidden?.id ?? ''}`).expect(404);
  } finally {
    await outside.close();
  }
});

it('shows a ranked list with its reasons on the landing page', async () => {
  const { text } = await app.http.get('/').expect(200).expect('content-type', /text\/html/);
  expect(text).toContain('En rangert liste');
  expect(text).toContain('Sveiser');
  expect(text).not.toContain('Oleh Prøve');
});
