import type { EmploymentKind } from '../records/vacancy.js';
import { lastDay, yearOf, type CivilDate } from './civil-date.js';
import type { MeasureParameters, OfferName } from './rule-set.js';
import { possibleMaxMonths, trainingMonths, type Situation } from './situation.js';
import { MET, metWhen, NOT_MET, unknown, type Verdict } from './verdict.js';

/** Contracts that count as ordinary: pay and terms like anyone else's. */
const ORDINARY: ReadonlySet<EmploymentKind> = new Set(['permanent', 'temporary', 'seasonal', 'on-call']);

/** Whether a contract kind is ordinary; null = the record does not say. */
export function isOrdinary(employment: EmploymentKind | undefined): boolean | null {
  return employment === undefined ? null : ORDINARY.has(employment);
}

/** Not met as soon as one is not met, unknown as soon as one is unknown, else met. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(({ outcome }) => outcome === 'not-met')) return NOT_MET;
  const missing = verdicts.flatMap((verdict) => (verdict.outcome === 'unknown' ? verdict.missing : []));
  return missing.length > 0 ? unknown(...new Set(missing)) : MET;
}

/**
 * Whether the person is `years` old, counted from the birth year: met from the year they turn it.
 * Source: the settled reading that ages count from the birth year, and that only the upper limit is unknown in its year.
 */
export function agedAtLeast(birthYear: number | undefined, years: number, date: CivilDate): Verdict {
  return birthYear === undefined ? unknown('birthYear') : metWhen(yearOf(date) - birthYear >= years);
}

/** Whether the person is `years` or younger on `date`; unknown in the one year where the birthday decides. */
export function agedAtMost(birthYear: number | undefined, years: number, date: CivilDate): Verdict {
  if (birthYear === undefined) return unknown('birthYear');
  const turns = yearOf(date) - birthYear;
  return turns === years + 1 ? unknown('birthDate') : metWhen(turns <= years);
}

/** Whether a period fits: end ≤ start + months − 1 day. Open periods fit only where there is no limit. */
export function lastsAtMost(from: CivilDate, to: CivilDate | null, maxMonths: number | null): Verdict {
  if (maxMonths === null) return MET;
  return to === null ? unknown('endDate') : metWhen(to <= lastDay(from, maxMonths));
}

/** The effort group is decided and among those that may have the measure. */
export function effortGroup(parameters: MeasureParameters, { candidate }: Situation): Verdict {
  const group = candidate.nav?.effortGroup;
  return group === undefined ? unknown('nav.effortGroup') : metWhen((parameters.effortGroups ?? []).includes(group));
}

/** Age at the start, and at the end of the longest period the rules allow. */
export function age(parameters: MeasureParameters, situation: Situation): Verdict {
  const { start, candidate: { birthYear } } = situation;
  const limits = parameters.age ?? {};
  const verdicts: Verdict[] = [];
  if (limits.minAtStart !== undefined) verdicts.push(agedAtLeast(birthYear, limits.minAtStart, start));
  if (limits.minFromYearTurning !== undefined) verdicts.push(agedAtLeast(birthYear, limits.minFromYearTurning, start));
  if (limits.maxAtStart !== undefined) verdicts.push(agedAtMost(birthYear, limits.maxAtStart, start));
  const { maxAtEnd } = limits;
  if (maxAtEnd !== undefined) {
    const atEnds = possibleMaxMonths(parameters, situation)
      .map((months) => agedAtMost(birthYear, maxAtEnd, months === null ? start : lastDay(start, months)));
    verdicts.push(whicheverHolds(atEnds, 'nav.effortGroup'));
  }
  return allOf(verdicts);
}

/** One verdict for several possible worlds: theirs when they agree, else unknown for want of `deciding`. */
function whicheverHolds(verdicts: readonly Verdict[], deciding: string): Verdict {
  const [first, ...rest] = verdicts;
  if (first === undefined) return MET;
  return rest.every(({ outcome }) => outcome === first.outcome) ? first : unknown(deciding);
}

/** The employer offers it; an explicit no rules it out here, silence is unknown. */
export function employerOffers(offer: OfferName, { vacancy }: Situation): Verdict {
  if (vacancy === null) return MET;
  const stated = vacancy.offers?.[offer];
  // A post of this kind is itself the offer, unless the record says otherwise in so many words.
  if (stated === undefined && offer === 'workTraining' && vacancy.employment === 'work-training') return MET;
  return stated === undefined ? unknown(`offers.${offer}`) : metWhen(stated);
}

/** An ordinary contract is on offer. */
export function ordinaryContract({ vacancy }: Situation): Verdict {
  const ordinary = isOrdinary(vacancy?.employment);
  return ordinary === null ? unknown('employment') : metWhen(ordinary);
}

/** The person takes part in the introduction programme now. */
export function programmeParticipant({ candidate }: Situation): Verdict {
  const status = candidate.programme?.status;
  return status === undefined ? unknown('programme.status') : metWhen(status === 'participating');
}

/** The person has no (more) right to an introduction programme. Someone who left it may still have some. */
export function noProgrammeRight({ candidate }: Situation): Verdict {
  const status = candidate.programme?.status;
  if (status === undefined) return unknown('programme.status');
  return status === 'left' ? unknown('programme.remainingRight') : metWhen(status === 'completed' || status === 'not-entitled');
}

/** The municipality owes (or may still give) Norwegian training: by age, and by time since the start. */
export function trainingRight(situation: Situation): Verdict {
  const { candidate, start, programme } = situation;
  if (programme === null) return unknown('rules.programme');
  const { min, max } = programme.norwegianTraining.age;
  return allOf([
    agedAtLeast(candidate.birthYear, min, start),
    agedAtMost(candidate.birthYear, max, start),
    trainingTime(situation),
  ]);
}

function trainingTime(situation: Situation): Verdict {
  const { candidate, start } = situation;
  const { status, startDate } = candidate.programme ?? {};
  if (status === 'not-started') return MET;
  // Norwegian training is part of the programme, so taking part in it is enough where the start is not recorded.
  if (startDate === undefined) return status === 'participating' ? MET : unknown('programme.startDate');
  const verdicts = trainingMonths(situation).map((months) => (months === null ? MET : metWhen(start <= lastDay(startDate, months))));
  return whicheverHolds(verdicts, 'education');
}
