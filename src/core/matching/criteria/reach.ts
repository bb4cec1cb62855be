import type { Journey } from '../context.js';
import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** How the work is reached. */
export type Reach = 'within' | 'slightly-above' | 'no-bus' | 'no-transport' | 'relocation' | 'out-of-reach';

/** Real door-to-door travel against the stated limit. Without a stated limit the usual one is taken, with more slack. */
export function judgeReach(pair: Pair): Judged {
  const { candidate, vacancy, context } = pair;
  const policy = context.policy.reach;
  const judged = (percent: number, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'reach', percent, because, gaps });
  if (vacancy.remote) return judged(100, reason('reach.remote'));
  const journey = context.travel(candidate.municipality, vacancy.municipality);
  const minutes = minutesOf(journey, candidate.ownCar);
  const { reach, limit } = reachOf(pair, minutes, journey);
  const terms = { minutes, limit, km: Math.round(journey.distanceKm) };
  const because = reason(`reach.${reach}`, terms);
  const away = ({ moving, ...facts }: { closable: boolean; strict?: boolean; moving?: boolean }): Judged['gaps'] => [gap('distance', {
    needs: moving === true ? 'relocation' : `${minutes} min`,
    has: candidate.maxCommuteMinutes === null ? null : `${limit} min`, steps: Math.max(0, minutes - limit), months: facts.closable ? 0 : null, ...facts,
  })];
  switch (reach) {
    case 'within': return judged(Math.round(100 - ((100 - policy.atLimit) * minutes) / Math.max(1, limit)), because);
    case 'slightly-above': case 'no-bus': return judged(policy.slightlyAbove, because, away({ closable: true }));
    case 'relocation': return judged(policy.relocation, because, away({ closable: true, moving: true }));
    case 'no-transport': case 'out-of-reach': return judged(0, because, away({ closable: false, strict: true }));
  }
}

/** Minutes door to door: by car with a car, by public transport without, half-way between when it is not known. */
function minutesOf({ minutesByCar, minutesByPublicTransport }: Journey, ownCar: boolean | null): number {
  if (ownCar === true) return Math.min(minutesByCar, minutesByPublicTransport);
  return ownCar === false ? minutesByPublicTransport : Math.round((minutesByCar + minutesByPublicTransport) / 2);
}

function reachOf(pair: Pair, minutes: number, journey: Journey): { reach: Reach; limit: number } {
  const { candidate, vacancy, context, standing } = pair;
  const policy = context.policy.reach;
  const limit = candidate.maxCommuteMinutes ?? policy.usualMinutes;
  const slackPercent = candidate.maxCommuteMinutes === null ? policy.usualSlackPercent : policy.slightlyAbovePercent;
  const slack = Math.max((limit * slackPercent) / 100, policy.slackMinutes);
  // Only a place that is told to take a car, and a person told to have none, are kept apart.
  if (candidate.ownCar === false && vacancy.access.carNeeded) return { reach: 'no-transport', limit };
  if (minutes <= limit) return { reach: withoutBus(pair, journey) ? 'no-bus' : 'within', limit };
  // Where in the municipality the person lives and the work lies is not known: within it nothing is clearly too far.
  if (minutes <= limit + slack || candidate.municipality === vacancy.municipality) return { reach: 'slightly-above', limit };
  // Nobody is asked to move for work that anyone can do, nor for work away from their own.
  const worthMoving = candidate.willingToRelocate === true && !vacancy.entryLevel && (standing === 'own' || standing === 'adjacent');
  return { reach: worthMoving ? 'relocation' : 'out-of-reach', limit };
}

/** Work that starts or ends when no bus runs, for someone known to have no car. */
function withoutBus({ candidate, vacancy, context }: Pair, { minutesByPublicTransport }: Journey): boolean {
  return candidate.ownCar === false && (vacancy.access.outsideBusHours || (vacancy.hours?.includes('night') ?? false)) && minutesByPublicTransport > context.policy.reach.noBusMinutes;
}
