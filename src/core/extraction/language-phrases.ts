import { pattern } from './fold.js';
import type { DemandedCefrLevel } from '../records/cefr.js';
import { grade, gradeTokens, type GradeToken, type Grading, type Skill } from './language-grades.js';
import type { Mention } from './language-names.js';
import { regionsOf, tokensIn, type GradedText, type Regions } from './language-regions.js';
import type { Sentence } from './sentences.js';

/** A named language with the level and skill the words around it give, as offsets in the sentence. */
export interface Phrase {
  readonly mention: Mention;
  readonly oral: DemandedCefrLevel | null;
  readonly written: DemandedCefrLevel | null;
  readonly isExplicit: boolean;
  /** A word gives the level; false = the agreed B1 for a bare naming. */
  readonly isGraded: boolean;
  /** How it hangs together with the phrase before it in the sentence. */
  readonly link: 'and' | 'or' | 'none';
  /** Where what decides whether it is demanded stands: at the name, or at a level written further on ("…, men A2 holder"). */
  readonly saidAt: number;
  readonly start: number;
  readonly end: number;
}

type Levels = Pick<Phrase, 'oral' | 'written' | 'isExplicit' | 'isGraded'>;

/** Reads level, skill and linkage for each of the demands of one sentence, in order. */
export function readPhrases(sentence: Sentence, mentions: readonly Mention[]): Phrase[] {
  const text = { folded: sentence.folded, tokens: gradeTokens(sentence.folded) };
  const regions = regionsOf(text, mentions);
  const own = mentions.map((mention, index) => ownGrading(text, mention, regions[index]));
  const gaps = mentions.map((mention, index) => {
    const previous = mentions[index - 1];
    return previous === undefined ? null : sentence.folded.slice(previous.end, mention.start);
  });
  return mentions.map((mention, index) => {
    const far = farLevel(text, mention, mentions[index + 1]);
    const near = levelsFor(index, { own, gaps, mentions });
    const one = near.isGraded ? null : ONE_OF.exec(sentence.folded);
    const shared = one === null ? near : sharedLevel(tokensIn(text, one.index - 16, one.index), near);
    const levels = shared.isExplicit || far === null ? shared : far.levels;
    const area = regions[index];
    return {
      mention, ...levels,
      link: index > 0 && ONE_OF.test(sentence.folded) ? 'or' : linkOf(gaps, index),
      start: Math.min(mention.start, area?.left[0] ?? mention.start),
      end: Math.max(mention.end, area?.right[1] ?? mention.end, levels === far?.levels ? far.end : 0),
      saidAt: levels === far?.levels ? far.end : mention.end,
    };
  });
}

// "… og du må kunne litt av ett av språkene": speaks of the languages named before it.
const ONE_OF = /\b(?:ett|et|eitt|one) (?:av|of) (?:sprAk|disse|dei|the|these|them)/;

function sharedLevel(before: readonly GradeToken[], otherwise: Levels): Levels {
  const reading = grade(before);
  return reading.level === null ? otherwise : spread(reading, reading.skills);
}

const ENOUGH = /^(?:-?nivA)? ?(?:muntlig |skriftlig )?(?:holder|rekker|er (?:nok|tilstrekkelig|greit|fint|kravet|bra)|is (?:enough|fine|sufficient))/;

/** "Snakke norsk med kundene når du står i disken, nivå A2 holder": a level written out further on, with no language between. */
function farLevel(text: GradedText, mention: Mention, next: Mention | undefined): { levels: Levels; end: number } | null {
  const limit = Math.min(next?.start ?? text.folded.length, mention.end + 120);
  const token = tokensIn(text, mention.end, limit).find(({ cefr }) => cefr);
  if (token === undefined) return null;
  const before = text.folded.slice(mention.end, token.start);
  const after = text.folded.slice(token.end, limit);
  // "…, og B1 i engelsk" belongs to what comes next.
  if ((next !== undefined && /^\W*(?:nivA )?(?:i|pA|in|muntlig|skriftlig)?\W*$/.test(after))) return null;
  if (/\bunder\W*$/.test(before)) return null;
  if (/ (?:men|but) /.test(before) && !ENOUGH.test(after)) return null;
  const reading = grade(tokensIn(text, Math.max(mention.end, token.start - 24), Math.min(limit, token.end + 30)));
  return { levels: spread(reading, reading.skills), end: token.end };
}

interface Own { left: Grading; right: Grading; whole: Grading }

function ownGrading(text: GradedText, mention: Mention, area: Regions | undefined): Own {
  const left = tokensIn(text, area?.left[0] ?? mention.start, mention.start);
  // "Norsk muntlig språk" carries its skill inside the mention.
  const right = tokensIn(text, mention.start + 1, area?.right[1] ?? mention.end);
  return { left: grade(left), right: grade(right), whole: grade([...left, ...right]) };
}

const PURE = pattern(String.raw`^(?:[\s,/&()+-]|\b(?:og|eller|samt|and|or|også|gjerne|både|enten|i|på|in|annet|et|eit|anna|another|a|evt|eventuelt|either|alternativt|helst|the|to)\b)*$`, '');

// "Flytende norsk, gjerne også engelsk": the wish does not take the level of the demand.
const WISHED_TOO = /\b(?:gjerne|helst)\b/;

interface Listed { readonly own: readonly Own[]; readonly gaps: readonly (string | null)[]; readonly mentions: readonly Mention[] }

/** "Litt norsk eller engelsk muntlig" says it of both; "gode norskkunnskaper og engelsk muntlig" of the last. */
function isSkillShared(mine: Own | undefined, listed: readonly Mention[]): boolean {
  if (mine === undefined || firstReading([mine.left]).graded === null) return true;
  return mine.right.level === null && listed.every(({ form }) => form === 'bare');
}

/** Own words first; else those of the languages it is listed with. */
function levelsFor(index: number, { own, gaps, mentions }: Listed): Levels {
  const mine = own[index];
  // "God norsk muntlig og grunnleggende skriftlig": the two levels are told apart only by reading both sides.
  if (mine !== undefined && mine.whole.oral !== null) return spread(mine.whole, mine.whole.skills);
  const reading = firstReading(mine === undefined ? [] : [mine.left, mine.right]);
  let level = reading.graded;
  let skills = union(mine?.left.skills, mine?.right.skills);
  for (let back = index; level === null && back > 0 && isListed(gaps[back] ?? null) && !WISHED_TOO.test(gaps[back] ?? ''); back -= 1) {
    level = firstReading([own[back - 1]?.left, own[back - 1]?.right]).graded;
    if (skills.size === 0) skills = own[back - 1]?.left.skills ?? skills;
  }
  const bare = (at: number): boolean => (own[at]?.left.level ?? own[at]?.left.oral ?? null) === null && (own[at]?.left.skills.size ?? 0) === 0;
  for (let ahead = index + 1; ahead < own.length && PURE.test(gaps[ahead] ?? 'x') && bare(ahead); ahead += 1) {
    const right = own[ahead]?.right;
    if (right === undefined) break;
    if (level === null) level = firstReading([right]).graded;
    if (skills.size === 0 && isSkillShared(mine, mentions.slice(index, ahead + 1))) skills = right.skills;
  }
  return spread(level, skills);
}

/** A gap that only lists: no verb or other noun between the languages. */
function isListed(gap: string | null): boolean {
  if (gap === null || gap.length > 60) return false;
  const rest = gradeTokens(gap).reduceRight((text, token) => text.slice(0, token.start) + text.slice(token.end), gap);
  return PURE.test(rest);
}

function firstReading(gradings: readonly (Grading | undefined)[]): { graded: Grading | null } {
  const known = gradings.filter((one): one is Grading => one !== undefined && (one.level !== null || one.oral !== null));
  return { graded: known.find((one) => one.isExplicit) ?? known[0] ?? null };
}

function union(a: ReadonlySet<Skill> | undefined, b: ReadonlySet<Skill> | undefined): ReadonlySet<Skill> {
  return new Set([...(a ?? []), ...(b ?? [])]);
}

function spread(graded: Grading | null, skills: ReadonlySet<Skill>): Levels {
  const isExplicit = graded?.isExplicit ?? false;
  if (graded !== null && graded.oral !== null) return { oral: graded.oral, written: graded.written, isExplicit, isGraded: true };
  const level = graded?.level ?? 'B1';
  const both = skills.size !== 1;
  return {
    oral: both || skills.has('oral') ? level : null,
    written: both || skills.has('written') ? level : null,
    isExplicit,
    isGraded: graded !== null,
  };
}

const OR = pattern(String.raw`\b(?:eller|or|alternativt|evt|eventuelt)\b|/`, '');
const AND = pattern(String.raw`\b(?:og|samt|and|pluss|i tillegg)\b|&|\+`, '');

/** "norsk, svensk eller dansk": a comma means what the last connector of the list says. */
function linkOf(gaps: readonly (string | null)[], index: number): Phrase['link'] {
  if (index === 0) return 'none';
  for (let at = index; at < gaps.length; at += 1) {
    const gap = withoutSkillPairs(gaps[at] ?? '');
    if (gap.length > 70) return 'and';
    if (OR.test(gap)) return 'or';
    if (AND.test(gap) || !/^[\s,]*$/.test(gap)) return 'and';
  }
  return 'and';
}

function withoutSkillPairs(gap: string): string {
  return gap.replace(/(?:og\/eller|and\/or)/g, 'eller')
    .replace(/(?:muntlig\w*|munnleg|skriftlig\w*|skriftleg|oral\w*|written|spoken)(?: og | eller | and | or |\/)(?:muntlig\w*|munnleg|skriftlig\w*|skriftleg|oral\w*|written|spoken)/g, '')
    .replace(/[abc][12](?: eller |\/| or | til )[abc][12]|[abc][12] (?:eller|or) (?:hOyere|bedre|higher|above)/g, '');
}
