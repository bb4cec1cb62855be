import type { CandidateLanguage } from '../../core/records/candidate.js';
import type { CefrLevel } from '../../core/records/cefr.js';
import type { Random } from './random.js';

/** Where someone comes from, as far as languages go. Never scored. */
export interface Origin {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** ISO 639 codes, first one native. */
  readonly languages: readonly string[];
}

const UKRAINIAN: Origin = { country: 'UA', languages: ['uk', 'ru'] };
const RUSSIAN_SPEAKING: Origin = { country: 'UA', languages: ['ru', 'uk'] };
const OTHERS: readonly Origin[] = [
  { country: 'ER', languages: ['ti', 'ar'] }, { country: 'SY', languages: ['ar'] }, { country: 'AF', languages: ['prs', 'ps'] },
  { country: 'SO', languages: ['so'] }, { country: 'ET', languages: ['am', 'ti'] },
];

export function drawOrigin(random: Random): Origin {
  return random.weighted([[UKRAINIAN, 68], [RUSSIAN_SPEAKING, 18], [random.pick(OTHERS), 14]]);
}

const LEVELS: readonly CefrLevel[] = ['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

/** The same level or one below: most write less well than they speak, or as well. */
function written(oral: CefrLevel, random: Random): CefrLevel {
  const index = LEVELS.indexOf(oral);
  return LEVELS[Math.max(0, index - (random.chance(45) ? 1 : 0))] ?? oral;
}

function spoken(language: string, shares: readonly (readonly [CefrLevel, number])[], random: Random): CandidateLanguage {
  const oral = random.weighted(shares);
  return { language, oral, written: written(oral, random) };
}

/**
 * Norwegian between nothing and B2, mostly A1–A2 and better with time; English by schooling.
 *
 * @param monthsInNorway whole months >= 0
 */
export function drawLanguages(origin: Origin, { monthsInNorway, level }: { readonly monthsInNorway: number; readonly level: number }, random: Random): CandidateLanguage[] {
  const [native = 'uk', second] = origin.languages;
  const languages: CandidateLanguage[] = [{ language: native, native: true, ...(level <= 1 && { written: 'A2' as const }) }];
  if (second !== undefined) languages.push(spoken(second, [['B1', 8], ['B2', 17], ['C1', 40], ['C2', 35]], random));
  const settled = Math.min(1, monthsInNorway / 24);
  if (!random.chance(3)) languages.push(spoken('no', [['none', 22 - 20 * settled], ['A1', 40 - 18 * settled], ['A2', 32 + 4 * settled], ['B1', 6 + 22 * settled], ['B2', 1 + 9 * settled]], random));
  if (!random.chance(12)) {
    languages.push(level >= 6
      ? spoken('en', [['none', 5], ['A1', 14], ['A2', 27], ['B1', 28], ['B2', 18], ['C1', 8]], random)
      : spoken('en', [['none', 25], ['A1', 33], ['A2', 26], ['B1', 13], ['B2', 3]], random));
  }
  if (origin.country === 'UA' && random.chance(9)) languages.push(spoken('pl', [['A1', 20], ['A2', 40], ['B1', 30], ['B2', 10]], random));
  if (random.chance(4)) languages.push(spoken('de', [['A1', 40], ['A2', 40], ['B1', 20]], random));
  return languages;
}
