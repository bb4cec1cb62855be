import type { EducationLevel } from '../records/candidate.js';
import type { EducationDemand } from '../records/vacancy.js';
import { BY_LAW, EQUIVALENT, fieldsIn, LEVEL_TERMS } from './education-terms.js';
import { allMatches, pattern } from './fold.js';
import { sentencesWith, type Ad } from './ad.js';
import { isHeldByOthers } from './held-by-others.js';
import { cuesOf, type Modality } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

export interface EducationReading {
  readonly requirement: Finding<EducationDemand> | null;
  readonly wish: Finding<EducationDemand> | null;
}

// Some part of every term, so that most sentences are passed over.
const TRIGGER = pattern(String.raw`fag(?:b|pr|sk|l|u|arb)|brev|bachelor|\b[bm]\.?sc|master|\bph\.? ?d|doktor|doctor|forskeru|ingeniør|siv\.? ?(?:ing|il)|siviløk|hov[eu]df|embets|cand|juri|profesjonss|grad\b|utdan|årig|høyskole|høgsk|høysk|univers|degree|college|education|(?:r|gs|ie)kompetanse|dipl|vocation|technic|yrkes(?:ut|fag|sk)|certificate|journey|videreg|vidareg|\bvgs|school|secondary|skilled|gymnas|artium|grunnsk|ungdomssk|skolegang|politih`);

interface Term {
  readonly level: EducationLevel;
  readonly start: number;
  readonly end: number;
  readonly modality: Modality;
}

// "Høyskolen i Innlandet søker", "praksis fra videregående skole", "elever på videregående", "ta fagbrev hos oss".
const PLACE_BEFORE = pattern(String.raw`(?:\b(?:elever?|studenter?|undervis\w*|undervise|jobbe|jobber|arbeid|arbeide|erfaring|praksis|ved|hos|på|fra|besøk\w*|samarbeid\w*|lærer|pupils|students?) (?:\w+ ){0,3}|\bvi er (?:en|et|ei) )$`, '');
const AS_EDUCATION = pattern(String.raw`\b(?:utdan\w*|nivå|grad|kompetanse|fullført|bestått|studi\w+|degree|education|level|educated)\b`, '');
// "Utdanning fra fagskole".
const EDUCATED_AT = pattern(String.raw`\b(?:utdan\w+|kompetanse|grad|education|degree) (?:fra|frå|på|ved|from|at) (?:\w+ )?$`, '');
const LATER = pattern(String.raw`\b(?:ta|tar|avlegge|oppnå|fullføre|gå opp til|frem til|fram til|veien mot|mot|løp mot|underveis i|holder på med|i gang med|student\w*(?: på| innen)?|studerer(?: til)?|lærling\w*|praksiskandidat\w*|få) (?:\w+ ){0,2}$`, '');
const NOT_ALWAYS = pattern(String.raw`\b(?:studenter?|student|nyutdannede|lærling\w*|elev|assistenter)\b(?: \w+){0,4} (?:velkommen|oppfordres|kan søke)|\b(?:med og uten|med eller uten|både faglærte og ufaglærte|faglærte? (?:og|eller|/) ufaglært\w*|with or without)\b`, '');

/** The education asked for: level by NUS2000 and, where the words are clear, fields. Of alternatives the lower level. */
export function readEducation(ad: Ad): EducationReading {
  let requirement: Finding<EducationDemand> | null = null;
  let wish: Finding<EducationDemand> | null = null;
  for (const sentence of sentencesWith(ad, TRIGGER)) {
    if (sentence.kind === 'title' || sentence.kind === 'heading') continue;
    if (sentence.section === 'about' || sentence.section === 'application' || NOT_ALWAYS.test(sentence.folded)) continue;
    const terms = readTerms(sentence);
    if (terms.length === 0) continue;
    const must = demandOf(sentence, terms.filter(({ modality }) => modality === 'must'));
    if (must !== null && (requirement === null || must.value.minLevel > requirement.value.minLevel)) requirement = must;
    wish ??= demandOf(sentence, terms.filter(({ modality }) => modality === 'wish'));
  }
  if (requirement !== null && wish !== null && wish.value.minLevel <= requirement.value.minLevel) wish = null;
  return { requirement, wish };
}

function readTerms(sentence: Sentence): Term[] {
  const terms: Term[] = [];
  for (const [level, expression] of LEVEL_TERMS) {
    for (const match of allMatches(expression, sentence.folded)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (terms.some((term) => start < term.end && term.start < end) || isNotHeld(sentence, start, end)) continue;
      const { modality, explicit } = cuesOf(sentence).judge(start, end);
      if (sentence.section === 'tasks' && !explicit) continue;
      terms.push({ level, start, end, modality });
    }
  }
  return terms;
}

function isNotHeld(sentence: Sentence, start: number, end: number): boolean {
  const before = sentence.folded.slice(Math.max(0, start - 60), start);
  const after = sentence.folded.slice(end, end + 40);
  if (LATER.test(before) || isHeldByOthers(sentence.folded, start, end)) return true;
  const word = sentence.folded.slice(start, end);
  const isPlace = /^(?:yrkesfag|hOy|hOg|univ|vid|fagsk|grunnsk|ungdomssk|barnesk|high|upper|second|primary|yrkessk)/.test(word);
  if (isPlace && !/nivA|utdan|grad/.test(word) && !AS_EDUCATION.test(after) && !EDUCATED_AT.test(before) && PLACE_BEFORE.test(before)) return true;
  if (isPlace && /(?:skolen|skulen|sykehus\w*|universitetet|universitetslege\w*|lektor\w*)$/.test(word)) return true;
  if (isPlace && /^ ?(?:sOker|sOkjer|treng|trenger|har|ligger|er|program|elev)/.test(after)) return true;
  // "Bacheloroppgave", "masterstudenter", "mastergradsstudent" are about people who study.
  return /^[- ]?(?:stipend|oppgave|student)/.test(after) || /(?:oppgave\w*|student\w*|program\w*)$/.test(word);
}

const CHOICE = pattern(String.raw`\b(?:eller|or|alternativt|evt)\b|/`, '');
const GENERAL = /^(?:hOy|hOg|univ|higher|college|akadem|academic)/;

/** "Høyere utdanning på masternivå" is the master's degree: the general word only leads up to it. */
function withoutGeneral(folded: string, terms: readonly Term[]): readonly Term[] {
  const ordered = [...terms].sort((a, b) => a.start - b.start);
  return ordered.filter((term, index) => {
    const next = ordered.slice(index + 1).find((later) => !GENERAL.test(folded.slice(later.start, later.end)));
    return !GENERAL.test(folded.slice(term.start, term.end)) || next === undefined || next.level < 6 || next.start - term.end > 40
      || CHOICE.test(folded.slice(term.end, next.start));
  });
}

function demandOf(sentence: Sentence, terms: readonly Term[]): Finding<EducationDemand> | null {
  const [first] = terms;
  if (first === undefined) return null;
  const exact = withoutGeneral(sentence.folded, terms);
  const isChoice = CHOICE.test(sentence.folded.slice(exact[0]?.start ?? 0, (exact.at(-1)?.end ?? 0) + 8));
  const least = exact.reduce((a, b) => ((isChoice ? b.level < a.level : b.level > a.level) ? b : a), exact[0] ?? first);
  const fields = fieldsIn(sentence.folded.slice(Math.max(0, least.start - 70), least.end + 110));
  const replaceable = EQUIVALENT.test(sentence.folded);
  const strict = replaceable ? false : BY_LAW.test(sentence.folded) ? true : null;
  const value: EducationDemand = {
    minLevel: least.level,
    ...(fields.length === 0 ? {} : { fields }),
    ...(strict === null ? {} : { strict }),
  };
  return { value, span: { start: sentence.start + least.start, end: sentence.start + least.end }, confidence: terms.length === 1 ? 0.92 : 0.85 };
}
