import { LOCALES, MEASURE_IDS } from '../../core/measures/rule-set.js';
import { codes, date, integer, listOf, object, orNull, programmeSchema, text, uuid, type Schema } from '../plans/plan-openapi.js';

const status = codes(['proposed', 'needs-assessment', 'not-eligible']);
const bool: Schema = { type: 'boolean' };
const band = codes(['direct', 'fast-track', 'qualification', 'not-now']);

const gap = object({
  kind: text, needs: text, has: orNull(text), steps: orNull({ type: 'number' }), closable: bool, months: orNull({ type: 'number' }), covered: bool, strict: bool, language: text,
}, ['language']);

const proposal = object({
  measure: codes(MEASURE_IDS), status: { ...status, description: 'NAV eller kommunen bestemmer; ingenting her er innvilget.' }, because: text, closes: listOf(text), answersNeeds: listOf(text),
  maxMonths: orNull({ ...integer, description: 'Lengste tid reglene gir denne personen.' }),
  rules: listOf(object({ id: text, outcome: codes(['met', 'not-met', 'unknown']), source: text, missing: listOf(text) }, ['missing'])),
  answers: text, role: text, decidedBy: text, place: codes(['first', 'alternative']), monthsToClose: orNull({ type: 'number' }), warnings: listOf(text),
  steppingStones: listOf(object({ styrk: text, percent: integer })),
}, ['answers', 'steppingStones']);

const timeline = object({
  band, track: text, from: date, end: orNull(date), programmeEnd: orNull(date), latestProgrammeEnd: orNull(date),
  fit: codes(['no-programme', 'within', 'with-extension', 'after', 'unknown']), afterwards: { ...text, description: 'Hva som skjer etter programmet, eller hva som må finnes ut.' },
  steps: listOf(object({ measure: codes(MEASURE_IDS), status, from: date, to: orNull(date), months: orNull({ type: 'number' }), sideBySide: listOf(text) })),
  fastTrackPeriod: orNull(object({ from: date, to: date })),
});

const words = listOf(object({ measure: codes(MEASURE_IDS), status, title: text, what: text, why: text, next: text }));
const texts = object(Object.fromEntries(LOCALES.map((locale) => [locale, words])), LOCALES);

export const planChecksSchema = object({ candidate: uuid, rulesVersion: text, on: date, plan: programmeSchema, proposals: listOf(proposal) });

const of = { candidate: uuid, vacancy: uuid };
const staff = object({
  for: codes(['staff']), ...of, rulesVersion: text, on: date, band, gaps: listOf(gap), proposals: listOf(proposal), timeline, plan: programmeSchema,
  sharing: { ...object({ language: bool, support: bool }), description: 'Hva personen har sagt ja til å dele med arbeidsgiveren for denne stillingen.' }, texts,
});
const participant = object({
  for: codes(['participant']), ...of, locale: codes(LOCALES), on: date, textVersion: { ...text, description: 'Tas med når personens ja eller nei registreres.' }, proposals: words,
  steps: listOf(object({ title: text, from: date, to: orNull(date), sideBySide: listOf(text) })), end: orNull(date), meanwhile: listOf(text),
});
const employer = object({ for: codes(['employer']), ...of, sentences: listOf(text) });
export const pairPlanSchema: Schema = { oneOf: [staff, participant, employer] };

export const measureResultsSchema = object({
  rulesVersion: text, on: date,
  issues: listOf(object({ file: text, row: integer, path: text, code: text, value: text, mend: text }, ['value'])),
  results: listOf(object({ candidate: text, vacancy: text, band, gaps: listOf(gap), proposals: listOf(proposal), timeline, texts, plan: programmeSchema }, ['vacancy', 'band', 'gaps', 'timeline', 'plan'])),
});
