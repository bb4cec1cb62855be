import type { DemandedCefrLevel } from '../records/cefr.js';
import type { LanguageAlternative, LanguageDemand } from '../records/vacancy.js';
import { nextOf, sentencesWith, type Ad } from './ad.js';
import { pattern } from './fold.js';
import { referBack } from './language-back-references.js';
import { isDemand } from './language-contexts.js';
import { gradeTokens, higher } from './language-grades.js';
import { findMentions, LANGUAGE_STEMS, type Mention } from './language-names.js';
import { readPhrases, type Phrase } from './language-phrases.js';
import { cuesOf, type Modality } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding, Span } from './span.js';

/** One language demand with every place it was read from. */
export interface ReadDemand {
  readonly demand: LanguageDemand;
  readonly findings: readonly Finding<LanguageDemand>[];
}

export interface LanguageReading {
  readonly requirements: readonly ReadDemand[];
  readonly wishes: readonly ReadDemand[];
  /** Where the ad says that Norwegian is not required; null = it does not say so. */
  readonly notRequired: Finding<true> | null;
}

/** A demand as one sentence states it. */
interface Stated {
  readonly modality: Modality;
  readonly demand: LanguageDemand;
  readonly finding: Finding<LanguageDemand>;
  readonly isExplicit: boolean;
  readonly isGraded: boolean;
}

/**
 * Language demands by the agreed reading of language demands in job ads.
 *
 * Unnamed languages ("god fremstillingsevne") are read as Norwegian in an ad written in Norwegian only.
 */
export function readLanguages(ad: Ad): LanguageReading {
  const stated: Stated[] = [];
  let notRequired: Finding<true> | null = null;
  for (const sentence of sentencesWith(ad, TRIGGER)) {
    if (sentence.section === 'application' && sentence.kind !== 'title' && !ASKED.test(sentence.folded)) continue;
    const read = readSentence(sentence, nextOf(ad, sentence), ad.language);
    stated.push(...read.stated);
    notRequired ??= read.notRequired;
  }
  return {
    requirements: merge(stated.filter(({ modality }) => modality === 'must')),
    wishes: withoutMet(merge(stated.filter(({ modality }) => modality === 'wish')), stated),
    notRequired,
  };
}

// Names of languages, and what may be said of language without a name.
const TRIGGER = new RegExp(`\\b(?:${LANGUAGE_STEMS})|sprAk|language|stillings?(?:evne|ferdig)|formulering|bergenstest|\\b[abc][12]\\b`, 'g');
const ASKED = pattern(String.raw`\b(?:må|krav|kreves|must|required)\b`, '');

interface SentenceReading { readonly stated: readonly Stated[]; readonly notRequired: Finding<true> | null }
const NOTHING: SentenceReading = { stated: [], notRequired: null };
const ANY_LANGUAGE_WAIVED = pattern(String.raw`\b(?:ingen|ikke|ikkje|inga|no) (?:\w+ )?(?:krav (?:til|om) (?:norsk)?(?:språk(?!lig)\w*)|språkkrav|language requirements?|language skills (?:are )?(?:required|needed))|\bspråkkunnskaper er ikke`, '');

function readSentence(sentence: Sentence, next: Sentence | undefined, language: 'no' | 'en' | null): SentenceReading {
  const named = findMentions(sentence);
  if (named.length === 0) return readUnnamed(sentence, language);
  const mentions = named.filter((mention) => isDemand(sentence, mention, named));
  if (mentions.length === 0) return NOTHING;
  const cues = cuesOf(sentence);
  const judged = referBack(sentence, next, readPhrases(sentence, mentions)).map((phrase) => ({ phrase, ...cues.judge(phrase.saidAt === phrase.mention.end ? phrase.mention.start : phrase.saidAt - 2, phrase.saidAt) }));
  const isStrict = hasStrictReason(sentence, next);
  const groups: { modality: Modality; phrases: Phrase[] }[] = [];
  for (const { phrase, modality } of judged) {
    const last = groups.at(-1);
    if (last !== undefined && phrase.link === 'or' && last.modality === modality) last.phrases.push(phrase);
    else groups.push({ modality, phrases: [phrase] });
  }
  const waived = judged.find(({ phrase, modality, alsoNegated }) =>
    phrase.mention.languages.includes('no') && (modality === 'negated' || alsoNegated));
  return {
    stated: withinSentence(groups.map(({ modality, phrases }) => state(sentence, phrases, { modality, isStrict }))),
    notRequired: waived === undefined ? null
      : { value: true, span: waivedSpan(sentence, waived), confidence: 0.9 },
  };
}

function waivedSpan(sentence: Sentence, { phrase, cue }: { phrase: Phrase; cue: { start: number; end: number } | null }): Span {
  return spanIn(sentence, Math.min(phrase.start, cue?.start ?? phrase.start), Math.max(phrase.end, cue?.end ?? phrase.end));
}

function spanIn(sentence: Sentence, start: number, end: number): Span {
  let from = start;
  let to = Math.max(end, from);
  from += /^(?:[\s,:(/-]|\b(?:og|and|samt|eller|or|er)\b)*/.exec(sentence.folded.slice(from, to))?.[0].length ?? 0;
  while (to > from && /[\s,:(/-]/.test(sentence.folded.charAt(to - 1))) to -= 1;
  return { start: sentence.start + from, end: sentence.start + to };
}

interface How { readonly modality: Modality; readonly isStrict: boolean }

function state(sentence: Sentence, phrases: readonly Phrase[], { modality, isStrict }: How): Stated {
  const alternatives = new Map<string, LanguageAlternative>();
  for (const { mention, oral, written } of phrases) {
    for (const language of mention.languages) {
      if (!alternatives.has(language)) {
        alternatives.set(language, { language, ...(oral === null ? {} : { oral }), ...(written === null ? {} : { written }) });
      }
    }
  }
  const strict = isStrict || phrases.some(({ mention }) => mention.form === 'test');
  const demand: LanguageDemand = { anyOf: [...alternatives.values()].slice(0, 5), ...(strict && modality === 'must' ? { strict: true } : {}) };
  const isExplicit = phrases.some((phrase) => phrase.isExplicit);
  const isGraded = isExplicit || phrases.some((phrase) => phrase.isGraded);
  const confidence = isExplicit ? 0.97 : isGraded ? 0.92 : 0.8;
  const span = spanIn(sentence, Math.min(...phrases.map(({ start }) => start)), Math.max(...phrases.map(({ end }) => end)));
  return { modality, demand, isExplicit, isGraded, finding: { value: demand, span, confidence } };
}

/** "Gode norskkunnskaper, bestått norskprøve B1": within a sentence a level written out is what the words mean. */
function withinSentence(all: readonly Stated[]): Stated[] {
  return all.filter((one) => one.isExplicit
    || !all.some((other) => other.isExplicit && other.modality === one.modality && keyOf(other.demand) === keyOf(one.demand)));
}

const FORMULATION = pattern(String.raw`\b(?:frem|fram)stillings?(?:evne\w*|ferdighet\w*|ferdigheiter)|\bformulerings?(?:evne\w*|ferdighet\w*|ferdigheiter)`, '');
const LEVEL_ONLY = pattern(String.raw`\bspråk\w*|\bnivå\w*|\bcefr\b|\blanguage\b`, '');

/** Sentences that name no language: "god skriftlig fremstillingsevne" and "språkkrav: minimum B1" in a Norwegian ad. */
function readUnnamed(sentence: Sentence, language: 'no' | 'en' | null): SentenceReading {
  const waived = ANY_LANGUAGE_WAIVED.exec(sentence.folded);
  if (waived !== null) {
    return { stated: [], notRequired: { value: true, span: spanIn(sentence, waived.index, waived.index + waived[0].length), confidence: 0.85 } };
  }
  if (language !== 'no') return NOTHING;
  const found = FORMULATION.exec(sentence.folded);
  if (found !== null) return { stated: readFormulation(sentence, found.index, found.index + found[0].length), notRequired: null };
  const level = gradeTokens(sentence.folded).find((token) => token.cefr);
  if (level === undefined || !(LEVEL_ONLY.test(sentence.folded) || /sprAk/.test(sentence.heading))) return NOTHING;
  const mention: Mention = { languages: ['no'], form: 'knowledge', start: level.start, end: level.start };
  return { stated: stateUnnamed(sentence, readPhrases(sentence, [mention]), 0.7), notRequired: null };
}

function readFormulation(sentence: Sentence, start: number, end: number): Stated[] {
  const mention: Mention = { languages: ['no'], form: 'knowledge', start, end };
  const [phrase] = readPhrases(sentence, [mention]);
  // The words before it grade it ("god", "svært god"); without a grade word nothing is said of a level.
  if (phrase === undefined || !phrase.isGraded) return [];
  return stateUnnamed(sentence, [phrase], 0.7);
}

function stateUnnamed(sentence: Sentence, phrases: readonly Phrase[], confidence: number): Stated[] {
  const cues = cuesOf(sentence);
  return phrases.map((phrase) => {
    const { modality } = cues.judge(phrase.mention.start, phrase.mention.end);
    const one = state(sentence, [phrase], { modality, isStrict: false });
    return { ...one, finding: { ...one.finding, confidence } };
  });
}

const STRICT_REASON = pattern(String.raw`sikkerhets\w* (?:årsak|grunn|hensyn|omsyn)|\b(?:av|av hensyn til|på grunn av|grunnet|pga\.?|fordi|ettersom|siden|da|for å|av omsyn til|because|due to|for|of)\b[^.]{0,60}\b(?:sikkerhet\w*|tryggleik\w*|pasient\w*|safety|patients?|hms)\b|\b(?:lovkrav|lovpålagt|lovfestet|krav i lov|ifølge lov|i henhold til (?:lov|forskrift)|etter (?:lov|forskrift)|jf\.? \w*lov|helsepersonelloven|required by law|by law|legal requirement|forskriftskrav|barnehageloven|opplæringslov\w*)\b|\bsikkerhetskritisk|\bsafety[- ](?:reasons|critical|sensitive)|\bpasientsikkerhet|\bpatient safety|\bbestått (?:norsk|språk|bergens)`, '');
const REASON_FOLLOWS = pattern(String.raw`^\s*(?:dette|det(?:te)? er|kravet|årsaken|grunnen|this is|the reason|her)\b`, '');

function hasStrictReason(sentence: Sentence, next: Sentence | undefined): boolean {
  if (STRICT_REASON.test(sentence.folded)) return true;
  return next !== undefined && REASON_FOLLOWS.test(next.folded) && STRICT_REASON.test(next.folded);
}

const keyOf = (demand: LanguageDemand): string => demand.anyOf.map(({ language }) => language).sort().join('|');

/** The same languages stated twice are one demand, at the higher level for each skill. */
function merge(stated: readonly Stated[]): ReadDemand[] {
  const merged = new Map<string, ReadDemand>();
  // A bare naming beside a graded one ("alarmene går på norsk … norsk B1 muntlig") adds no demand of its own.
  const graded = new Set(stated.filter(({ isGraded }) => isGraded).map(({ demand }) => keyOf(demand)));
  for (const { demand, finding, isGraded } of stated) {
    const key = keyOf(demand);
    if (!isGraded && graded.has(key)) continue;
    const before = merged.get(key);
    merged.set(key, before === undefined ? { demand, findings: [finding] }
      : { demand: joined(before.demand, demand), findings: [...before.findings, finding] });
  }
  return [...merged.values()].slice(0, 5);
}

function joined(a: LanguageDemand, b: LanguageDemand): LanguageDemand {
  const anyOf = a.anyOf.map((one): LanguageAlternative => {
    const other = b.anyOf.find(({ language }) => language === one.language);
    const oral = highest(one.oral, other?.oral);
    const written = highest(one.written, other?.written);
    return { language: one.language, ...(oral === undefined ? {} : { oral }), ...(written === undefined ? {} : { written }) };
  });
  return { anyOf, ...(a.strict === true || b.strict === true ? { strict: true } : {}) };
}

function highest(a: DemandedCefrLevel | undefined, b: DemandedCefrLevel | undefined): DemandedCefrLevel | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return higher(a, b);
}

/** A wish for what is already demanded at that level says nothing more. */
function withoutMet(wishes: readonly ReadDemand[], stated: readonly Stated[]): ReadDemand[] {
  const musts = merge(stated.filter(({ modality }) => modality === 'must'));
  return wishes.filter(({ demand }) => !musts.some((must) => keyOf(must.demand) === keyOf(demand)
    && JSON.stringify(joined(must.demand, demand).anyOf) === JSON.stringify(must.demand.anyOf)));
}

