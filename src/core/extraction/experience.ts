import { allMatches, pattern } from './fold.js';
import { sentencesWith, type Ad } from './ad.js';
import { cuesOf } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

export interface ExperienceReading {
  /** Years, 0.5–50; null = no number asked for, which is not the same as none. */
  readonly requirement: Finding<number> | null;
  readonly wish: Finding<number> | null;
}

const NUMBERS: Readonly<Record<string, number>> = {
  ett: 1, et: 1, eit: 1, eitt: 1, en: 1, ein: 1, one: 1, a: 1, to: 2, two: 2, tre: 3, three: 3, fire: 4, four: 4, fem: 5, five: 5, seks: 6, six: 6,
  sju: 7, syv: 7, seven: 7, åtte: 8, eight: 8, ni: 9, nine: 9, ti: 10, ten: 10,
};
const WORDS = Object.keys(NUMBERS).join('|');
const NUMBER = String.raw`(?:\d{1,2}(?:[.,]5|,5)?|${WORDS}|et par|eit par|a couple of)`;
const YEARS = pattern(String.raw`\b(?<low>${NUMBER})(?: ?\(\d\))?(?: ?\+| ?(?:-|til|to|eller|or|/) ?(?<high>${NUMBER}))? ?\+?(?: (?:eller|or) (?:mer|flere|fleire|more))?(?:-| )?(?:års|år|åra|year'?s?'?|yrs?)\b`);
const MONTHS = pattern(String.raw`\b(?<low>\d{1,2}|tre|seks|ni|six|three)(?: ?- ?\d{1,2})?[ -]?(?:måneders|månedars|månaders|mnd\.?s?|måneder|months?'?)\b`);
const HALF = pattern(String.raw`\b(?:et |eit )?(?:halvt|1/2) års?\b`);
const EXPERIENCE = pattern(String.raw`erfaring\w*|erfaren\w*|\bpraksis\w*|arbeidspraksis|yrkespraksis|fartstid|experience\w*|\b(?:jobbet|jobba|arbeidet|arbeidd|worked)\b|\bi (?:bransjen|faget|yrket|rollen|lignende stilling|tilsvarende stilling)|ansiennitet som|(?:år|years?) (?:som|as|bak|behind|working|of working)\b|(?:in|i) (?:a |en |ei )?(?:similar|lignende|liknande|tilsvarende) \w+`, '');
const THEIRS = pattern(String.raw`\b(?:vi har|me har|vår|våre|selskapet|bedriften har|firmaet|teamet|med (?:mer enn|over) \d+ års? (?:erfaring )?(?:er|har) (?:vi|me)|siden \d{4}|we have|our|bakgrunn i en bedrift|etablert|kollega(?:er|ene)?|the company|lang tradisjon|ansatte har|(?:kontoret|firmaet|butikken|verkstedet|avdelingen|byrået|selskapet) har|\d+ ansatte og)\b`, '');
const NOT_WORK = pattern(String.raw`^(?:g?ammel|\s*(?:gam|old)\b)|^ ?(?:utdann|studi|studium|utdanning|bachelor|master|høyskole|kontrakt|garanti|engasjement|vikariat|of age|fylt|plan)`, '');

const TRIGGER = pattern(String.raw`\b(?:års?|åra|years?|yrs?|mnd|måneder\w*|månader\w*|månedars|months?)\b`);

/** Years of experience asked for; of a range the lower. "Noe erfaring" gives no number. */
export function readExperience(ad: Ad): ExperienceReading {
  let requirement: Finding<number> | null = null;
  let wish: Finding<number> | null = null;
  for (const sentence of sentencesWith(ad, TRIGGER)) {
    if (sentence.section === 'about' || sentence.section === 'offers') continue;
    if (!EXPERIENCE.test(sentence.folded) && !/erfaring|experience/.test(sentence.heading)) continue;
    for (const { value, start, end } of readNumbers(sentence)) {
      if (isNotAsked(sentence, start, end)) continue;
      const { modality } = cuesOf(sentence).judge(start, withNoun(sentence, end));
      const finding = { value, span: { start: sentence.start + start, end: sentence.start + withNoun(sentence, end) }, confidence: 0.92 };
      if (modality === 'must' && (requirement === null || value > requirement.value)) requirement = finding;
      if (modality === 'wish') wish ??= finding;
    }
  }
  return { requirement, wish };
}

interface Counted { readonly value: number; readonly start: number; readonly end: number }

function readNumbers(sentence: Sentence): Counted[] {
  const found: Counted[] = [];
  for (const match of allMatches(YEARS, sentence.folded)) {
    const value = numberOf(match.groups?.['low'] ?? '');
    if (value !== null && value > 0 && value <= 50) found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  for (const match of allMatches(MONTHS, sentence.folded)) {
    const months = numberOf(match.groups?.['low'] ?? '');
    if (months !== null && months > 0) found.push({ value: Math.round((months / 12) * 100) / 100, start: match.index, end: match.index + match[0].length });
  }
  for (const match of allMatches(HALF, sentence.folded)) found.push({ value: 0.5, start: match.index, end: match.index + match[0].length });
  return found;
}

function numberOf(word: string): number | null {
  if (/ par$|couple/.test(word)) return 2;
  const named = NUMBERS[word.replace('A', 'å')];
  if (named !== undefined) return named;
  const value = Number(word.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

function withNoun(sentence: Sentence, end: number): number {
  const noun = /^[\w ,-]{0,45}?\b(?:erfaring\w*|praksis|experience)\b/.exec(sentence.folded.slice(end, end + 60));
  return noun === null ? end : end + noun[0].length;
}

/** The firm's own years, ages, lengths of study, and years that may stand instead of an education. */
function isNotAsked(sentence: Sentence, start: number, end: number): boolean {
  const before = sentence.folded.slice(0, start);
  const after = sentence.folded.slice(end, end + 40);
  const near = sentence.folded.slice(Math.max(0, start - 60), end + 70);
  if (!EXPERIENCE.test(near) && !/erfaring|experience/.test(sentence.heading)) return true;
  if (/^ som\b/.test(after) && /\b(?:pA|er|fylt|mann|kvinne|alderen?) $/.test(before)) return true;
  if (NOT_WORK.test(after) || THEIRS.test(before.slice(-70))) return true;
  if (/\b(?:etter|innen|i lOpet av|de siste|siste|hvert|per|inntil|opptil|maks\w*|up to|last|over|fylt|minst 18|under) $/.test(before) && !/\b(?:erfaring|over)\b/.test(before)) return true;
  if (/(?:eller|or|alternativt)(?: (?!og\b|and\b|samt\b)[\w-]+){0,3} $/.test(before) && /fagbrev|utdann|bachelor|master|grad|degree|education|fagskole|studi/.test(before)) return true;
  return /^ ?(?:vikariat|engasjement|kontrakt|prOvetid)/.test(after) || /\bprOvetid\b/.test(near);
}
