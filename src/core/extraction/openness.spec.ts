import { expect, it } from '@jest/globals';
import { readTrainedOnTheJob } from './openness.js';

it.each([
  ['Formell utdanning er ikke nødvendig.', true],
  ['Erfaring er fint, men opplæring får du uansett.', true],
  ['Ingen krav til utdanning.', true],
  ['Du treng ikkje kunne norsk når du byrjar; gartnaren viser deg alt.', true],
  ['Utdanning trengs ikke.', true],
  ['No experience required.', true],
  ['Fagbrev er ikke et krav, men fem års erfaring kreves.', false],
  ['Du har minst tre års erfaring som rørlegger.', false],
  ['Vi gir norskkurs i arbeidstida.', false],
])('%s', (text, trained) => {
  expect(readTrainedOnTheJob(text)).toBe(trained);
});

it('takes time in proportion to the text', () => {
  for (const hostile of ['erfaring '.repeat(25_000), 'ingen '.repeat(40_000), 'a'.repeat(200_000)]) expect(typeof readTrainedOnTheJob(hostile)).toBe('boolean');
});
