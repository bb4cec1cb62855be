import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultDataDir } from '../../../modules/reference/data-files.js';
import { loadMeasureRules } from '../../../modules/reference/load-measure-rules.js';
import { propose } from '../propose.js';
import { LOCALES, MEASURE_IDS } from '../rule-set.js';
import { experienceGap, languageGap, offering, ON, person } from '../testing/cases.js';
import { forEmployer, type EmployerMatch } from './for-employer.js';
import { forParticipant } from './for-participant.js';
import { gapPhrase, inWords } from './gap-phrase.js';
import { holdsWithheldWord } from './withheld-words.js';

const rules = loadMeasureRules(defaultDataDir());
const gaps = [languageGap(), experienceGap()];
const proposals = propose({ candidate: person(), vacancy: offering({ mentor: true, workTraining: true }), gaps, band: 'fast-track', on: ON }, rules);

describe('gaps in words', () => {
  it.each([['no B1 oral', 'norsk B1 muntlig'], ['2 years', '2 år'], ['level 4', 'utdanningsnivå 4'], ['truck-T1', 'truck-T1'], ['no none oral', 'ingen norsk'], ['none', 'ingen'], ['level 4 in 5/57', 'utdanningsnivå 4 i fagfelt 5/57']])('%s is %s', (code, words) =>
    expect(inWords(code, 'nb')).toBe(words));
  it('shows the name of an id where there is one', () => expect(inWords('truck-T1', 'nb', new Map([['truck-T1', 'truckførerbevis T1']]))).toBe('truckførerbevis T1'));
  it('says when nothing is recorded, which is not the same as nothing', () => {
    expect(gapPhrase(languageGap({ has: null }), 'nb')).toContain('ikke registrert');
    expect(gapPhrase(languageGap({ has: 'no none oral' }), 'nb')).toContain('ingen norsk');
  });
});

it('names the gap in every reason for staff', () => {
  for (const { because, closes } of proposals) {
    if (closes.includes('language')) expect(because).toContain('norsk B1 muntlig');
    if (closes.includes('experience')) expect(because).toContain('2 år');
  }
});

describe('for the participant', () => {
  it.each(LOCALES)('says what, why and who decides in %s', (locale) => {
    for (const proposal of proposals) {
      const text = forParticipant(proposal, gaps, { rules, locale });
      for (const sentence of Object.values(text)) expect(sentence).not.toBe('');
      expect(text.next).not.toMatch(/innvilget|godkjent|granted/i);
    }
  });
  it('has every measure in four languages', () => {
    for (const id of MEASURE_IDS) {
      const { nb, nn, en, uk } = rules.measures.get(id)!.description;
      expect(nn).not.toBe('');
      expect(new Set([nb, en, uk]).size).toBe(3); // a nynorsk sentence may read the same as bokmål
      expect(uk).toMatch(/[а-яіїєґ]/);
    }
  });
});

/** The words of the rule itself, written out once more so that the list in the code cannot quietly lose one. */
const FORBIDDEN = [
  'flyktning', 'introduksjonsprogram', 'introduksjonsstønad', 'lønnstilskudd', 'mentor', 'norskferdigheter', 'tiltak', 'nasjonalitet',
  'ukrainsk', 'ukrainer', 'syrisk', 'afghansk', 'sosialhjelp', 'nedsatt arbeidsevne',
];

describe('for the employer', () => {
  const treacherous = fc.oneof(
    fc.string({ maxLength: 40 }), fc.constantFrom(...FORBIDDEN), fc.constantFrom(...FORBIDDEN).map((word) => `Vi søker ${word.toUpperCase()}ansvarlig!`),
    fc.constantFrom('Mentor-ordning', 'til\u00adtak', 'lønns-tilskudd', 'Refugee programme', 'Butikkmedarbeider', 'Sveiser'),
  );
  const anyGap = fc.record({
    kind: fc.constantFrom('language', 'certificate', 'experience', 'education', 'licence'), needs: treacherous, has: fc.option(treacherous),
    steps: fc.option(fc.nat(5)), closable: fc.boolean(), months: fc.option(fc.nat(24)), covered: fc.boolean(), strict: fc.boolean(),
  });
  const anyMatch: fc.Arbitrary<EmployerMatch> = fc.record({
    parts: fc.array(fc.record({
      criterion: fc.oneof(treacherous, fc.constantFrom('occupation', 'education', 'experience', 'language', 'certificates', 'hours', 'toString')),
      value: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }), { maxLength: 6 }),
    gaps: fc.array(anyGap as fc.Arbitrary<EmployerMatch['gaps'][number]>, { maxLength: 4 }),
    measures: fc.array(fc.record({ measure: fc.constantFrom(...MEASURE_IDS), status: fc.constantFrom('proposed', 'needs-assessment') }), { maxLength: 4 }),
    title: treacherous, occupations: fc.array(treacherous, { maxLength: 3 }),
    certificateNames: fc.array(fc.tuple(treacherous, treacherous), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  });

  it('holds no word of the list in 10,000 random matches', () => {
    fc.assert(fc.property(anyMatch, (match) => {
      const text = forEmployer(match).join('\n').toLowerCase();
      expect(FORBIDDEN.filter((word) => text.includes(word))).toEqual([]);
    }), { numRuns: 10_000 });
  });

  it('never speaks of language, whatever its value', () => {
    const match = (value: number): EmployerMatch => ({ parts: [{ criterion: 'language', value }], gaps: [languageGap()], measures: [] });
    expect(forEmployer(match(0))).toEqual(forEmployer(match(1)));
    expect(forEmployer(match(0)).join(' ')).not.toMatch(/norsk|språk/i);
  });

  it('keeps what is worth saying', () => {
    const sentences = forEmployer({
      parts: [{ criterion: 'occupation', value: 0.9 }, { criterion: 'education', value: 0.69 }, { criterion: 'hours', value: null }],
      gaps: [], measures: [], title: 'Sveiser', occupations: ['Sveisere'],
    });
    expect(sentences).toEqual([
      'En kandidat kan passe til stillingen: Sveiser', 'Har arbeidet som: Sveisere', 'Yrkeserfaringen ligger nær det stillingen ber om.', 'En fast kontaktperson følger opp.',
    ]);
  });

  it('shares language and support only with the person\'s consent to each', () => {
    const match: EmployerMatch = { parts: [], gaps: [languageGap()], measures: [{ measure: 'mentor', status: 'proposed' }] };
    expect(forEmployer(match, { language: true }).join(' ')).toContain('norsk B1 muntlig');
    expect(forEmployer(match, { language: true }).join(' ')).not.toContain('Mentor');
    expect(forEmployer(match, { measures: rules }).join(' ')).toContain('Mentor');
    expect(forEmployer(match, { measures: rules }).join(' ')).not.toContain('norsk');
  });

  it('sees through spacing, hyphens, capitals and invisible characters', () => {
    for (const text of ['TILTAK', 'til-tak', 'til\u00adtak', 'm e n t o r', 'Lønnstilskuddet', 'flyktningtjenesten']) expect(holdsWithheldWord(text)).toBe(true);
    expect(holdsWithheldWord('Butikkmedarbeider i Sandnes')).toBe(false);
  });
});
