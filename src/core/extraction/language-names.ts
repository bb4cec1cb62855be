import { allMatches, pattern } from './fold.js';
import type { Sentence } from './sentences.js';

/** What a word that names a language is, by its own form. */
export type MentionForm =
  /** "norsk", "Norwegian": what it means depends on what stands around it. */
  | 'bare'
  /** "norskkunnskaper", "norsk språk", "Norwegian skills": knowledge of the language by its own words. */
  | 'knowledge'
  /** "norsktalende", "Norwegian-speaking". */
  | 'speaking'
  /** "norskprøve", "Bergenstesten": an official test. */
  | 'test'
  /** "norsk-" before "og engelskkunnskaper": borrows the rest of the next word. */
  | 'elliptic';

/** One place where the sentence names a language. */
export interface Mention {
  /** ISO 639 codes; more than one for "et skandinavisk språk". */
  readonly languages: readonly string[];
  readonly form: MentionForm;
  /** Offsets in the sentence. */
  readonly start: number;
  readonly end: number;
}

const SCANDINAVIAN = ['no', 'sv', 'da'] as const;

/** Stems (folded by `pattern`), longest spelling first where one starts another; misspellings are those seen in ads. */
const STEMS: readonly (readonly [string, readonly string[]])[] = [
  ['norsk|nosk|norks|norst|noprsk|nynorsk|bokmål|norwegian|norwegain|norweigan|norwegien|norweigian|norvegian|norwgian', ['no']],
  ['engelsk|englesk|engelks|engelskt|enegelsk|english|engish|englsh', ['en']],
  ['skandinavisk|skandinavsik|scandinavian|skandinaviske', SCANDINAVIAN],
  ['nordisk|nordic', SCANDINAVIAN],
  ['svensk|swedish', ['sv']],
  ['dansk|danish', ['da']],
  ['tysk|german', ['de']],
  ['polsk|polish', ['pl']],
  ['russisk|russian', ['ru']],
  ['ukrainsk|ukrainian', ['uk']],
  ['fransk|french', ['fr']],
  ['spansk|spanish', ['es']],
  ['italiensk|italian', ['it']],
  ['portugisisk|portuguese', ['pt']],
  ['nederlandsk|dutch', ['nl']],
  ['finsk|finnish', ['fi']],
  ['islandsk|icelandic', ['is']],
  ['litauisk|lithuanian', ['lt']],
  ['latvisk|latvian', ['lv']],
  ['estisk|estonian', ['et']],
  ['rumensk|romanian', ['ro']],
  ['bulgarsk|bulgarian', ['bg']],
  ['ungarsk|hungarian', ['hu']],
  ['tsjekkisk|czech', ['cs']],
  ['tyrkisk|turkish', ['tr']],
  ['arabisk|arabic', ['ar']],
  ['tigrinja|tigrinya', ['ti']],
  ['somalisk|somali', ['so']],
  ['farsi|persisk|persian', ['fa']],
  ['dari', ['prs']],
  ['pashto', ['ps']],
  ['kurdisk|kurdish', ['ku']],
  ['urdu', ['ur']],
  ['mandarin|kinesisk|chinese', ['zh']],
  ['japansk|japanese', ['ja']],
  ['koreansk|korean', ['ko']],
  ['vietnamesisk|vietnamese', ['vi']],
  ['thai', ['th']],
  ['gresk|greek', ['el']],
  ['hebraisk', ['he']],
  ['nordsamisk|samisk', ['se']],
  ['tegnspråk', ['nsl']],
];

const LANGUAGES = new Map(STEMS.flatMap(([stems, languages]) =>
  stems.split('|').map((stem) => [pattern(stem).source, languages] as const)));
const ALL = [...LANGUAGES.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
/** Every stem as alternatives of one expression, for finding the sentences that name a language. */
export const LANGUAGE_STEMS = ALL;
const NAME = new RegExp(String.raw`\b(${ALL})(-?)(\w*)|\b(bergenstest\w*)`, 'g');

const KNOWLEDGE_SUFFIX = pattern(String.raw`^[sk]?k?u?n+s?ka[bp]|^k?un+ska|^ferdig|^nivå|^språk(?!l|kurs|prak|caf|kaf|opp|tren|test|prøv)|^beherskelse|^kompetanse|^krav|^forståing|^forståelse|^kyndig`, '');
const SPEAKING_SUFFIX = pattern(String.raw`^tal(?:ende|ande)|^språkl?i[gk]|^spr[åa]klig|^speak|^snakkende`, '');
const TEST_SUFFIX = pattern(String.raw`^prøv|^test|^eksamen`, '');
const KNOWLEDGE_NEXT = pattern(String.raw`^(?:[- ](?:og |eller |and |or )?(?:muntlig |skriftlig )?)?[- ](?:språk(?!kurs|prak|opp|kaf|tren|test|prøv|lig)\w*|kun+ska\w*|ferdighet\w*|ferdigheiter|nivå|language(?: skills?| proficiency| knowledge)?(?! (?:course|training|class|lesson|school|test|caf))|skills|proficiency|knowledge|fluency|fremstilling\w*|framstilling\w*|formulering\w*|kommunikasjonsevne\w*|talespråk|skriftspråk|uttrykks\w*|uttale|level)`, '');
const SPEAKING_NEXT = /^[- ](?:speaking|speaker|talende)/;
const DEFINITE = pattern(String.raw`^e(?= språk(?:et|kun\w*|ferdi\w*)?\b| talespråk| skriftspråk)`, '');

/** Every place where `sentence` names a language, in order. Words that only begin alike ("norske", "danskebåt") are no mention. */
export function findMentions(sentence: Sentence): Mention[] {
  const { folded } = sentence;
  const mentions: Mention[] = [];
  for (const match of allMatches(NAME, folded)) {
    const mention = asMention(sentence, match);
    if (mention !== null) mentions.push(mention);
  }
  return mentions;
}

function asMention(sentence: Sentence, match: RegExpExecArray): Mention | null {
  const [whole, stem, hyphen = '', suffix = ''] = match;
  const start = match.index;
  const end = start + whole.length;
  if (stem === undefined) return { languages: ['no'], form: 'test', start, end };
  const languages = LANGUAGES.get(stem);
  if (languages === undefined) return null;
  const rest = sentence.folded.slice(end, end + 60);
  if (suffix !== '') return withSuffix({ languages, start, end, suffix, rest });
  if (hyphen !== '') return { languages, form: 'elliptic', start, end: end - 1 };
  if (SPEAKING_NEXT.test(rest)) return { languages, form: 'speaking', start, end: end + (SPEAKING_NEXT.exec(rest)?.[0].length ?? 0) };
  const known = KNOWLEDGE_NEXT.exec(rest);
  if (known !== null) return { languages, form: 'knowledge', start, end: end + known[0].length };
  if (/^ ?prOve|^ test(?:en)?\b/.test(rest) && languages[0] === 'no') return { languages, form: 'test', start, end: end + 6 };
  if (isName(sentence.text, start, end)) return null;
  return { languages, form: 'bare', start, end };
}

interface Suffixed { languages: readonly string[]; start: number; end: number; suffix: string; rest: string }

function withSuffix({ languages, start, end, suffix, rest }: Suffixed): Mention | null {
  if (KNOWLEDGE_SUFFIX.test(suffix)) return { languages, form: 'knowledge', start, end };
  if (SPEAKING_SUFFIX.test(suffix)) return { languages, form: 'speaking', start, end };
  if (TEST_SUFFIX.test(suffix)) return { languages, form: 'test', start, end };
  const definite = suffix === 'e' ? DEFINITE.exec(`e${rest}`) : null;
  if (definite !== null) return { languages, form: 'knowledge', start, end: end + (/^ \w+/.exec(rest)?.[0].length ?? 0) };
  if (suffix === 't' || suffix === 'en') return { languages, form: 'bare', start, end };
  return null;
}

/** "Norsk Hydro", "Dansk Retursystem": capitals inside a sentence, before another capital, are a name. */
function isName(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  if (first !== first.toUpperCase() || /^[A-Z][a-z]*(?:ian|ish|man|nch|ese)$/.test(text.slice(start, end))) return false;
  return /^ [A-ZÆØÅ][a-zæøå]/.test(text.slice(end, end + 3));
}
