import { CRITERIA } from '../../core/matching/policy.js';
import { BANDS } from '../../core/matching/rank.js';

type Schema = Record<string, unknown>;

const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object', required: Object.keys(properties).filter((name) => !optional.includes(name)), properties,
});
const text: Schema = { type: 'string' };
const nullable = (type: string): Schema => ({ type: [type, 'null'] });

const part = object({
  criterion: { type: 'string', enum: [...CRITERIA] },
  value: { type: ['number', 'null'], minimum: 0, maximum: 1, description: 'null = ikke kjent; det er ikke det samme som 0.' },
  weight: { type: 'number', description: 'Vekt i bruk; de kjente vektene blir 100 til sammen.' },
  points: { type: 'number', description: 'Poengene blir nøyaktig «score» til sammen.' },
  because: text,
});

const gap = object({
  kind: { type: 'string', enum: ['language', 'education', 'recognition', 'authorisation', 'certificate', 'licence', 'experience', 'distance', 'hours', 'preference'] },
  needs: text, has: nullable('string'), steps: nullable('number'), closable: { type: 'boolean' }, months: nullable('number'),
  covered: { type: 'boolean', description: 'Arbeidsgiverens egen ordning dekker det.' }, strict: { type: 'boolean' },
});

const measure = object({
  measure: text, status: { type: 'string', enum: ['proposed', 'needs-assessment', 'not-eligible'] }, because: text,
  closes: { type: 'array', items: text }, maxMonths: nullable('integer'),
  rules: { type: 'array', items: object({ id: text, outcome: { type: 'string', enum: ['met', 'not-met', 'unknown'] }, source: text }) },
});

const match: Record<string, Schema> = {
  rank: { type: 'integer', description: 'Plass fra 1; 0 = vises ikke blant forslagene.' }, score: { type: 'number', minimum: 0, maximum: 100 },
  band: { type: 'string', enum: [...BANDS] }, coverage: { type: 'number', minimum: 0, maximum: 1, description: 'Hvor stor del av det stillingen spør etter som var kjent.' },
  parts: { type: 'array', items: part }, gaps: { type: 'array', items: gap }, measures: { type: 'array', items: measure },
};

const vacancy = object({
  id: text, externalId: text, title: text, employer: text, styrk: text, municipality: text, municipalityName: text, percent: { type: 'integer' }, applicationDeadline: text,
}, ['styrk', 'percent', 'applicationDeadline']);
const candidate = object({
  id: text, externalId: text, name: text, municipality: text, municipalityName: text, occupations: { type: 'array', items: text },
}, ['name']);

const basis: Record<string, Schema> = { policyVersion: text, dataVersion: text, rulesVersion: text, on: { type: 'string', format: 'date' } };
const page = (item: Schema): Schema => object({
  ...basis, items: { type: 'array', items: item }, total: { type: 'integer' }, offset: { type: 'integer' }, limit: { type: 'integer' },
});

export const vacancyMatchSchema = object({ ...basis, vacancy, ...match });
export const candidateMatchSchema = object({ ...basis, candidate, ...match });
export const vacancyMatchesSchema = page(object({ vacancy, ...match }));
export const candidateMatchesSchema = page(object({ candidate, ...match }));

/** What the stateless operation answers: the form of `jobbmatch match`. */
export const matchResultsSchema = object({
  ...basis,
  issues: { type: 'array', items: object({ file: text, row: { type: 'integer' }, path: text, code: text, value: text, mend: text }, ['value']) },
  results: { type: 'array', items: object({ candidate: text, vacancy: text, matches: { type: 'array', items: object({ candidate: text, vacancy: text, ...match }, ['candidate', 'vacancy']) } }, ['candidate', 'vacancy']) },
});
