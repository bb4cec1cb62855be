import { describe, expect, it } from '@jest/globals';
import { readAccess } from './access.js';

describe('readAccess', () => {
  it.each([
    ['Bussen går ikkje til anlegget, så du må ha bil.', true],
    ['Det går ingen buss hit.', true],
    ['Own car is required.', true],
    ['Du kjører firmabil mellom byggene og må ha førerkort.', false],
    ['Du må ha bil eller sitte på med noen.', false],
    ['Det går ikke buss før klokka seks.', false],
    ['Egen bil er en fordel.', false],
    ['Det går ikkje buss så tidleg.', false],
    ['Bussen stopper utenfor porten.', false],
  ])('%s', (text, carNeeded) => {
    expect(readAccess(text).carNeeded).toBe(carNeeded);
  });

  it.each([
    ['Skifta går 06–14 og 14–22.', true],
    ['Arbeidstid 05.30–09.30 mandag til lørdag.', true],
    ['Terminalen går natt, 22–06.', true],
    ['Vi starter kl. 05.', true],
    ['Arbeidstid 07-15, ingen skift.', false],
    ['Arbeidstid 07.30–15.30.', false],
    ['Stillingen er 05-10 % av året.', false],
    ['Du har 2–3 års erfaring og passer 4–6 barn.', false],
    ['Arbeidet starter kl. 17 og er ferdig senest 22.', false],
  ])('%s', (text, odd) => {
    expect(readAccess(text).outsideBusHours).toBe(odd);
  });

  it('takes time in proportion to the text, whatever it is', () => {
    for (const hostile of ['må '.repeat(60_000), '06–'.repeat(60_000), 'buss går '.repeat(30_000), '1'.repeat(200_000)]) {
      expect(typeof readAccess(hostile).carNeeded).toBe('boolean');
    }
  });
});
