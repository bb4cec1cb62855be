import { expect, it } from '@jest/globals';
import { parseTrades } from './parse-trades.js';

const TEXT = `# a comment
[baker]
styrk 7512
group manufacturing
nace 10.710 | 10.720
place any
demand manual
weight 6
hours night | day weekend
percent 100 80
employment permanent temporary
experience 1-3 55%
experience-in bakeri
education 4 58 15% open fagbrev som baker
certificate hygiene 25%
certificate-name kurs i hygiene
licence B 40%
licence-why du kjører ut brød
titles Baker | Konditor
employer {stem} Bakeri
about {employer} baker brød {inPlace}.
task Du elter.
task Du steker.
duty elting | steking
detail Det er varmt.
languagewhy oppskriftene må bli riktige

[baker nn]
titles Bakar
about {employer} bakar brød {inPlace}.
task Du eltar.
duty elting
detail Det er varmt.
languagewhy oppskriftene må bli rette
experience-in bakeri
education-name fagbrev som bakar
certificate-name kurs i hygiene
`;

it('reads a trade with its demands and its words in two languages', () => {
  const [baker, ...rest] = parseTrades(TEXT);
  expect(rest).toEqual([]);
  expect(baker).toMatchObject({
    id: 'baker', styrk: '7512', sector: 'private', industries: ['10.710', '10.720'], hours: [['night'], ['day', 'weekend']], percents: [100, 80],
    employment: ['permanent', 'temporary'], experience: { min: 1, max: 3, percent: 55 }, education: { level: 4, field: '58', percent: 15, strict: false },
    certificates: [{ id: 'hygiene', percent: 25 }], licence: { class: 'B', percent: 40 },
  });
  expect(baker?.texts.nb).toMatchObject({ titles: ['Baker', 'Konditor'], tasks: ['Du elter.', 'Du steker.'], educationName: 'fagbrev som baker', licenceWhy: 'du kjører ut brød' });
  expect(baker?.texts.nn).toMatchObject({ titles: ['Bakar'], educationName: 'fagbrev som bakar' });
  expect(baker?.texts.en).toBeUndefined();
});

it('names the trade and the key that is missing', () => {
  expect(() => parseTrades('[baker]\ngroup manufacturing\n')).toThrow('trade baker: "styrk" is missing');
});
