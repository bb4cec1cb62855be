import { expect, it } from '@jest/globals';
import { candidate, match, vacancy } from './testing/small-world.js';
import { welcomedAmong, welcomedStems } from './welcomed.js';

it('finds the sentences in which an ad says whom it would like to hear from', () => {
  expect(welcomedStems('Bakgrunn som snekker er velkommen. Vi har kantine.')).toContain('snekk');
  expect(welcomedStems('Vi har kantine og snekkere i bygget.')).toEqual([]);
  expect(welcomedStems('Ingen erfaring som snekker er nødvendig.')).toEqual([]);
});

it('knows a background whole or at the beginning of a compound', () => {
  const backgrounds = [{ work: 0, stems: ['veterinaer'] }];
  expect(welcomedAmong(backgrounds, ['veterinaermedisin'])).toBe(backgrounds[0]);
  expect(welcomedAmong(backgrounds, ['dyrepleie'])).toBeNull();
  expect(welcomedAmong(backgrounds, [])).toBeNull();
});

it('lifts work to adjacent for someone whose background the ad names', () => {
  const warehouse = vacancy({ styrk: '4321', title: 'Lagermedarbeider', description: 'Har du jobbet som sveisemester, er du velkommen.' });
  const person = candidate({ occupations: [{ styrk: '7115', title: 'sveisemester', years: 5 }] });
  expect(match(person, warehouse).parts[0]).toMatchObject({ criterion: 'occupation', percent: 70 });
  expect(match(person, { ...warehouse, description: 'Du plukker varer.' }).parts[0]).toMatchObject({ percent: 4 });
});
