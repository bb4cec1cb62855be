import { bandOf, isBarrier, isOutOfLine } from './band.js';
import type { CandidateProfile } from './candidate-profile.js';
import { combine, type Combined } from './combine.js';
import type { MatchingContext } from './context.js';
import { judgeAuthorisation } from './criteria/authorisation.js';
import { judgeCertificates } from './criteria/certificates.js';
import { judgeEducation } from './criteria/education.js';
import { judgeExperience } from './criteria/experience.js';
import { judgeHours } from './criteria/hours.js';
import { judgeLanguage } from './criteria/language.js';
import { judgeOccupation } from './criteria/occupation.js';
import { judgePreference } from './criteria/preference.js';
import { judgeReach } from './criteria/reach.js';
import { judgeSkills } from './criteria/skills.js';
import type { Band, Gap } from './gap.js';
import type { Judged } from './judged.js';
import { pairOf, type Pair } from './pair.js';
import { CRITERIA, type Criterion } from './policy.js';
import type { VacancyProfile } from './vacancy-profile.js';

/** One candidate held against one vacancy: score, explanation, gaps and band in one value. */
export interface Match extends Combined {
  readonly candidate: string;
  readonly vacancy: string;
  readonly band: Band;
  readonly gaps: readonly Gap[];
}

const JUDGES: Readonly<Record<Criterion, (pair: Pair) => Judged>> = {
  occupation: judgeOccupation,
  education: judgeEducation,
  experience: judgeExperience,
  language: judgeLanguage,
  certificates: judgeCertificates,
  authorisation: judgeAuthorisation,
  skills: judgeSkills,
  reach: judgeReach,
  hours: judgeHours,
  preference: judgePreference,
};
const JUDGES_IN_ORDER = CRITERIA.map((criterion) => JUDGES[criterion]);
/** The same criteria by number, those that hold most pairs back and cost least first. */
const HELD_BACK_SOONEST = (['reach', 'preference', 'certificates', 'hours', 'language', 'education', 'occupation', 'experience', 'authorisation', 'skills'] as const)
  .map((criterion) => CRITERIA.indexOf(criterion));

/** Judges one pair on every criterion. */
export function matchPair(candidate: CandidateProfile, vacancy: VacancyProfile, context: MatchingContext): Match {
  const pair = pairOf(candidate, vacancy, context);
  const judged = JUDGES_IN_ORDER.map((judge) => judge(pair));
  return matchOf(pair, judged, judged.flatMap((one) => one.gaps));
}

/** The same match, or null as soon as it is certain that the pair is held in `not-now`: for lists that leave those out. */
export function matchToPropose(candidate: CandidateProfile, vacancy: VacancyProfile, context: MatchingContext): Match | null {
  const pair = pairOf(candidate, vacancy, context);
  if (isOutOfLine(pair)) return null;
  const judged = new Array<Judged>(JUDGES_IN_ORDER.length);
  for (const index of HELD_BACK_SOONEST) {
    const one = JUDGES_IN_ORDER[index]?.(pair);
    if (one === undefined || one.gaps.some(isBarrier)) return null;
    judged[index] = one;
  }
  const match = matchOf(pair, judged, judged.flatMap((one) => one.gaps));
  return match.band === 'not-now' ? null : match;
}

function matchOf(pair: Pair, judged: readonly Judged[], gaps: readonly Gap[]): Match {
  const combined = combine(judged, pair.context.policy.weights);
  return {
    candidate: pair.candidate.id,
    vacancy: pair.vacancy.id,
    band: bandOf(pair, gaps),
    gaps,
    scoreHundredths: combined.scoreHundredths,
    coveragePercent: combined.coveragePercent,
    get parts() {
      return combined.parts;
    },
  };
}
