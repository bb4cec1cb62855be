import { profileCandidate, type CandidateProfile } from '../../core/matching/candidate-profile.js';
import type { MatchingContext } from '../../core/matching/context.js';
import type { Gap } from '../../core/matching/gap.js';
import { matchPair, type Match } from '../../core/matching/match.js';
import { profileVacancy, type VacancyProfile } from '../../core/matching/vacancy-profile.js';
import type { Proposal } from '../../core/measures/propose.js';
import type { Locale, MeasureRules } from '../../core/measures/rule-set.js';
import { forParticipant, type ParticipantText } from '../../core/measures/texts/for-participant.js';
import { timelineFor, type Timeline } from '../../core/measures/timeline.js';
import type { CandidateRecord } from '../../core/records/candidate.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { measuresFor, namesOf } from '../matching/propose-measures.js';

export interface Basis {
  readonly context: MatchingContext;
  readonly rules: MeasureRules;
}

export interface PairRecords {
  readonly candidate: CandidateRecord;
  readonly vacancy: VacancyRecord;
}

/** One person and one vacancy, judged, with what would close the gaps and when. */
export interface PairPlan {
  readonly match: Match;
  readonly candidate: CandidateProfile;
  readonly vacancy: VacancyProfile;
  readonly gaps: readonly Gap[];
  readonly proposals: readonly Proposal[];
  readonly timeline: Timeline;
}

/** Reads each record once, however many pairs it is in. */
export function createPairPlanner({ context, rules }: Basis): (pair: PairRecords, start?: string) => PairPlan {
  const candidates = new Map<CandidateRecord, CandidateProfile>();
  const vacancies = new Map<VacancyRecord, VacancyProfile>();
  return (pair, start) => {
    const candidate = readOnce(candidates, pair.candidate, () => profileCandidate(pair.candidate, context));
    const vacancy = readOnce(vacancies, pair.vacancy, () => profileVacancy(pair.vacancy, context));
    const match = matchPair(candidate, vacancy, context);
    const proposals = measuresFor(match, pair, { context, rules });
    const { gaps, band } = match;
    const timeline = timelineFor({ gaps, proposals, candidate: pair.candidate, band, on: context.on, ...(start === undefined ? {} : { start }) }, rules);
    return { match, candidate, vacancy, gaps, proposals, timeline };
  };
}

function readOnce<Record, Profile>(known: Map<Record, Profile>, record: Record, read: () => Profile): Profile {
  const before = known.get(record);
  if (before !== undefined) return before;
  const profile = read();
  known.set(record, profile);
  return profile;
}

/** A proposal in the participant's words, with the measure it is of. */
export interface ProposalText extends ParticipantText {
  readonly measure: string;
  readonly status: Proposal['status'];
}

/** Every proposal in one language, in the order of the proposals. */
export function textsFor({ match, proposals }: Pick<PairPlan, 'match' | 'proposals'>, locale: Locale, { context, rules }: Basis): readonly ProposalText[] {
  return proposals.map((proposal) => ({
    measure: proposal.measure, status: proposal.status, ...forParticipant(proposal, match.gaps, { rules, locale, names: namesOf(context) }),
  }));
}
