import { foldNorwegian, stemNorwegian, tokenize } from '../text/index.js';

/** A title taken apart for looking up. All words folded and in lower case. */
export interface TitleWords {
  /** What the job is called: the part before brackets, commas, dashes and prepositions. Alternatives ("a/b") apart. */
  readonly main: readonly (readonly string[])[];
  /** What narrows it down: brackets, what follows a comma, dash or preposition. May be empty. */
  readonly qualifiers: readonly (readonly string[])[];
}

/** Words of job ads that say nothing about the work. Folded. */
const noise = new Set(words(`
  stilling stillingen stillinger stillingar ledig ledige ledeg fast faste vikar vikariat vikarar engasjement midlertidig mellombels
  deltid heltid prosent soker sokjer sokes sokjast onskes vi du vil deg vaere vere jobbe hos oss bli med pa laget laget vart vart dyktig dyktige
  flink flinke erfaren erfarne engasjert engasjerte motivert ny nye snarest umiddelbart oppstart sommerjobb sommervikar ferievikar helg helge helgestilling
  trenger treng onsker mennesker gjerne glad liker kan har kanskje din ditt dine nettopp spennende attraktiv karriere arbeidsplass
  og eller samt som en ei et mv m osv etc diverse mk mf kvinne mann job jobb jobs wanted we are looking hiring position full time part
  ekstrahjelp ringevakt tilkalling tilkallingsvikar tilkallingsvikarer natt kveld dag uerfaren ansvarsfull serviceinnstilt trivelig hyggelig
  робота вакансія потрібен потрібна шукаємо требуется нужен нужна вакансия работа`));

/** After one of these comes where, what or for whom, not what the job is called. Folded. */
const prepositions = new Set(words('innen innenfor i pa ved til for av fra hos under med at in of with innan fra в на у з для по'));

/** Does a word of a running text (folded) possibly name a job? Small words and the noise of ads do not. */
export function mayNameJob(word: string): boolean {
  return word.length >= shortestNameInText && !noise.has(word) && !prepositions.has(word);
}

const shortestNameInText = 4;

/** "annen lærer" and the official "andre lærere" are the same. Folded. */
const otherForms = new Set(words('annen annet anna anden ovrig ovrige other andre'));

function oneForm(word: string): string {
  return otherForms.has(word) ? 'andre' : word;
}

/** Someone who learns a trade. Folded. */
const training = new Set(words('laerling laerlingen laerlinger larling laerlingar apprentice учень ученик стажер'));

function words(list: string): string[] {
  return list.split(/\s+/).filter((part) => part !== '');
}

/**
 * Takes a title apart into what the job is called and what narrows it down, without the noise of ads
 * (percentages, numbers, "ledig stilling", "søkes"). Linear in the length of the title; only the first 300 characters count.
 *
 * @example titleWords('Adjunkt (videregående skole)') // main [['adjunkt']], qualifiers [['videregaende', 'skole']]
 */
export function titleWords(title: string): TitleWords {
  const main: string[][] = [];
  const qualifiers: string[][] = [];
  const folded = foldNorwegian(title.slice(0, 300)).replace(/\d+(?:[.,]\d+)?\s*%/g, ' ');
  let first = true;
  for (const { text, bracket } of segments(folded)) {
    const kept = tokenize(text).filter((token) => !noise.has(token) && !/^\d+$/.test(token)).map(oneForm);
    if (kept.length === 0) continue;
    const at = kept.findIndex((token, index) => index > 0 && prepositions.has(token));
    const head = at < 0 ? kept : kept.slice(0, at);
    const tail = (at < 0 ? [] : kept.slice(at)).filter((token) => !prepositions.has(token));
    const start = head.filter((token, index) => index > 0 || !prepositions.has(token));
    if (start.length > 0) (first && !bracket ? main : qualifiers).push(start);
    if (tail.length > 0) qualifiers.push(tail);
    if (!bracket && start.length > 0) first = false;
  }
  const [only] = main;
  const named = only === undefined ? undefined : withoutTraining(only, qualifiers);
  return { main: named === undefined ? qualifiers.splice(0, 1) : alternatives(named, folded), qualifiers };
}

/** "lærling (tømrer)" and "tømrer, lærling" are on the way to be a "tømrer": what they learn is the name. */
function withoutTraining(main: readonly string[], qualifiers: readonly (readonly string[])[]): readonly string[] | undefined {
  const rest = main.filter((token) => !training.has(token));
  if (rest.length > 0) return rest;
  return qualifiers.length > 0 ? undefined : main;
}

/** Any of these may be a separator; most titles have none. */
const separators = /[()[\],;:|!?•·–—.]|\s-/;

interface Segment { readonly text: string; readonly bracket: boolean }

/** Cuts at brackets, commas, spaced dashes and other strong separators. */
function segments(folded: string): Segment[] {
  if (!separators.test(folded)) return [{ text: folded, bracket: false }];
  const found: Segment[] = [];
  let depth = 0;
  for (const piece of folded.split(/([()[\]]|[,;:|!?•·]|\s[-–—]\s?|[–—]|\.\s)/)) {
    if (piece === '(' || piece === '[') depth += 1;
    else if (piece === ')' || piece === ']') depth = Math.max(0, depth - 1);
    else if (piece.trim() !== '') found.push({ text: piece, bracket: depth > 0 });
  }
  return found;
}

/** "tømrer/snekker" names two jobs; each is looked up by itself. */
function alternatives(main: readonly string[], folded: string): string[][] {
  const slash = folded.indexOf('/');
  if (slash < 0) return [[...main]];
  const left = new Set(tokenize(folded.slice(0, slash)));
  const cut = main.findIndex((token) => !left.has(token));
  return cut <= 0 ? [[...main]] : [main.slice(0, cut), main.slice(cut)];
}

const cyrillicEnding = /(?:ами|ями|ого|ому|ими|ой|ий|ый|ая|ов|ев|ів|ом|ем|[аеиіоуыэюяйїьєъ])$/u;

/** Stem of one folded word of any language: Norwegian by Porter, Cyrillic without its case ending. */
export function stemWord(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last >= 0x400 && last <= 0x4ff) return word.length > 4 ? word.replace(cyrillicEnding, '') : word;
  // The work and the worker have one stem, but "arbeidsleder (anleggsarbeid)" is no "anleggsarbeider".
  if (word.endsWith('arbeid')) return `${word}s`;
  return stemNorwegian(word);
}

/** One key for all ways to write the same words: run together or apart, with or without the plural of the last word. */
export function titleKey(tokens: readonly string[]): string {
  const last = tokens.at(-1);
  if (last === undefined) return '';
  return tokens.length === 1 ? stemWord(last) : stemWord(tokens.join(''));
}
