import type { CandidateRecord } from '../records/candidate.js';
import { foldNorwegian, stemNorwegian, tokenize } from '../text/index.js';

/** A person's own words about what they can do, as stems. One entry a phrase. */
export interface SkillTerms {
  /** Whether the record lists skills; false: there are only titles to go by. */
  readonly listed: boolean;
  readonly phrases: readonly SkillPhrase[];
}

export interface SkillPhrase {
  readonly text: string;
  readonly stems: readonly string[];
}

/** Words that stand in every record and every ad and therefore tell nothing. */
const EMPTY_WORDS = new Set(
  ('og i på til av for med en ei et den det de som er har kan vil om at fra eller ved hos å vi du jeg oss deg deres våre vår din ditt dine '
  + 'god gode godt erfaring kunnskap kunnskaper arbeid arbeide jobb jobbe ulike andre annet alle flere mange både samt noe noen bruk bruke '
  + 'arbeidsoppgaver stilling stillinger søker medarbeider dag dager år timer ansvar egen eget flere lære the and of in with to for a an at on work working '
  + 'experience skills good ein eit dei ikkje eg oss dykk arbeide arbeid erfaren enkel enkle grunnleggende drift vanlig vanlige').split(' ').map(stemOf),
);

/** Comparable stem of a word: spelling folded after stemming, so that Norwegian endings still show. */
function stemOf(word: string): string {
  return foldNorwegian(stemNorwegian(word));
}

/** Stems of a text that can tell one job from another. */
export function tellingStems(text: string): readonly string[] {
  return tokenize(text).filter((word) => word.length >= 3 && !/^\d+$/.test(word)).map(stemOf).filter((stem) => !EMPTY_WORDS.has(stem));
}

/** A record's skills, titles of work and of education; null when it holds no such words. */
export function skillTerms(record: CandidateRecord): SkillTerms | null {
  const texts = [
    ...(record.skills ?? []),
    ...record.occupations.flatMap(({ title }) => title ?? []),
    ...record.education.flatMap(({ title }) => title ?? []),
  ];
  const phrases = texts.map((text) => ({ text, stems: tellingStems(text) })).filter(({ stems }) => stems.length > 0);
  return phrases.length === 0 ? null : { listed: (record.skills ?? []).length > 0, phrases };
}

/** The stems of an advertisement, looked up whole or as a part of a compound. */
export interface AdStems {
  /** How much of a phrase the ad speaks of, 0–1: the share of its stems found, a hit inside a compound counting for half. */
  readonly share: (phrase: SkillPhrase) => number;
}

const COMPOUND_PART = 5;

export function adStems(text: string): AdStems {
  const stems = new Set(tellingStems(text));
  const joined = ` ${[...stems].join(' ')}`;
  const found = (stem: string): number => {
    if (stems.has(stem)) return 1;
    return stem.length >= COMPOUND_PART && joined.includes(stem) ? 0.5 : 0;
  };
  return { share: ({ stems: wanted }) => wanted.reduce((sum, stem) => sum + found(stem), 0) / wanted.length };
}
