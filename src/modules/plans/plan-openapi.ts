import { MEASURE_IDS } from '../../core/measures/rule-set.js';
import { AFTER_PROGRAMME, PLAN_END_REASONS, QUESTIONS } from './plan-content.js';

export type Schema = Record<string, unknown>;

/** All members are always there unless named in `optional`. */
export const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object', required: Object.keys(properties).filter((name) => !optional.includes(name)), properties,
});
export const text: Schema = { type: 'string' };
export const integer: Schema = { type: 'integer' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
export const date: Schema = { type: 'string', format: 'date' };
const moment: Schema = { type: 'string', format: 'date-time' };
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const codes = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
export const orNull = ({ type, ...rest }: Schema): Schema => ({
  ...rest, type: [type, 'null'], ...(Array.isArray(rest['enum']) ? { enum: [...(rest['enum'] as unknown[]), null] } : {}),
});

const contact = orNull(object({ name: text, phone: text, email: text }, ['phone', 'email']));
const answer = orNull(object({ answer: codes(['yes', 'no']), on: date, textVersion: text, locale: text, planVersion: integer }));

export const planCheckSchema = object({
  id: text, outcome: codes(['met', 'not-met', 'unknown']), missing: listOf(text), source: text, checkedOn: text, todo: text, proposes: listOf(text),
}, ['proposes']);

/** What the programme rules say of one person. */
export const programmeSchema: Schema = {
  ...orNull(object({ workDirectedHoursRequired: orNull(integer), endWithoutExtension: orNull(date), latestEnd: orNull(date), checks: listOf(planCheckSchema) })),
  description: 'null = personen har ikke introduksjonsprogram.',
};

export const planSchema = object({
  id: uuid, candidateId: uuid, vacancyId: orNull(uuid), state: { ...codes(['draft', 'agreed', 'declined', 'ended']), description: 'agreed: personen har sagt ja til det planen nå inneholder.' },
  measures: listOf(object({ measure: codes(MEASURE_IDS), name: text, decidedBy: orNull(text), from: date, to: orNull(date) })),
  municipalityContact: contact, employerContact: contact, fastTrack: orNull(object({ from: date, to: date })), languageOffer: orNull(listOf(text)), afterProgramme: orNull(codes(AFTER_PROGRAMME)),
  madeOn: { ...date, description: 'Planen følger reglene fra denne dagen.' }, rulesVersion: text,
  answers: object(Object.fromEntries(QUESTIONS.map((question) => [question, answer]))),
  end: orNull(object({ reason: codes(PLAN_END_REASONS), on: date })), on: date, programme: programmeSchema,
  warnings: listOf(object({ code: text, detail: text })), version: integer, createdAt: moment, updatedAt: moment,
});

export const planPageSchema = object({ items: listOf(planSchema), total: integer, nextCursor: orNull(text) });

export const historySchema = object({
  items: listOf(object({ version: { ...integer, description: 'Versjonen endringen ga planen.' }, at: moment, by: text, kind: codes(['created', 'changed', 'answered', 'ended']), change: { type: 'object' } })),
});

export const nirSchema = object({
  reference: { ...text, description: 'Kommunens egen referanse; aldri fødselsnummer.' }, municipality: text, municipalityName: text, scheme: codes(['hurtigspor']),
  startDate: date, endDate: date, plan: uuid, planVersion: integer, exportedOn: date,
});

const KARI = { name: 'Kari Berg', phone: '+47 51 00 00 00', email: 'kari.berg@kommune.example' };

/** Made up, to show the form. */
export const PLAN_EXAMPLE = {
  vacancyId: '3f0a3e0e-6f0a-4b55-9b52-0d3b4b1c7a11',
  measures: [{ measure: 'norwegian-training', from: '2026-12-01', to: '2027-05-31' }, { measure: 'work-training', from: '2026-12-01', to: '2027-02-28' }],
  municipalityContact: KARI, employerContact: { name: 'Per Dahl' }, fastTrack: { from: '2026-12-01', to: '2027-05-31' }, languageOffer: ['no'], afterProgramme: 'ordinary-employment',
};
export const NEW_PLAN_EXAMPLE = { candidateId: '5a2d2f61-2f55-4d1f-8f0e-6f4f6d1c9b22', ...PLAN_EXAMPLE };
