import { expect, it } from '@jest/globals';
import { defaultDataDir } from '../reference/data-files.js';
import { loadReferenceTables } from '../reference/load-reference.js';
import { LANGUAGE_DEMANDS } from './draw-requirements.js';
import { loadDemoVocabulary } from './load-vocabulary.js';
import type { Phrases, Trade, TradeText } from './vocabulary.js';

const tables = loadReferenceTables(defaultDataDir());
const { trades, occupations, places, weights, skeletons, phrases } = loadDemoVocabulary(defaultDataDir());

const texts = (trade: Trade): [string, TradeText][] => Object.entries(trade.texts);

it('has at least sixty trades, each with tasks of its own', () => {
  expect(trades.length).toBeGreaterThanOrEqual(60);
  const tasks = trades.flatMap(({ texts: { nb } }) => nb.tasks);
  expect(new Set(tasks).size).toBe(tasks.length);
});

it.each(trades.map((trade) => [trade.id, trade] as const))('%s can say all it may ask for, in each of its languages', (_id, trade) => {
  for (const [, text] of texts(trade)) {
    expect([text.titles, text.about, text.tasks, text.duties, text.details].map(({ length }) => length > 0)).not.toContain(false);
    expect(text.certificateNames).toHaveLength(trade.certificates.length);
    expect(text.languageWhy).not.toBe('');
    expect(text.experienceIn === undefined).toBe(trade.experience === undefined);
    expect(text.educationName === undefined).toBe(trade.education === undefined);
    expect(text.authorisationName === undefined).toBe(trade.authorisation === undefined);
  }
  expect(trade.texts.nb.licenceWhy === undefined).toBe(trade.licence === undefined);
});

it('names only codes, professions and certificates that the tables know', () => {
  for (const { styrk, authorisation, certificates, group, demand } of trades) {
    expect(tables.similarity.codes).toContain(styrk);
    if (authorisation !== undefined) expect(tables.regulatedProfessions.get(authorisation)?.styrk).toContain(styrk);
    for (const { id } of certificates) expect(tables.certificates.has(id)).toBe(true);
    expect(weights.industries).toHaveProperty(group);
    expect(skeletons.profiles).toHaveProperty(demand);
  }
  for (const { styrk, certificate } of occupations) {
    expect(tables.similarity.codes).toContain(styrk);
    if (certificate !== '') expect(tables.certificates.has(certificate)).toBe(true);
  }
});

it('knows each place, and puts places in 12 to 18 labour-market regions', () => {
  const regions = new Set(places.map(({ number }) => tables.municipalities.get(number)?.regionNumber));
  expect(regions).not.toContain(undefined);
  expect(regions.size).toBeGreaterThanOrEqual(12);
  expect(regions.size).toBeLessThanOrEqual(18);
});

it.each<[string, Phrases]>(Object.entries(phrases))('%s has words for every demand, tone and working time', (written, words) => {
  for (const key of Object.keys(LANGUAGE_DEMANDS)) {
    // Bilingual work is not advertised in English.
    if (written !== 'en' || !key.startsWith('uk')) expect(words.language[key]).not.toHaveLength(0);
  }
  for (const tone of Object.values(skeletons.tone)) {
    expect(words.hooks[tone]?.length).toBeGreaterThan(0);
    expect(words.suitability[tone]?.length).toBeGreaterThan(0);
  }
  for (const { hours } of trades) for (const combination of hours) expect(words.hours).toHaveProperty([combination.join(' ')]);
});
