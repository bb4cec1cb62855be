import { allMatches, pattern, wordSet } from './fold.js';
import type { GradeToken } from './language-grades.js';
import type { Mention } from './language-names.js';

/** A sentence with its words for levels and skills, read once. */
export interface GradedText {
  readonly folded: string;
  readonly tokens: readonly GradeToken[];
}

/** What hangs on a language in front of it and behind it, as offsets in the sentence. */
export interface Regions {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/** The tokens that lie within `from`–`to`. */
export function tokensIn({ tokens }: GradedText, from: number, to: number): GradeToken[] {
  return tokens.filter(({ start, end }) => from <= start && end <= to);
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

/** The regions of each mention; where two claim the same words, the last connector between them divides. */
export function regionsOf(text: GradedText, mentions: readonly Mention[]): Regions[] {
  const regions = mentions.map((mention, index): Regions => ({
    left: [walkLeft(text, mention.start, mentions[index - 1]?.end ?? Math.max(0, mention.start - 130)), mention.start],
    right: [mention.end, walkRight(text, mention.end, mentions[index + 1]?.start ?? Math.min(text.folded.length, mention.end + 110))],
  }));
  for (let index = 1; index < regions.length; index += 1) {
    const before = regions[index - 1];
    const after = regions[index];
    if (before === undefined || after === undefined || after.left[0] >= before.right[1]) continue;
    const [from] = before.right;
    const split = lastConnector(text, from, after.left[1]) ?? after.left[1];
    regions[index - 1] = { ...before, right: [from, Math.min(before.right[1], split)] };
    regions[index] = { ...after, left: [Math.max(after.left[0], split), after.left[1]] };
  }
  return regions;
}

const WORD = /[\w']+|[^\s\w']/g;
const CONNECTOR = pattern(String.raw`,|\(|/| - |\b(?:og|eller|samt|and|or|men|but)\b`);

/** Where the last connector within `from`–`to` begins that does not join "muntlig" and "skriftlig"; null = there is none. */
function lastConnector(text: GradedText, from: number, to: number): number | null {
  const skills = tokensIn(text, from, to).filter(({ kind }) => kind === 'skill');
  const isFree = ({ start, end }: { start: number; end: number }): boolean => !skills.some((skill, index) => {
    const next = skills[index + 1];
    return next !== undefined && skill.end <= start && end <= next.start && next.start - skill.end <= 12;
  });
  const found = allMatches(CONNECTOR, text.folded.slice(from, to))
    .map((match) => ({ start: from + match.index, end: from + match.index + match[0].length }))
    .findLast(isFree);
  return found?.start ?? null;
}

const isIn = (tokens: readonly GradeToken[], at: number): boolean => tokens.some(({ start, end }) => start <= at && at < end);

function walkLeft({ folded, tokens }: GradedText, from: number, limit: number): number {
  const text = folded.slice(limit, from);
  const words = allMatches(WORD, text);
  let reached = from;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined) break;
    const token = word[0];
    if (!isIn(tokens, limit + word.index) && !isBridgeLeft(token, text.slice(word.index + token.length))) break;
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

function walkRight(graded: GradedText, from: number, limit: number): number {
  const text = graded.folded.slice(from, limit);
  const predicate = /^ (?:dine? |ditt )?(?:mA vEre|skal vEre|er|bOr vEre|is|should be|must be|mA du beherske|behersker du) /.exec(text);
  const offset = predicate !== null && graded.tokens.some(({ start }) => start === from + predicate[0].length) ? predicate[0].length : 0;
  let reached = offset;
  for (const word of allMatches(WORD, text.slice(offset))) {
    const at = offset + word.index;
    if (word[0] === 'som' && AS_SKILL.test(text.slice(at))) continue;
    if (isIn(graded.tokens, from + at) || /^[(),/:-]$/.test(word[0]) || BRIDGE_RIGHT.has(word[0]) || /^(?:\d|prOve|nivA)/.test(word[0])) {
      reached = at + word[0].length;
      continue;
    }
    // "…, god skriftlig | fremstillingsevne": what leads up to another noun is not about the language.
    if (!FREE_NEXT.has(word[0]) && /\w/.test(word[0])) reached = (lastConnector(graded, from, from + reached) ?? from + reached) - from;
    break;
  }
  return from + trimmed(text.slice(0, reached)).length;
}

const trimmed = (text: string): string => text.replace(/(?:[\s,(/:-]|\b(?:og|eller|and|or|samt|pA|i|in|at|med|til|en|et|a)\b)+$/, '');
