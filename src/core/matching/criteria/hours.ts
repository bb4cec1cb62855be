import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** Position percentage and parts of the day against what the person can work. Null when the person has stated nothing of it. */
export function judgeHours(pair: Pair): Judged {
  const parts = [judgePercent(pair), judgePartsOfDay(pair)];
  const gaps = parts.flatMap((part) => part.gaps);
  const known = parts.filter((part) => part.percent !== null);
  const [first] = known;
  if (!first) return { ...(parts[0] ?? judged(null, reason('hours.unknown'))), gaps };
  const worst = known.reduce((a, b) => ((b.percent ?? 0) < (a.percent ?? 0) ? b : a), first);
  return { ...worst, gaps };
}

const judged = (percent: number | null, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'hours', percent, because, gaps });

/** Distance in percentage points between the two ranges; 0 when they overlap. */
function judgePercent({ candidate, vacancy, context, standing }: Pair): Judged {
  const { negotiablePoints, negotiable } = context.policy.hours;
  const [low, high] = [vacancy.minPercent ?? vacancy.maxPercent, vacancy.maxPercent ?? vacancy.minPercent];
  if (low === null || high === null || (candidate.minPercent === null && candidate.maxPercent === null)) return judged(null, reason('hours.unknown'));
  const above = candidate.maxPercent === null ? 0 : Math.max(0, low - candidate.maxPercent);
  const below = candidate.minPercent === null ? 0 : Math.max(0, candidate.minPercent - high);
  const off = Math.max(above, below);
  if (off === 0) return judged(100, reason('hours.percent-met', { percent: high }));
  const wanted = `${candidate.minPercent ?? 1}–${candidate.maxPercent ?? 100} %`;
  const may = off <= negotiablePoints && (standing === 'own' || standing === 'adjacent');
  const away = gap('hours', { needs: low === high ? `${low} %` : `${low}–${high} %`, has: wanted, steps: off, closable: may, strict: !may, months: may ? 0 : null });
  return judged(may ? negotiable : 0, reason(may ? 'hours.percent-negotiable' : 'hours.percent-off', { percent: above > 0 ? low : high, wanted }), [away]);
}

function judgePartsOfDay({ candidate, vacancy, context }: Pair): Judged {
  const { unavailableHours } = candidate;
  if (unavailableHours === null || vacancy.hours === null) return judged(null, reason('hours.unknown'));
  const clash = unavailableHours.filter((part) => vacancy.hours?.includes(part));
  if (clash.length > 0) {
    const hours = [...clash].sort().join(', ');
    return judged(0, reason('hours.clash', { hours }), [gap('hours', { needs: hours, has: 'unavailable', closable: false, strict: true })]);
  }
  // A bare "shift" says that the work rotates but not through which hours.
  const rotates = vacancy.hours.includes('shift') && vacancy.hours.length === 1 && unavailableHours.length > 0;
  if (!rotates) return judged(100, reason('hours.met'));
  return judged(context.policy.hours.mayClash, reason('hours.may-clash'), [gap('hours', { needs: 'shift', has: [...unavailableHours].sort().join(', '), months: 0 })]);
}
