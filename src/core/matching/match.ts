import { bandOf } from './band.js';
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
import type { Criterion } from './policy.js';
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
const JUDGES_IN_ORDER = Object.values(JUDGES);

/** Judges one pair on every criterion. */
export function matchPair(candidate: CandidateProfile, vacancy: VacancyProfile, context: MatchingContext): Match {
  const pair = pairOf(candidate, vacancy, context);
  const judged = JUDGES_IN_ORDER.map((judge) => judge(pair));
  const gaps = judged.flatMap((one) => one.gaps);
  const combined = combine(judged, context.policy.weights);
  return {
    candidate: candidate.id,
    vacancy: vacancy.id,
    band: bandOf(pair, gaps),
    gaps,
    scoreHundredths: combined.scoreHundredths,
    coveragePercent: combined.coveragePercent,
    get parts() {
      return combined.parts;
    },
  };
}
