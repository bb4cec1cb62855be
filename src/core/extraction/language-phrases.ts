import { allMatches, pattern, wordSet } from './fold.js';
import type { DemandedCefrLevel } from '../records/cefr.js';
import { grade, gradeTokens, type Grading, type Skill } from './language-grades.js';
import type { Mention } from './language-names.js';
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

const BRIDGE_LEFT = wordSet(`og eller både i på av til å det the of in and or both with a an to også minst minimum min tilsvarende level nivå nivået ha språket
  språk language languages skills knowledge command communication deg seg dokumenterte dokumentert dine eller høyere samt enten either dokumentere bestått
  norskprøve norskprøven ferdigheter ferdighet ferdigheiter evne evner evner evna språket verbal dei de ditt din your du at least cefr bruke your fagleg faglig dagligtale`);
const BRIDGE_LEFT_STEM = pattern(String.raw`^(?:\w*kun+skap|\w*ferdighe|språk|\w*fremstilling|\w*framstilling|\w*formulering|kommunikasjon|kommunisere|formulere|uttrykke|uttrykks|snakke$|prate$|forstå$|lese$|skrive$|beherske|beherskelse|forståelse|forståing|speak$|read$|writ(?:e|ing)$|understand|communicate|formidling)`, '');
const BRIDGE_RIGHT = wordSet(`og både eller på et eit ein en nivå nivået minimum minst min tilsvarende tilsvarande bestått norskprøve norskprøven cefr i skrift tale as level at a and both
  in or higher above høyere bedre språk samt to from til fra prøve prøven test testen etter rammeverk rammeverket det felles europeiske europeisk oppnådd dokumentert dokumenteres med
  skriftspråk talespråk language`);
// Words that may come next without belonging to another noun phrase.
const FREE_NEXT = wordSet(`er for med som må vil kan kreves krevst fordi da ved når slik så dersom hvis is are will would must should because if who that since due men but the og and
  forutsettes ønskelig ønskes trengs nødvendig en et et an a har du vi`);
const FINITE = wordSet('snakker snakkar behersker beherskar forstår skriver skriv leser les kommuniserer kan kunne prater mestrer meistrar speaks kjenner er har kunne må');

type Levels = Pick<Phrase, 'oral' | 'written' | 'isExplicit' | 'isGraded'>;

/** What hangs on the language in front of it and behind it. */
interface Regions { left: [number, number]; right: [number, number] }

/** Reads level, skill and linkage for each of the demands of one sentence, in order. */
export function readPhrases(sentence: Sentence, mentions: readonly Mention[]): Phrase[] {
  const regions = regionsOf(sentence.folded, mentions);
  const own = mentions.map((mention, index) => ownGrading(sentence.folded, mention, regions[index]));
  const gaps = mentions.map((mention, index) => {
    const previous = mentions[index - 1];
    return previous === undefined ? null : sentence.folded.slice(previous.end, mention.start);
  });
  return mentions.map((mention, index) => {
    const far = farLevel(sentence.folded, mention, mentions[index + 1]);
    const near = levelsFor(index, own, gaps);
    const one = near.isGraded ? null : ONE_OF.exec(sentence.folded);
    const shared = one === null ? near : sharedLevel(sentence.folded.slice(Math.max(0, one.index - 16), one.index), near);
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

function sharedLevel(before: string, otherwise: Levels): Levels {
  const reading = grade(before);
  return reading.level === null ? otherwise : spread(reading, reading.skills);
}

const ENOUGH = /^(?:-?nivA)? ?(?:muntlig |skriftlig )?(?:holder|rekker|er (?:nok|tilstrekkelig|greit|fint|kravet|bra)|is (?:enough|fine|sufficient))/;

/** "Snakke norsk med kundene når du står i disken, nivå A2 holder": a level written out further on, with no language between. */
function farLevel(folded: string, mention: Mention, next: Mention | undefined): { levels: Levels; end: number } | null {
  const stretch = folded.slice(mention.end, Math.min(next?.start ?? folded.length, mention.end + 120));
  const token = gradeTokens(stretch).find(({ cefr }) => cefr);
  // "…, og B1 i engelsk" belongs to what comes next.
  if (token === undefined || (next !== undefined && /^\W*(?:nivA )?(?:i|pA|in|muntlig|skriftlig)?\W*$/.test(stretch.slice(token.end)))) return null;
  if (/\bunder\W*$/.test(stretch.slice(0, token.start))) return null;
  if (/ (?:men|but) /.test(stretch.slice(0, token.start)) && !ENOUGH.test(stretch.slice(token.end))) return null;
  const around = stretch.slice(Math.max(0, token.start - 24), token.end + 30);
  const reading = grade(around);
  return { levels: spread(reading, reading.skills), end: mention.end + token.end };
}

interface Own { left: Grading; right: Grading; whole: Grading }

function ownGrading(folded: string, mention: Mention, area: Regions | undefined): Own {
  const left = folded.slice(...(area?.left ?? [mention.start, mention.start]));
  // "norskspråklig" and "norsk muntlig språk" carry their skill inside the mention.
  const right = `${folded.slice(mention.start, mention.end).replace(/^\w+/, '')} ${folded.slice(...(area?.right ?? [mention.end, mention.end]))}`;
  return { left: grade(left), right: grade(right), whole: grade(`${left} ${right}`) };
}

function regionsOf(folded: string, mentions: readonly Mention[]): Regions[] {
  const regions = mentions.map((mention, index): Regions => ({
    left: [walkLeft(folded, mention.start, mentions[index - 1]?.end ?? Math.max(0, mention.start - 130)), mention.start],
    right: [mention.end, walkRight(folded, mention.end, mentions[index + 1]?.start ?? Math.min(folded.length, mention.end + 110))],
  }));
  for (let index = 1; index < regions.length; index += 1) {
    const before = regions[index - 1];
    const after = regions[index];
    if (before === undefined || after === undefined || after.left[0] >= before.right[1]) continue;
    const from = before.right[0];
    const split = from + splitPoint(folded.slice(from, after.left[1]));
    before.right = [from, Math.min(before.right[1], split)];
    after.left = [Math.max(after.left[0], split), after.left[1]];
  }
  return regions;
}

const CONNECTOR = pattern(String.raw`,|\(|/| - |\b(?:og|eller|samt|and|or|men|but)\b`);

/** Connectors that do not stand between "muntlig" and "skriftlig". */
function freeConnectors(text: string): { start: number; end: number }[] {
  const skills = gradeTokens(text).filter((token) => token.kind === 'skill');
  return allMatches(CONNECTOR, text)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !skills.some((skill, index) => {
      const next = skills[index + 1];
      return next !== undefined && skill.end <= start && end <= next.start && next.start - skill.end <= 12;
    }));
}

/** Where the words after one language end and those before the next begin: the last connector between them. */
function splitPoint(gap: string): number {
  const last = freeConnectors(gap).at(-1);
  return last === undefined ? gap.length : last.start;
}

function walkLeft(folded: string, from: number, limit: number): number {
  const text = folded.slice(limit, from);
  const words = allMatches(/[\w']+|[^\s\w']/g, text);
  const graded = gradeTokens(text);
  let reached = from;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined) break;
    const token = word[0];
    const isGrade = graded.some((one) => one.start <= word.index && word.index < one.end);
    if (!isGrade && !isBridgeLeft(token, text.slice(word.index + token.length))) break;
    reached = limit + word.index;
    if (FINITE.has(token)) break;
  }
  return reached;
}

function isBridgeLeft(token: string, following: string): boolean {
  if (token === '(' || token === '/' || token === '-') return true;
  if (token === ',' || token === ':') return following.trim() === '' || /^\s*(?:bAde|pA|i|in|both|muntlig|skriftlig|skriftleg|munnleg|og|and)\b/.test(following);
  return BRIDGE_LEFT.has(token) || FINITE.has(token) || BRIDGE_LEFT_STEM.test(token);
}

// "muntlig som skriftlig"
const AS_SKILL = /^som (?:muntlig|munnleg|skriftlig|skriftleg)/;

function walkRight(folded: string, from: number, limit: number): number {
  const text = folded.slice(from, limit);
  const predicate = /^ (?:dine? |ditt )?(?:mA vEre|skal vEre|er|bOr vEre|is|should be|must be|mA du beherske|behersker du) /.exec(text);
  const offset = predicate !== null && gradeTokens(text.slice(predicate[0].length))[0]?.start === 0 ? predicate[0].length : 0;
  const graded = gradeTokens(text);
  let reached = offset;
  for (const word of allMatches(/[\w']+|[^\s\w']/g, text.slice(offset))) {
    const at = offset + word.index;
    const isGrade = graded.some((one) => one.start <= at && at < one.end);
    if (word[0] === 'som' && AS_SKILL.test(text.slice(at))) continue;
    if (isGrade || /^[(),/:-]$/.test(word[0]) || BRIDGE_RIGHT.has(word[0]) || /^(?:\d|prOve|nivA)/.test(word[0])) {
      reached = at + word[0].length;
      continue;
    }
    if (!FREE_NEXT.has(word[0]) && /\w/.test(word[0])) reached = rollBack(text, reached);
    break;
  }
  return from + trimmed(text.slice(0, reached)).length;
}

/** "…, god skriftlig | fremstillingsevne": what leads up to another noun is not about the language. */
function rollBack(text: string, reached: number): number {
  const last = freeConnectors(text.slice(0, reached)).at(-1);
  return last === undefined ? reached : last.start;
}

const trimmed = (text: string): string => text.replace(/(?:[\s,(/:-]|\b(?:og|eller|and|or|samt|pA|i|in|at|med|til|en|et|a)\b)+$/, '');

const PURE = pattern(String.raw`^(?:[\s,/&()+-]|\b(?:og|eller|samt|and|or|også|gjerne|både|enten|i|på|in|annet|et|eit|anna|another|a|evt|eventuelt|either|alternativt|helst|the|to)\b)*$`, '');

// "Flytende norsk, gjerne også engelsk": the wish does not take the level of the demand.
const WISHED_TOO = /\b(?:gjerne|helst)\b/;

/** Own words first; else those of the languages it is listed with. */
function levelsFor(index: number, own: readonly Own[], gaps: readonly (string | null)[]): Levels {
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
    if (skills.size === 0 && (mine === undefined || firstReading([mine.left]).graded === null)) skills = right.skills;
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
