import type { Gap } from '../../matching/gap.js';
import type { MeasureId, MeasureRules } from '../rule-set.js';
import { gapPhrase } from './gap-phrase.js';
import { holdsWithheldWord } from './withheld-words.js';

/** What of a match an employer rendering reads. Free text in it is shown only where it holds no withheld word. */
export interface EmployerMatch {
  /** Judged criteria; value 0–1, null = not known. */
  readonly parts: readonly { readonly criterion: string; readonly value: number | null }[];
  readonly gaps: readonly Gap[];
  readonly measures: readonly { readonly measure: MeasureId; readonly status: string }[];
  /** Title of the vacancy, as the employer wrote it. */
  readonly title?: string;
  /** Official names (STYRK-08) of related work the person has done, nearest first. */
  readonly occupations?: readonly string[];
  /** Official names of the certificates in the gaps, keyed by id. Ids without a name are left out. */
  readonly certificateNames?: ReadonlyMap<string, string>;
}

/** What the person has agreed to share with this employer for this vacancy; nothing when left out. */
export interface EmployerConsent {
  readonly language?: boolean;
  /** Needs the rules, which hold the names of measures. */
  readonly measures?: MeasureRules;
}

/** Criterion value from which a strength is said aloud, 0–1. */
const STRENGTH_FROM = 0.7;

/** The criteria an employer may hear of; language, wishes and reach are the person's own matter. */
const STRENGTHS: Readonly<Record<string, string>> = {
  occupation: 'Yrkeserfaringen ligger nær det stillingen ber om.',
  education: 'Utdanningen svarer til det stillingen ber om.',
  experience: 'Erfaringen er så lang som stillingen ber om.',
  certificates: 'Sertifikatene stillingen krever, er på plass.',
  authorisation: 'Autorisasjonen stillingen krever, er på plass.',
  skills: 'Flere av ferdighetene stillingen nevner, er på plass.',
  hours: 'Arbeidstiden passer.',
};

/**
 * A match in bokmål for the employer: strengths and practical matters, nothing of status, language, support or health
 * unless the person has agreed to share that for this vacancy.
 */
export function forEmployer(match: EmployerMatch, consent: EmployerConsent = {}): readonly string[] {
  const open = [
    match.title === undefined ? 'En kandidat kan passe til stillingen.' : `En kandidat kan passe til stillingen: ${match.title}`,
    ...(match.occupations ?? []).map((name) => `Har arbeidet som: ${name}`),
    ...strengths(match),
    ...certificates(match),
    'En fast kontaktperson følger opp.',
  ];
  const shown = open.map((sentence, index) => (holdsWithheldWord(sentence) ? (index === 0 ? 'En kandidat kan passe til stillingen.' : null) : sentence));
  return [...shown.filter((sentence) => sentence !== null), ...consented(match, consent)];
}

function strengths({ parts }: EmployerMatch): readonly string[] {
  return parts.flatMap(({ criterion, value }) => {
    const sentence = Object.hasOwn(STRENGTHS, criterion) ? STRENGTHS[criterion] : undefined;
    return sentence !== undefined && value !== null && value >= STRENGTH_FROM ? [sentence] : [];
  });
}

function certificates({ gaps, certificateNames }: EmployerMatch): readonly string[] {
  return gaps.flatMap(({ kind, needs, closable }) => {
    const name = kind === 'certificate' && closable ? certificateNames?.get(needs) : undefined;
    return name === undefined ? [] : [`Mangler ennå: ${name}. Det kan tas på kurs.`];
  });
}

function consented({ gaps, measures }: EmployerMatch, consent: EmployerConsent): readonly string[] {
  const language = consent.language === true ? gaps.filter(({ kind }) => kind === 'language').map((gap) => gapPhrase(gap, 'nb')) : [];
  const names = measures
    .filter(({ status }) => status === 'proposed')
    .flatMap(({ measure }) => consent.measures?.measures.get(measure)?.name.nb ?? []);
  return [...language, ...(names.length > 0 ? [`Kan vurderes av NAV eller kommunen: ${names.join(', ')}.`] : [])];
}
