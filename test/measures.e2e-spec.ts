import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdsWithheldWord } from '../src/core/measures/texts/withheld-words.js';
import { Clock } from '../src/platform/clock/clock.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

const TODAY = '2026-11-22';
let app: TestApp;
const ids = { cook: '', nurse: '', kitchen: '', ward: '' };
beforeAll(async () => {
  app = await startTestApp({ overrides: [[Clock, { now: () => new Date(`${TODAY}T12:00:00Z`), today: () => TODAY }]] });
  ids.cook = await stored('candidates', cook);
  ids.nurse = await stored('candidates', nurse);
  ids.kitchen = await stored('vacancies', kitchen);
  ids.ward = await stored('vacancies', ward);
});
afterAll(() => app.close());

const programme = { status: 'participating', startDate: '2026-07-01', goal: 'work', plannedEndDate: '2026-12-31', workDirectedHoursPerWeek: 10 };
const cook = {
  externalId: 'C-cook', name: 'Hemmelig Navn', municipality: '1103', birthYear: 1985, protection: 'temporary-collective', education: [{ level: 4, country: 'UA' }], occupations: [{ styrk: '5120', years: 6, lastYear: 2025 }],
  languages: [{ language: 'uk', native: true }, { language: 'no', oral: 'A2', written: 'A2' }], nav: { effortGroup: 'situational' }, programme, addressProtection: 'none',
};
const nurse = { ...cook, externalId: 'C-nurse', education: [{ level: 6, fields: ['661'], country: 'UA', recognition: 'applied' }], occupations: [{ styrk: '2223', years: 8, lastYear: 2025 }], languages: [{ language: 'no', oral: 'B2', written: 'B2' }] };
const kitchen = {
  externalId: 'V-kitchen', title: 'Kokk', employer: { name: 'Kroa AS' }, styrk: '5120', municipality: '1103', employment: 'permanent',
  requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }] }] }, offers: { mentor: true, workTraining: true },
};
const ward = { externalId: 'V-ward', title: 'Sykepleier, flyktningtjenesten', employer: { name: 'Sykehuset' }, styrk: '2223', municipality: '1103', employment: 'permanent', requirements: { authorisation: 'nurse' } };
const stored = async (kind: 'candidates' | 'vacancies', record: object): Promise<string> => ((await app.http.post(`/api/v1/${kind}`).send(record).expect(201)).body as { id: string }).id;

interface Proposed { readonly measure: string; readonly status: string; readonly steppingStones?: { styrk: string }[] }
interface Result {
  readonly candidate: string; readonly vacancy?: string; readonly band: string; readonly gaps: { kind: string }[]; readonly proposals: Proposed[];
  readonly timeline: { steps: { measure: string; from: string; to: string; sideBySide: string[] }[]; end: string; fit: string; programmeEnd: string; latestProgrammeEnd: string; afterwards: string };
  readonly texts: Record<string, { title: string; why: string; next: string }[]>;
  readonly plan?: { workDirectedHoursRequired: number; endWithoutExtension: string; latestEnd: string; checks: { id: string; outcome: string }[] };
}
const propose = async (body: object): Promise<{ rulesVersion: string; on: string; issues: { file: string; code: string }[]; results: Result[] }> => (await app.http.post('/api/v1/measures').send(body).expect(200)).body as never;
const planPath = (candidate: string, vacancy: string, query = ''): string => `/api/v1/candidates/${candidate}/matches/${vacancy}/plan${query}`;
const employerText = async (candidate: string, vacancy: string): Promise<string> => (await app.http.get(planPath(candidate, vacancy, '?for=employer')).expect(200)).text;
const statusOf = (proposals: readonly Proposed[], measure: string): string | undefined => proposals.find((one) => one.measure === measure)?.status;

describe('without storing', () => {
  it('proposes for each pair, with a timeline and texts in four languages', async () => {
    const { on, issues, results } = await propose({ candidates: [cook], vacancies: [kitchen] });
    const [pair] = results;
    expect([on, issues, results.length]).toEqual([TODAY, [], 1]);
    expect(pair).toMatchObject({ candidate: 'C-cook', vacancy: 'V-kitchen', band: 'fast-track', gaps: [{ kind: 'language', needs: 'no B1 oral', has: 'no A2 oral' }] });
    expect(statusOf(pair!.proposals, 'norwegian-training')).toBe('proposed');
    expect(statusOf(pair!.proposals, 'mentor')).toBe('proposed');
    expect(Object.keys(pair!.texts)).toEqual(['nb', 'nn', 'en', 'uk']);
    for (const said of Object.values(pair!.texts)) expect(said).toHaveLength(pair!.proposals.length);
    expect(pair!.texts['uk']!.map(({ next }) => next).join(' ')).toMatch(/Рішення/);
  });

  it('gives the plan of each person where there is no vacancy', async () => {
    const { results: [one] } = await propose({ candidates: [cook], locales: ['en'] });
    // Started 1 July: fifteen hours are due from 1 October; 6 months end on 31 December, 6 more on 30 June.
    expect(one!.plan).toMatchObject({ workDirectedHoursRequired: 15, endWithoutExtension: '2026-12-31', latestEnd: '2027-06-30' });
    expect(one!.plan!.checks.find(({ id }) => id === 'work-directed-hours')).toMatchObject({ outcome: 'not-met' });
    expect(one!.proposals).toMatchObject([{ measure: 'municipal-placement', status: 'proposed', answers: 'work-directed-hours' }]);
    expect(one!.texts).toMatchObject({ en: [{ measure: 'municipal-placement', why: expect.stringContaining('work-directed hours') as never }] });
    expect(one).not.toHaveProperty('vacancy');
  });

  it('judges on the date asked about', async () => {
    const required = async (on: string): Promise<number> => (await propose({ candidates: [cook], on, locales: ['nb'] })).results[0]!.plan!.workDirectedHoursRequired;
    expect([await required('2026-09-30'), await required('2026-10-01')]).toEqual([0, 15]);
  });

  it('reports a record that cannot be used, and goes on with the rest', async () => {
    const { issues, results } = await propose({ candidates: [{ ...cook, languages: [{ language: 'no', oral: 'B3' }] }, nurse], vacancies: [kitchen], locales: ['nb'] });
    expect(issues).toMatchObject([{ file: 'candidates', row: 1, code: 'cefr.unknown' }]);
    expect(results.map(({ candidate }) => candidate)).toEqual(['C-nurse']);
  });

  it.each([
    ['no candidates', {}, 400], ['a date that does not exist', { candidates: [], on: '2026-02-30' }, 400], ['an unknown language', { candidates: [], locales: ['pl'] }, 400],
    ['an undeclared field', { candidates: [], policy: {} }, 400], ['too many pairs', { candidates: Array<object>(200).fill(cook), vacancies: Array<object>(6).fill(kitchen) }, 413],
  ])('refuses %s', async (_, body, status) => { await app.http.post('/api/v1/measures').send(body).expect(status); });
});

describe('the way from a stored person to a stored vacancy', () => {
  it('lies on the calendar, and is held against the programme’s time', async () => {
    const { timeline, band } = (await app.http.get(planPath(ids.cook, ids.kitchen)).expect(200)).body as Result;
    expect(band).toBe('fast-track');
    const training = timeline.steps.find(({ measure }) => measure === 'norwegian-training')!;
    expect(training).toMatchObject({ from: TODAY, sideBySide: ['municipal-placement'] });
    expect(timeline).toMatchObject({ programmeEnd: '2026-12-31', latestProgrammeEnd: '2027-06-30', fit: 'with-extension', end: training.to });
    expect(timeline.afterwards).toContain('30.06.2027');
    const late = (await app.http.get(planPath(ids.cook, ids.kitchen, '?start=2027-05-01')).expect(200)).body as Result;
    expect(late.timeline.fit).toBe('after');
  });

  it('is told in the participant’s language', async () => {
    const told = async (locale: string): Promise<string> => JSON.stringify((await app.http.get(planPath(ids.cook, ids.kitchen, `?for=participant&locale=${locale}`)).expect(200)).body);
    expect(await told('uk')).toMatch(/Це пропозиція/);
    expect(await told('nn')).toMatch(/Dette er eit framlegg/);
    expect(await told('nb')).not.toEqual(await told('en'));
    expect(JSON.parse(await told('en'))).toMatchObject({ for: 'participant', locale: 'en', steps: [{ from: TODAY }, { from: TODAY }], textVersion: expect.any(String) as never });
    await app.http.get(planPath(ids.cook, ids.kitchen, '?locale=pl')).expect(400);
  });

  it('names work to hold while an authorisation is under way, none of it regulated', async () => {
    const { proposals } = (await app.http.get(planPath(ids.nurse, ids.ward)).expect(200)).body as Result;
    const stones = proposals.find(({ measure }) => measure === 'authorisation-path')!.steppingStones!.map(({ styrk }) => styrk);
    expect(stones[0]).toBe('5329'); // other care workers in health services: no authorisation, most of a nurse's competence
    expect(stones).not.toContain('5321');
    const { meanwhile } = (await app.http.get(planPath(ids.nurse, ids.ward, '?for=participant')).expect(200)).body as { meanwhile: string[] };
    expect(meanwhile).toHaveLength(stones.length);
    expect(statusOf(((await app.http.get(planPath(ids.cook, ids.kitchen)).expect(200)).body as Result).proposals, 'authorisation-path')).toBeUndefined();
  });

  it('needs a person and a vacancy that are there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await app.http.get(planPath(nobody, ids.kitchen)).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
    expect((await app.http.get(planPath(ids.cook, nobody)).expect(404)).body).toMatchObject({ code: 'vacancy.not-found' });
  });
});

describe('what the employer may know', () => {
  const plan = async (candidateId: string, vacancyId: string): Promise<string> => ((await app.http.post('/api/v1/plans').send({ candidateId, vacancyId, measures: [] }).expect(201)).body as { id: string }).id;
  const say = async (id: string, question: string, answer: string): Promise<void> => {
    await app.http.post(`/api/v1/plans/${id}/answers`).set('if-match', '*').send({ question, answer, locale: 'uk', textVersion: 't.1' }).expect(200);
  };

  it('holds none of the withheld words, and no name, language or measure, without the person’s yes', async () => {
    for (const [candidate, vacancy] of [[ids.cook, ids.kitchen], [ids.nurse, ids.ward], [ids.cook, ids.ward]] as const) {
      const text = await employerText(candidate, vacancy);
      expect((JSON.parse(text) as { sentences: string[] }).sentences.length).toBeGreaterThan(0);
      expect(holdsWithheldWord(text)).toBe(false);
      expect(text).not.toMatch(/Hemmelig|norsk|språk|opplæring|NAV|1985|kommune/i);
    }
    expect(await employerText(ids.cook, ids.kitchen)).toContain('Har arbeidet som: Kokker');
  });

  it('grows with each yes for that vacancy and no other, and shrinks with a no at once', async () => {
    const other = await stored('vacancies', { ...kitchen, externalId: 'V-other' });
    const id = await plan(ids.cook, ids.kitchen);
    const silent = await employerText(ids.cook, ids.kitchen);
    await say(id, 'plan', 'yes');
    expect(await employerText(ids.cook, ids.kitchen)).toBe(silent);
    await say(id, 'share-language', 'yes');
    expect(await employerText(ids.cook, ids.kitchen)).toContain('norsk B1 muntlig');
    expect(await employerText(ids.cook, ids.kitchen)).not.toMatch(/mentor/i);
    await say(id, 'share-support', 'yes');
    expect(await employerText(ids.cook, ids.kitchen)).toMatch(/mentor/i);
    expect(holdsWithheldWord(await employerText(ids.cook, other))).toBe(false);
    await say(id, 'share-support', 'no');
    await say(id, 'share-language', 'no');
    expect(await employerText(ids.cook, ids.kitchen)).toBe(silent);
  });

  it('is nothing more once the plan is over', async () => {
    const id = await plan(ids.nurse, ids.kitchen);
    const silent = await employerText(ids.nurse, ids.kitchen);
    await say(id, 'share-support', 'yes');
    await app.http.post(`/api/v1/plans/${id}/end`).set('if-match', '*').send({ reason: 'replaced' }).expect(200);
    expect(await employerText(ids.nurse, ids.kitchen)).toBe(silent);
  });
});

describe('plan checks', () => {
  const checks = async (id: string, query = ''): Promise<Map<string, { outcome: string; missing: string[] }>> => {
    const { plan } = (await app.http.get(`/api/v1/candidates/${id}/plan-checks${query}`).expect(200)).body as { plan: { checks: { id: string; outcome: string; missing: string[] }[] } };
    return new Map(plan.checks.map((check) => [check.id, check]));
  };

  it('take the measures of the plans the person said yes to, and no others', async () => {
    const id = await stored('candidates', { ...cook, externalId: 'C-checks' });
    expect((await checks(id)).get('main-measure-overlap')).toMatchObject({ outcome: 'unknown', missing: ['plan.measures'] });
    const measures = [{ measure: 'work-training', from: '2026-12-01', to: '2027-01-31' }, { measure: 'temporary-wage-subsidy', from: '2027-01-31', to: '2027-05-31' }];
    const made = (await app.http.post('/api/v1/plans').send({ candidateId: id, measures }).expect(201)).body as { id: string };
    expect((await checks(id)).get('main-measure-overlap')).toMatchObject({ outcome: 'unknown' });
    await app.http.post(`/api/v1/plans/${made.id}/answers`).set('if-match', '*').send({ question: 'plan', answer: 'yes', locale: 'nb', textVersion: 't.1' }).expect(200);
    expect((await checks(id)).get('main-measure-overlap')).toMatchObject({ outcome: 'not-met' });
  });

  it('are made on a date, today unless another is asked for', async () => {
    expect((await checks(ids.cook)).get('work-directed-hours')).toMatchObject({ outcome: 'not-met' });
    expect((await checks(ids.cook, '?on=2026-09-30')).get('work-directed-hours')).toMatchObject({ outcome: 'met' });
    await app.http.get(`/api/v1/candidates/${ids.cook}/plan-checks?on=today`).expect(400);
  });

  it('are none for someone without a programme', async () => {
    const { programme: _, ...without } = cook;
    const id = await stored('candidates', { ...without, externalId: 'C-none' });
    expect((await app.http.get(`/api/v1/candidates/${id}/plan-checks`).expect(200)).body).toMatchObject({ plan: null, proposals: [] });
  });
});

it('does not know protected persons outside the own team', async () => {
  const outside = await startTestApp({ databaseUrl: app.databaseUrl, config: { actingAs: 'outside' } });
  try {
    for (const addressProtection of ['confidential', 'strictly-confidential', 'unknown', undefined]) {
      const id = await stored('candidates', { ...cook, externalId: `C-${String(addressProtection)}`, addressProtection });
      for (const path of [`/api/v1/candidates/${id}/plan-checks`, planPath(id, ids.kitchen), planPath(id, ids.kitchen, '?for=employer'), planPath(id, ids.kitchen, '?for=participant')]) {
        expect((await outside.http.get(path).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
      }
    }
    await outside.http.get(`/api/v1/candidates/${ids.cook}/plan-checks`).expect(200);
  } finally {
    await outside.close();
  }
});
