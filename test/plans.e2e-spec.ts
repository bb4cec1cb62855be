import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KNOWLEDGE } from '../src/modules/matching/knowledge.module.js';
import { loadKnowledge } from '../src/modules/matching/create-context.js';
import { Clock } from '../src/platform/clock/clock.js';
import { startTestApp, type TestApp } from './support/start-test-app.js';

/** From 2027-01-01 work training may last 3 months, not 12 (situational): a change of rules under way. */
const knowledge = loadKnowledge();
const workTraining = knowledge.rules.measures.get('work-training')!;
const [now] = workTraining.versions;
const changedRules = {
  ...knowledge,
  rules: {
    ...knowledge.rules,
    measures: new Map(knowledge.rules.measures).set('work-training', {
      ...workTraining,
      versions: [{ ...now!, validTo: '2026-12-31' }, { ...now!, validFrom: '2027-01-01', validTo: null, parameters: { ...now!.parameters, maxMonths: 3 } }],
    }),
  },
};

let today = '2026-11-22';
let app: TestApp;
let candidateId = '';
let vacancyId = '';
beforeAll(async () => {
  app = await startTestApp({ overrides: [[KNOWLEDGE, changedRules], [Clock, { now: () => new Date(`${today}T12:00:00Z`), today: () => today }]] });
  candidateId = await stored('candidates', person);
  vacancyId = await stored('vacancies', { externalId: 'V-1', title: 'Kokk', employer: { name: 'Kroa AS' }, styrk: '5120', municipality: '1103', employment: 'permanent' });
});
afterAll(() => app.close());

interface View {
  readonly id: string; readonly state: string; readonly version: number; readonly madeOn: string;
  readonly programme: { checks: { id: string; outcome: string }[] } | null; readonly warnings: { code: string }[]; readonly answers: Record<string, object | null>;
}

const person = {
  externalId: 'K-1', name: 'Hemmelig Navn', municipality: '1103', birthYear: 1985, protection: 'temporary-collective', education: [{ level: 4 }], occupations: [{ styrk: '5120', years: 5 }], languages: [{ language: 'no', oral: 'A2' }],
  nav: { effortGroup: 'situational' }, programme: { status: 'participating', startDate: '2026-07-01', goal: 'work', plannedEndDate: '2026-12-31', workDirectedHoursPerWeek: 15 }, addressProtection: 'none',
};
const stored = async (kind: 'candidates' | 'vacancies', record: object): Promise<string> => ((await app.http.post(`/api/v1/${kind}`).send(record).expect(201)).body as { id: string }).id;

const training = { measure: 'norwegian-training', from: '2026-12-01', to: '2027-05-31' };
const content = () => ({ vacancyId, measures: [training], municipalityContact: { name: 'Kari Berg', phone: '+47 51 00 00 00' }, employerContact: { name: 'Per Dahl', email: 'per@kroa.example' }, fastTrack: { from: '2026-12-01', to: '2027-05-31' }, languageOffer: ['no'] });
const post = (body: object) => app.http.post('/api/v1/plans').send(body);
const made = async (changes: object = {}): Promise<View> => (await post({ candidateId, ...content(), ...changes }).expect(201)).body as View;
const put = (id: string, version: string, body: object) => app.http.put(`/api/v1/plans/${id}`).set('if-match', version).send(body);
const answer = (id: string, version: number, body: object) => app.http.post(`/api/v1/plans/${id}/answers`).set('if-match', `"${version}"`).send({ locale: 'uk', textVersion: 't.1', ...body });
const outcome = ({ programme }: View, id: string): string | undefined => programme?.checks.find((check) => check.id === id)?.outcome;

it('keeps what is chosen, says where it is and reads it back', async () => {
  const answered = await post({ candidateId, ...content() }).expect(201).expect('etag', '"1"');
  const { id } = answered.body as View;
  expect(answered.headers['location']).toBe(`/api/v1/plans/${id}`);
  const read = await app.http.get(`/api/v1/plans/${id}`).expect(200).expect('etag', '"1"');
  expect(read.body).toEqual(answered.body);
  expect(read.body).toMatchObject({ ...content(), candidateId, state: 'draft', madeOn: '2026-11-22', measures: [{ ...training, name: knowledge.rules.measures.get('norwegian-training')!.name.nb, decidedBy: 'municipality' }] });
});

it('checks the measures chosen, and warns of two main measures at once without refusing them', async () => {
  const main = (measure: string, from: string, to?: string): object => ({ measure, from, ...(to === undefined ? {} : { to }) });
  const apart = await made({ measures: [main('work-training', '2026-12-01', '2027-01-31'), main('temporary-wage-subsidy', '2027-02-01', '2027-07-31')] });
  expect(outcome(apart, 'main-measure-overlap')).toBe('met');
  expect(apart.warnings.map(({ code }) => code)).not.toContain('main-measure-overlap');
  const together = await made({ measures: [main('work-training', '2026-12-01', '2027-02-01'), main('temporary-wage-subsidy', '2027-02-01')] });
  expect(outcome(together, 'main-measure-overlap')).toBe('not-met');
  expect(together.warnings.map(({ code }) => code)).toContain('main-measure-overlap');
});

it('asks what happens when the plan outlasts the programme', async () => {
  // Upper secondary: at most 6 + 6 months from 2026-07-01, so the last day is 2027-06-30.
  const codes = async (to: string, afterProgramme?: string): Promise<string[]> => (await made({ measures: [{ ...training, to }], ...(afterProgramme === undefined ? {} : { afterProgramme }) })).warnings.map(({ code }) => code);
  expect(await codes('2027-06-30')).not.toContain('after-programme-missing');
  expect(await codes('2027-07-01')).toContain('after-programme-missing');
  expect(await codes('2027-07-01', 'nav-follow-up')).not.toContain('after-programme-missing');
});

describe('rules', () => {
  it('of the day it was made hold for a plan, whatever is changed later', async () => {
    // Two plans of five months' work training from 2027-01-10; only the later one is made under the new limit of three.
    const measures = [{ measure: 'work-training', from: '2027-01-10', to: '2027-06-09' }];
    today = '2026-12-31';
    const before = await made({ measures });
    today = '2027-01-01';
    const after = await made({ measures });
    const again = (await app.http.get(`/api/v1/plans/${before.id}`).expect(200)).body as View;
    today = '2026-11-22';
    expect([before.madeOn, outcome(again, 'measure-length')]).toEqual(['2026-12-31', 'met']);
    expect([after.madeOn, outcome(after, 'measure-length')]).toEqual(['2027-01-01', 'not-met']);
  });
});

describe('the person’s own answer', () => {
  it('makes the plan agreed or declined, and is asked for anew when the plan changes', async () => {
    const { id } = await made();
    expect((await answer(id, 1, { question: 'plan', answer: 'yes', on: '2026-11-21' }).expect(200)).body).toMatchObject({
      state: 'agreed', version: 2, answers: { plan: { answer: 'yes', on: '2026-11-21', textVersion: 't.1', locale: 'uk', planVersion: 1 } },
    });
    const contact = { ...content(), municipalityContact: { name: 'Ola Vik' } };
    expect((await put(id, '"2"', contact).expect(200)).body).toMatchObject({ state: 'agreed', version: 3 });
    expect((await put(id, '"3"', { ...contact, measures: [] }).expect(200)).body).toMatchObject({ state: 'draft', version: 4 });
    expect((await answer(id, 4, { question: 'plan', answer: 'no' }).expect(200)).body).toMatchObject({ state: 'declined' });
  });

  it('must be to the plan as it is now, and not from the future', async () => {
    const { id } = await made();
    await answer(id, 7, { question: 'plan', answer: 'yes' }).expect(412);
    await app.http.post(`/api/v1/plans/${id}/answers`).send({ question: 'plan', answer: 'yes', locale: 'nb', textVersion: 't.1' }).expect(428);
    expect((await answer(id, 1, { question: 'plan', answer: 'yes', on: '2026-11-23' }).expect(400)).body).toMatchObject({ errors: [{ pointer: '/on' }] });
  });

  it('to sharing needs a vacancy, and does not follow the plan to another one', async () => {
    const without = await made({ vacancyId: null });
    await answer(without.id, 1, { question: 'share-language', answer: 'yes' }).expect(400);
    const { id } = await made();
    expect((await answer(id, 1, { question: 'share-language', answer: 'yes' }).expect(200)).body).toMatchObject({ state: 'draft', answers: { 'share-language': { answer: 'yes' }, 'share-support': null } });
    const other = await stored('vacancies', { externalId: 'V-other', title: 'Kokk', employer: { name: 'Kafeen AS' }, styrk: '5120', municipality: '1103' });
    expect((await put(id, '"2"', { ...content(), vacancyId: other }).expect(200)).body).toMatchObject({ answers: { 'share-language': null } });
  });
});

describe('history', () => {
  it('tells who did what, one event for each version', async () => {
    const { id } = await made();
    await put(id, '"1"', { ...content(), measures: [] }).expect(200);
    await answer(id, 2, { question: 'plan', answer: 'yes' }).expect(200);
    await app.http.post(`/api/v1/plans/${id}/end`).set('if-match', '"3"').send({ reason: 'hired' }).expect(200);
    const { items } = (await app.http.get(`/api/v1/plans/${id}/history`).expect(200)).body as { items: { version: number; kind: string; by: string; at: string; change: object }[] };
    expect(items.map(({ version, kind, by }) => `${version} ${kind} ${by}`)).toEqual(['1 created own-team', '2 changed own-team', '3 answered own-team', '4 ended own-team']);
    expect(items[0]!.change).toMatchObject({ madeOn: '2026-11-22', measures: [training] });
    expect(items[1]!.change).toMatchObject({ measures: [] });
    expect(items[3]!.change).toEqual({ reason: 'hired', on: '2026-11-22' });
  });

  it('cannot be changed or shortened, and goes with the person', async () => {
    const own = await stored('candidates', { ...person, externalId: 'K-gone' });
    const { id } = await made({ candidateId: own });
    await expect(app.dataSource.query("update plan_event set by = 'x' where plan_id = $1", [id])).rejects.toThrow(/only added to/);
    await expect(app.dataSource.query('delete from plan_event where plan_id = $1', [id])).rejects.toThrow(/only added to/);
    await app.http.delete(`/api/v1/candidates/${own}`).set('if-match', '*').expect(204);
    await app.http.get(`/api/v1/plans/${id}`).expect(404);
    expect(await app.dataSource.query('select 1 from plan_event where plan_id = $1', [id])).toEqual([]);
  });
});

describe('changing', () => {
  it('needs the version, and the same content is no change', async () => {
    const { id } = await made();
    await app.http.put(`/api/v1/plans/${id}`).send(content()).expect(428);
    await put(id, '"2"', content()).expect(412);
    await put(id, '"1"', content()).expect(200).expect('etag', '"1"');
    await put(id, '"1"', { ...content(), fastTrack: null }).expect(200).expect('etag', '"2"');
  });

  it('lets one of many at once through', async () => {
    const { id } = await made();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, day) => put(id, '"1"', { ...content(), measures: [{ ...training, from: `2026-12-0${day + 2}` }] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
  });

  it('stops at the end', async () => {
    const { id } = await made();
    expect((await app.http.post(`/api/v1/plans/${id}/end`).set('if-match', '"1"').send({ reason: 'moved', on: '2026-11-30' }).expect(200)).body).toMatchObject({ state: 'ended', end: { reason: 'moved', on: '2026-11-30' } });
    expect((await put(id, '"2"', content()).expect(409)).body).toMatchObject({ code: 'plan.ended' });
    await answer(id, 2, { question: 'plan', answer: 'yes' }).expect(409);
  });

  it('deletes a draft, and keeps what the person has answered', async () => {
    const draft = await made();
    await app.http.delete(`/api/v1/plans/${draft.id}`).set('if-match', '"1"').expect(204);
    await app.http.get(`/api/v1/plans/${draft.id}`).expect(404);
    const answered = await made();
    await answer(answered.id, 1, { question: 'plan', answer: 'no' }).expect(200);
    expect((await app.http.delete(`/api/v1/plans/${answered.id}`).set('if-match', '"2"').expect(409)).body).toMatchObject({ code: 'plan.kept' });
  });
});

describe('refuses', () => {
  it.each([
    ['an unknown measure', { measures: [{ measure: 'holiday', from: '2026-12-01' }] }, '/measures/0/measure'],
    ['a date that does not exist', { measures: [{ measure: 'mentor', from: '2027-02-29' }] }, '/measures/0/from'],
    ['a period that ends before it begins', { measures: [{ measure: 'mentor', from: '2026-12-02', to: '2026-12-01' }] }, '/measures/0/to'],
    ['a fast track that ends before it begins', { fastTrack: { from: '2026-12-02', to: '2026-12-01' } }, '/fastTrack/to'],
    ['a contact without a name', { employerContact: { phone: '51000000' } }, '/employerContact/name'],
    ['a field nobody declared', { granted: true }, '/granted'],
    ['an unknown aftermath', { afterProgramme: 'holiday' }, '/afterProgramme'],
  ])('%s', async (_, changes, pointer) => {
    const refused = await post({ candidateId, ...content(), ...changes }).expect(400);
    expect((refused.body as { errors: { pointer: string }[] }).errors.map((one) => one.pointer)).toContain(pointer);
  });

  it('an identity number in a contact, and repeats it nowhere', async () => {
    const { text } = await post({ candidateId, ...content(), municipalityContact: { name: 'Kari 01019010046' } }).expect(422);
    expect(text).toContain('request.identity-number');
    expect(text).not.toContain('10046');
  });

  it('a person or vacancy nobody has', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await post({ ...content(), candidateId: nobody }).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
    expect((await post({ ...content(), candidateId, vacancyId: nobody }).expect(404)).body).toMatchObject({ code: 'vacancy.not-found' });
    await app.http.get('/api/v1/plans/1').expect(400);
  });
});

it('exports the fast track for NIR, as JSON and as a line for a spreadsheet', async () => {
  const own = await stored('candidates', { ...person, externalId: '=K-nir' });
  const { id } = await made({ candidateId: own });
  expect((await app.http.get(`/api/v1/plans/${id}/nir`).expect(200)).body).toEqual({
    reference: '=K-nir', municipality: '1103', municipalityName: 'Stavanger', scheme: 'hurtigspor', startDate: '2026-12-01', endDate: '2027-05-31', plan: id, planVersion: 1, exportedOn: '2026-11-22',
  });
  const csv = await app.http.get(`/api/v1/plans/${id}/nir?format=csv`).expect(200).expect('content-type', 'text/csv; charset=utf-8');
  expect(csv.text).toBe(`\ufeffreferanse;kommunenummer;kommune;ordning;startdato;sluttdato;plan;planversjon;eksportert\n'=K-nir;1103;Stavanger;hurtigspor;2026-12-01;2027-05-31;${id};1;2026-11-22\n`);
  expect(csv.text).not.toContain('Hemmelig');
  const without = await made({ fastTrack: null });
  expect((await app.http.get(`/api/v1/plans/${without.id}/nir`).expect(409)).body).toMatchObject({ code: 'plan.no-fast-track' });
});

it('lists page by page, by person and state', async () => {
  const own = await stored('candidates', { ...person, externalId: 'K-list' });
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) ids.push((await made({ candidateId: own })).id);
  await answer(ids[0]!, 1, { question: 'plan', answer: 'yes' }).expect(200);
  const page = async (query: string): Promise<{ items: View[]; total: number; nextCursor: string | null }> => (await app.http.get(`/api/v1/plans?candidateId=${own}&${query}`).expect(200)).body as never;
  const first = await page('limit=2');
  expect([first.items.length, first.total]).toEqual([2, 3]);
  const second = await page(`limit=2&cursor=${first.nextCursor!}`);
  expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(second.nextCursor).toBeNull();
  expect((await page('state=agreed')).items.map(({ id }) => id)).toEqual([ids[0]]);
  await app.http.get('/api/v1/plans?state=open').expect(400);
});

it('does not know plans of protected persons outside the own team', async () => {
  const outside = await startTestApp({ databaseUrl: app.databaseUrl, config: { actingAs: 'outside' } });
  try {
    for (const addressProtection of ['confidential', 'strictly-confidential', 'unknown', undefined]) {
      const own = await stored('candidates', { ...person, externalId: `K-${String(addressProtection)}`, addressProtection });
      const { id } = await made({ candidateId: own });
      for (const path of [`/plans/${id}`, `/plans/${id}/history`, `/plans/${id}/nir`, `/plans/${id}/nir?format=csv`]) expect((await outside.http.get(`/api/v1${path}`).expect(404)).body).toMatchObject({ code: 'plan.not-found' });
      for (const request of [outside.http.put(`/api/v1/plans/${id}`).send(content()), outside.http.delete(`/api/v1/plans/${id}`), outside.http.post(`/api/v1/plans/${id}/end`).send({ reason: 'other' })]) await request.set('if-match', '*').expect(404);
      expect((await outside.http.get(`/api/v1/plans?candidateId=${own}`).expect(200)).body).toMatchObject({ total: 0, items: [] });
      expect((await outside.http.post('/api/v1/plans').send({ ...content(), candidateId: own }).expect(404)).body).toMatchObject({ code: 'candidate.not-found' });
    }
    expect((await outside.http.get(`/api/v1/plans?candidateId=${candidateId}&limit=1`).expect(200)).body).not.toMatchObject({ total: 0 });
  } finally {
    await outside.close();
  }
});
