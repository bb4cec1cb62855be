import { END_REASONS, STEPS } from '../../core/follow-up/steps.js';
import { codes, date, integer, listOf, object, orNull, text, uuid, type Schema } from '../plans/plan-openapi.js';

const moment: Schema = { type: 'string', format: 'date-time' };
const step = codes(STEPS);

export const followUpSchema = object({
  id: uuid, candidateId: uuid, vacancyId: { ...orNull(uuid), description: 'null = stillingen er slettet.' }, step, on: { ...date, description: 'Dagen steget ble tatt.' },
  path: { ...listOf(step), description: 'Stegene som er tatt, først til sist.' }, reason: orNull(codes(END_REASONS)), proposedOn: date,
  match: { ...object({ policyVersion: text, dataVersion: text, rulesVersion: text, band: text, score: { type: 'number', minimum: 0, maximum: 100 } }), description: 'Treffet slik det ble vurdert da deltakeren ble foreslått.' },
  next: { ...listOf(step), description: 'Steg som kan komme nå.' }, version: integer, createdAt: moment, updatedAt: moment,
});

export const followUpPageSchema = object({ items: listOf(followUpSchema), total: integer, nextCursor: orNull(text) });

export const followUpHistorySchema = object({
  items: listOf(object({ version: integer, at: moment, by: text, kind: codes(['proposed', 'moved', 'taken-back']), step, on: date, reason: orNull(codes(END_REASONS)) })),
});

const figures = {
  total: integer,
  steps: listOf(object({ step, now: { ...integer, description: 'Står her nå.' }, reached: { ...integer, description: 'Har tatt steget.' } })),
  reasons: listOf(object({ reason: codes(END_REASONS), count: integer })),
};

export const figuresSchema = object({ ...figures, policies: listOf(object({ policyVersion: text, ...figures, bands: listOf(object({ band: text, ...figures })) })) });
