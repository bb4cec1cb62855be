import { allMatches, pattern } from './fold.js';
import { nextOf, sentencesWith, type Ad } from './ad.js';
import { isHeldByOthers } from './held-by-others.js';
import { LANGUAGE_STEMS } from './language-names.js';
import { cuesOf, type Modality } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

export interface LicenceReading {
  /** Classes that are all needed. */
  readonly requirements: readonly Finding<string>[];
  readonly wishes: readonly Finding<string>[];
}

// Longest first, so that "C1E" is not read as "C1" and an E.
const CLASSES = 'c1e|d1e|c1|d1|ce|de|be|a1|a2|am|a|b|c|d|s|t';
const LICENCE = String.raw`(?:(?:bil|tungbil|buss|lastebil|traktor|person)?(?:førerkort\w*|førarkort\w*|førekort\w*|førerkert|føre?rkort|førersertifikat|førerbevis|kjørekort|driver'?s?'? ?licen[cs]e|driving licen[cs]e|drivers licen[cs]e|license to drive)|\bbilsertifikat\w*|\bsertifikat\w* (?:for|til|på) (?:person)?bil\b|\btraktorsertifikat\w*|\blappen\b|\blicen[cs]es?(?= (?:class |category |cat\.? )?\"?(?:b|be|c1?e?|d1?e?)\b))`;
const KLASSE = String.raw`(?:klasse\w*|klassane?|kl\.?|class(?:es)?|type|category|kat\.?|kategori)`;
const LIST = String.raw`(?:${CLASSES})(?:\s?(?:/|,|\+|-|og|eller|and|or|og/eller|samt)\s?(?:${KLASSE}\s)?(?:${CLASSES}))*`;
const WITH_CLASS = pattern(String.raw`\b(?:(?:norsk |gyldig |valid |norwegian )?${LICENCE}|\bsertifikat\w*)[\s,:("-]{0,3}(?:(?:for|i|på|med|minimum|minst|in) )?(?:${KLASSE}[\s:"]{0,2}["(]?)?(?<classes>${LIST})\b(?!\w|'|\.\w)`);
const CLASS_FIRST = pattern(String.raw`\b(?:${KLASSE} ?)?(?<classes>${LIST})[ -](?:${LICENCE}|sertifikat\w*|lappen|sjåfør\w*|driver)\b`);
const CLASS_ALONE = pattern(String.raw`\b(?:klasse|kl\.?|class) ?"?(?<classes>${LIST})\b(?!\w|-?(?:virksomhet|vare|feil|verdi))`);
const BARE = pattern(String.raw`\b${LICENCE}`);
const VEHICLE = pattern(String.raw`^ (?:for|på|til) (?:(?<d>buss|minibuss)|(?<c>lastebil|tungbil|tunge kjøretøy|trailer|vogntog)|(?<t>traktor)|(?<a>mc|motorsykkel)|(?<s>snøscooter|scooter))`, '');
const CAR = pattern(String.raw`\b(?:disponere?r? (?:egen )?bil|(?:ha|har) (?:tilgang (?:til|på) )?(?:egen )?bil\b|egen bil\b|tilgang (?:til|på) (?:egen )?bil\b|own (?:a )?car|access to (?:a )?car|have a car)\b(?! eller\b| or\b)`);
const NOT_ROAD = pattern(String.raw`(?:båt|truck|kran|maskin|dumper|lift|hjullaster|gravemaskin|våpen|sveise|fall)\w*[ -]?$`, '');
const CAR_OFFERED = pattern(String.raw`\b(?:firmabil|tjenestebil|får|disponerer du|vi (?:har|tilbyr|stiller)|bil (?:stilles|til disposisjon))\b`, '');

// "Norsk på nivå C1" beside a driving licence is a level all the same.
const LEVEL_TALK = new RegExp(String.raw`\b(?:${LANGUAGE_STEMS})|nivA|sprAk|language|\blevel\b|cefr|muntlig|skriftlig`);

interface Named { readonly classes: readonly string[]; readonly start: number; readonly end: number; readonly confidence: number }

/** Driving-licence classes asked for. "Førerkort" with no class and "må disponere bil" are class B; of "C/CE" the lower. */
export function readLicences(ad: Ad): LicenceReading {
  const requirements = new Map<string, Finding<string>>();
  const wishes = new Map<string, Finding<string>>();
  let spoken = false;
  for (const sentence of sentencesWith(ad, TRIGGER)) {
    const isAsked = sentence.kind !== 'heading' && (spoken || !/^\W*(?:ce|be|de|c1e?|d1e?)\b/.test(sentence.folded));
    const named = isAsked ? readClasses(sentence, spoken) : [];
    if (named.length === 0 || isOpening(sentence, nextOf(ad, sentence))) continue;
    spoken = true;
    for (const one of named) {
      if (isHeldByOthers(sentence.folded, one.start, one.end)) continue;
      const { modality } = cuesOf(sentence).judge(one.start, one.end);
      const into = target(modality, { requirements, wishes });
      if (into === null) continue;
      const span = { start: sentence.start + one.start, end: sentence.start + one.end };
      for (const value of one.classes) if (!into.has(value)) into.set(value, { value, span, confidence: one.confidence });
    }
  }
  for (const value of requirements.keys()) wishes.delete(value);
  return { requirements: [...requirements.values()], wishes: [...wishes.values()] };
}

/** "Har du førerkort? Da kan du også kjøre patrulje": what it opens, not what is asked. */
function isOpening({ folded }: Sentence, next: Sentence | undefined): boolean {
  return next !== undefined && /^\W*(?:har|do you have) (?:du )?[^?]*\?\s*$/.test(folded) && /^\W*(?:da|sA|dA|then) (?:kan|fAr|vil) du (?:ogsA|evt|gjerne|etter)/.test(next.folded);
}

type Found = Map<string, Finding<string>>;

function target(modality: Modality, { requirements, wishes }: { requirements: Found; wishes: Found }): Found | null {
  if (modality === 'must') return requirements;
  return modality === 'wish' ? wishes : null;
}

const TRIGGER = pattern(String.raw`[ref]kort|rkert|licen|sertifikat|lappen|klasse|\bkl\.? ?"?[abcdst][12e]?e?\b|\bclass\b|\bbil\b|\bcar\b|sjåfør|førerbevis|\b(?:ce|be|c1|c1e)\b`);

function readClasses(sentence: Sentence, spoken: boolean): Named[] {
  const found: Named[] = [];
  const add = (one: Named): void => {
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  };
  for (const match of allMatches(WITH_CLASS, sentence.folded)) addMatch(sentence, match, add);
  for (const match of allMatches(CLASS_FIRST, sentence.folded)) addMatch(sentence, match, add);
  if (found.length > 0 || sentence.kind === 'title' || /sjAfOr|fOrerkort|fOrarkort|kjOre/.test(sentence.folded)) {
    for (const match of allMatches(CLASS_ALONE, sentence.folded)) addMatch(sentence, match, add);
  }
  // Once licences are spoken of, capitals are classes: "CE er en fordel".
  if (spoken || found.length > 0) {
    for (const match of allMatches(/\b(?:[CD]1?E?|BE)\b(?!-?merk)/g, sentence.text)) {
      if (match[0].length > 1 && !(match[0] === 'C1' && LEVEL_TALK.test(sentence.folded))) add({ classes: [match[0]], start: match.index, end: match.index + match[0].length, confidence: 0.8 });
    }
  }
  for (const match of allMatches(BARE, sentence.folded)) {
    if (NOT_ROAD.test(sentence.folded.slice(Math.max(0, match.index - 16), match.index))) continue;
    const end = match.index + match[0].length;
    add({ classes: [vehicleClass(match[0], sentence.folded.slice(end, end + 30))], start: match.index, end, confidence: 0.85 });
  }
  if (found.length === 0) for (const one of readCar(sentence)) add(one);
  return found.sort((a, b) => a.start - b.start);
}

function addMatch(sentence: Sentence, match: RegExpExecArray, add: (one: Named) => void): void {
  const written = match.groups?.['classes'];
  if (written === undefined || NOT_ROAD.test(sentence.folded.slice(Math.max(0, match.index - 16), match.index))) return;
  // A lower-case "a", "s" or "i" is a word, not a class.
  const at = match.index + match[0].lastIndexOf(written);
  const original = sentence.text.slice(at, at + written.length);
  if (/^[a-z]$/.test(original) && !/(?:klasse|kl\.?|class) ?$/.test(sentence.folded.slice(0, at))) return;
  const end = match.index + match[0].length;
  const parts = chosen(written);
  if (parts.length === 1) {
    add({ classes: parts, start: match.index, end, confidence: 0.96 });
    return;
  }
  // Each of a list is held by its own words: "førerkort klasse B, BE er ønskelig".
  let from = match.index;
  for (const name of parts) {
    const place = sentence.folded.indexOf(name.toLowerCase(), Math.max(from, at));
    const stop = place === -1 ? end : place + name.length;
    add({ classes: [name], start: from, end: stop, confidence: 0.96 });
    from = stop;
  }
}

const RANK = ['am', 's', 't', 'a1', 'a2', 'a', 'b', 'be', 'c1', 'c1e', 'd1', 'd1e', 'c', 'ce', 'd', 'de'];

/** "B og C" are both needed; of "C/CE" and "C eller CE" the lower is what must be there. */
function chosen(written: string): string[] {
  const classes = [...written.matchAll(new RegExp(String.raw`\b(?:${CLASSES})\b`, 'g'))].map(([name]) => name);
  const alternatives = /\/|eller|\bor\b/.test(written) && !/\b(?:og|and|samt)\b(?!\/)/.test(written.replace('og/eller', 'eller'));
  if (!alternatives) return [...new Set(classes)].map((name) => name.toUpperCase());
  const least = classes.reduce((a, b) => (RANK.indexOf(b) < RANK.indexOf(a) ? b : a));
  return [least.toUpperCase()];
}

function vehicleClass(word: string, rest: string): string {
  if (/traktor/.test(word)) return 'T';
  const groups: Readonly<Record<string, string | undefined>> = VEHICLE.exec(rest)?.groups ?? {};
  return Object.entries(groups).find(([, value]) => value !== undefined)?.[0].toUpperCase() ?? 'B';
}

/** "Må disponere bil": whoever must drive a car must have a licence for it. */
function readCar(sentence: Sentence): Named[] {
  if (CAR_OFFERED.test(sentence.folded)) return [];
  return allMatches(CAR, sentence.folded)
    .filter((match) => /\b(?:mA|krav|kreves|must|need|nOdvendig|bOr|fordel|pluss|Onskelig|gjerne|advantage)\b/.test(sentence.folded.slice(Math.max(0, match.index - 60), match.index + 80)))
    .map((match) => ({ classes: ['B'], start: match.index, end: match.index + match[0].length, confidence: 0.75 }));
}
