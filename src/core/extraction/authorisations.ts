import type { ReferenceTables } from '../reference/tables.js';
import { previousOf, sentencesWith, type Ad } from './ad.js';
import { AliasIndex } from './aliases.js';
import { allMatches, pattern } from './fold.js';
import { isHeldByOthers } from './held-by-others.js';
import { memoised } from './memoised.js';
import { cuesOf } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

const AUTHORISED = pattern(String.raw`\b(?:autoris\w*|autorist\w*|authori[sz]\w*|hpr(?:-?n(?:umme)?r)?\b|offentlig(?:e)? godkjen\w*|offentleg godkjen\w*|godkjen(?:t|ning|ninga|ningen) som|norsk godkjenning|(?:norsk |gyldig )?lisens som|licen[cs]ed|licen[cs]e as|statsautorisert\w*|dsb|godkjent(?: av \w+)?(?: som)?(?= \w)|godkjenning(?: \w+)? som|\w*bevilling|løyve)`);
const TRIGGER = pattern('autoris|authori|hpr|godkjen|lisens|licen|dsb|bevilling|løyve');
// These speak of authorisation only together with a profession right behind.
const WEAK = /^(?:godkj|dsb|\w*bevilling|lOyve)/;
// Security clearance and dealers' agreements use the word too.
const OTHER = pattern(String.raw`sikkerhetsklarer\w*|sikkerhetslov\w*|clearance|autorisert (?:forhandler|verksted|leverandør|partner|merkeverksted|serviceverksted)|authorized dealer`, '');

// "som venter på autorisasjon", "krever ikke autorisasjon", "sammen med en godkjent elektriker".
const NOT_HELD = pattern(String.raw`\b(?:ikke|ikkje|uten|utan|venter|ventar|påvente|not|without|waiting)\b[^,.;]{0,40}$|\b(?:med|av|til) (?:en|ein|et|a) $`, '');

// "… mens autorisasjonen behandles", "autorisasjon er under behandling".
const UNDER_WAY = pattern(String.raw`^\w* (?:(?:er|is) )?(?:behandles|handsamast|under behandling|til behandling|søkes om|på vei|pending|being processed|in process)`, '');

// "Master i økonomi eller statsautorisert revisor": something else will do as well.
const INSTEAD = pattern(String.raw`(?:master|bachelor|grad\b|degree|fagbrev|utdan\w+|siviløkonom)[^.;]{0,80}\b(?:eller|or) (?:\w+ ){0,2}$`, '');

// "Godkjent vekterkurs" is a certificate.
const COURSE = /(?:kurs|kort|sertifikat)\w{0,3}$/;

const indexOf = memoised((tables: ReferenceTables['regulatedProfessions']) =>
  new AliasIndex([...tables.values()].map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] }))));

/**
 * The authorisation that must be held, by the name in the table; null = none asked for. The profession is looked for in the
 * sentence that speaks of authorisation, then in the title and then in the sentence before. Of several alternatives the first.
 */
export function readAuthorisation(ad: Ad, professions: ReferenceTables['regulatedProfessions']): Finding<string> | null {
  const index = indexOf(professions);
  for (const sentence of sentencesWith(ad, TRIGGER)) {
    if (sentence.kind === 'heading' || sentence.section === 'about' || OTHER.test(sentence.folded)) continue;
    for (const match of allMatches(AUTHORISED, sentence.folded)) {
      const end = match.index + match[0].length;
      if (NOT_HELD.test(sentence.folded.slice(0, match.index)) || /^ ?utdan/.test(sentence.folded.slice(end))) continue;
      if (UNDER_WAY.test(sentence.folded.slice(end)) || INSTEAD.test(sentence.folded.slice(Math.max(0, match.index - 120), match.index))) continue;
      if (isHeldByOthers(sentence.folded, match.index, end)) continue;
      if (cuesOf(sentence).judge(match.index, end).modality !== 'must') continue;
      const here = nearest(index.find(sentence.folded).filter((one) => !COURSE.test(sentence.folded.slice(one.start, one.end))), match.index);
      const isNear = here !== null && Math.max(here.start - end, match.index - here.end) <= 25;
      if (WEAK.test(match[0]) && !isNear) continue;
      const id = here?.id ?? elsewhere(index, [ad.sentences[0], previousOf(ad, sentence)]);
      if (id === null) continue;
      const start = Math.min(match.index, here?.start ?? match.index);
      const span = { start: sentence.start + start, end: sentence.start + Math.max(end, here?.end ?? end) };
      return { value: id, span, confidence: here === null ? 0.75 : 0.93 };
    }
  }
  return null;
}

interface Found { readonly id: string; readonly start: number; readonly end: number }

/** The first named after the word; else the last before it. */
function nearest(found: readonly Found[], at: number): Found | null {
  return found.find(({ start }) => start > at) ?? found.at(-1) ?? null;
}

function elsewhere(index: AliasIndex, sentences: readonly (Sentence | undefined)[]): string | null {
  for (const sentence of sentences) {
    const [first] = sentence === undefined ? [] : index.find(sentence.folded);
    if (first !== undefined) return first.id;
  }
  return null;
}
