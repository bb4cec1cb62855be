import type { DemandedCefrLevel } from '../records/cefr.js';
import { allMatches, pattern } from './fold.js';

export type Skill = 'oral' | 'written';

/** What the words around a language say of level and skill. */
export interface Grading {
  /** Level for each skill named with one of its own; both keys when one level covers both. */
  readonly oral: DemandedCefrLevel | null;
  readonly written: DemandedCefrLevel | null;
  /** One level with no skill of its own. */
  readonly level: DemandedCefrLevel | null;
  readonly skills: ReadonlySet<Skill>;
  /** The level is a CEFR level written out. */
  readonly isExplicit: boolean;
}

const ORDER: readonly DemandedCefrLevel[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

/** The lower of two levels. */
export function lower(a: DemandedCefrLevel, b: DemandedCefrLevel): DemandedCefrLevel {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/** The higher of two levels. */
export function higher(a: DemandedCefrLevel, b: DemandedCefrLevel): DemandedCefrLevel {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

// Longest phrases first: "svært gode" before "gode".
const GRADE_WORDS: readonly (readonly [DemandedCefrLevel, string])[] = [
  ['C1', String.raw`(?:meget|svært|veldig|særs|særdeles|særleg|spesielt|usedvanlig|mykje|kjempe|veldi) ?(?:høy\w*|god|gode|godt|bra|solid\w*|sterk\w*|høgt)|flyt[ae]nde|flyta?nde|flyende|fluent(?:ly)?|fluency|flueny|utmerk\w+|fremragende|framifrå|glimrende|excellent|outstanding|exceptional|very (?:good|well|strong|high)|superb|morsmål\w*|native|mother tongue|perfekt\w*|feilfri\w*|(?:høyt|høgt|høg|høy) (?:språk)?nivå|avanser\w+|advanced|full professional`],
  ['B1', String.raw`(?:brukbar|middels)(?:t|e)?|(?:god|godt|gode) nok|(?:good|well) enough|conversational|(?<!upper )(?<!upper-)intermediate|working knowledge`],
  ['B2', String.raw`god|gode|godt|bra|solid\w*|sterk\w*|strong|good|well|proficien(?:t|cy)|dyktig|flink|upper[- ]intermediate|business|professional|betre enn middels|gått`],
  ['A2', String.raw`litt|noe|noko|grunnleggende|grunnleggande|grunnleggjande|grunleggende|grunnlegende|enkel|enkelt|enkle|basic|basics|some|elementær\w*|elementary|a little|begrenset|begrensede|lite grann|simple`],
];
const TOKEN = pattern(
  [
    String.raw`(?<cefr>\b[abc][12]\b)`,
    String.raw`(?<oral>\b(?:muntlig\w*|muntleg\w*|munnleg\w*|munlig\w*|mundtlig|muntli|oral\w*|spoken|verbal\w*|talespråk\w*|i tale)\b)`,
    String.raw`(?<written>\b(?:skriftlig\w*|skriftleg\w*|skriflig\w*|skriftli|written|writing|skriftspråk\w*)\b)`,
    ...GRADE_WORDS.map(([level, words]) => String.raw`(?<${level}>\b(?:${words})\b)`),
  ].join('|'),
);

/** A word for a level or a skill, at offsets of the text it was read in. */
export interface GradeToken {
  readonly kind: 'level' | 'skill';
  readonly level?: DemandedCefrLevel;
  readonly skill?: Skill;
  readonly cefr: boolean;
  readonly start: number;
  readonly end: number;
}

/** The level and skill words of a stretch of folded text, in order. */
export function gradeTokens(folded: string): GradeToken[] {
  const tokens: GradeToken[] = [];
  for (const match of allMatches(TOKEN, folded)) {
    const at = { start: match.index, end: match.index + match[0].length };
    const groups = match.groups ?? {};
    if (groups['cefr'] !== undefined) {
      if (isLicenceClass(folded, match.index)) continue;
      tokens.push({ kind: 'level', level: groups['cefr'].toUpperCase() as DemandedCefrLevel, cefr: true, ...at });
    } else if (groups['oral'] !== undefined || groups['written'] !== undefined) {
      tokens.push({ kind: 'skill', skill: groups['oral'] === undefined ? 'written' : 'oral', cefr: false, ...at });
    } else {
      const level = ORDER.find((candidate) => groups[candidate] !== undefined);
      if (level !== undefined) tokens.push({ kind: 'level', level, cefr: false, ...at });
    }
  }
  return tokens;
}

/** "førerkort klasse C1" is no language level. */
function isLicenceClass(folded: string, at: number): boolean {
  return /(?:klasse|kl\.?|fOrerkort|fOrarkort|sertifikat|lappen|truck|[a-z]\/|licen[cs]e)[ :]*$/.test(folded.slice(Math.max(0, at - 16), at))
    && !/nivA|norsk|engelsk|[abc][12]\/$/.test(folded.slice(Math.max(0, at - 16), at));
}

/** Reads one stretch: pairs levels with skills where both are named more than once, else one level (of a range the lower). */
export function grade(tokens: readonly GradeToken[]): Grading {
  const cefr = tokens.filter((token) => token.cefr);
  const levels = cefr.length > 0 ? cefr : tokens.filter((token) => token.kind === 'level');
  const skills = tokens.filter((token) => token.kind === 'skill');
  const named = new Set(skills.flatMap((token) => (token.skill === undefined ? [] : [token.skill])));
  const isExplicit = cefr.length > 0;
  if (named.size === 2 && levels.length >= 2) {
    const paired = pair(levels, skills);
    if (paired !== null) return { ...paired, level: null, skills: named, isExplicit };
  }
  const level = levels.reduce<DemandedCefrLevel | null>(
    (least, { level: next }) => (next === undefined ? least : least === null || !isExplicit ? next : lower(least, next)), null);
  return { oral: null, written: null, level, skills: named, isExplicit };
}

/** Each skill takes the level nearest to it, before or after, when that leaves neither without one. */
function pair(levels: readonly GradeToken[], skills: readonly GradeToken[]): { oral: DemandedCefrLevel; written: DemandedCefrLevel } | null {
  const skillFirst = (skills[0]?.start ?? 0) < (levels[0]?.start ?? 0);
  const found: Partial<Record<Skill, DemandedCefrLevel>> = {};
  for (const { skill, start } of skills) {
    if (skill === undefined || found[skill] !== undefined) continue;
    const owner = skillFirst ? levels.find((level) => level.start > start) : levels.findLast((level) => level.start < start);
    if (owner?.level !== undefined) found[skill] = owner.level;
  }
  return found.oral !== undefined && found.written !== undefined && found.oral !== found.written
    ? { oral: found.oral, written: found.written } : null;
}
