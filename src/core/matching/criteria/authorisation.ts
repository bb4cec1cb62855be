import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** A regulated profession is practised with an authorisation or not at all. Null where none is demanded: it then weighs nothing. */
export function judgeAuthorisation({ candidate, vacancy, context }: Pair): Judged {
  const id = vacancy.authorisation;
  const judged = (percent: number | null, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'authorisation', percent, because, gaps });
  if (id === null) return { ...judged(null, reason('authorisation.not-demanded')), applies: false };
  const profession = context.tables.regulatedProfessions.get(id);
  const needs = profession?.name ?? id;
  const status = candidate.authorisations.get(id);
  if (status === 'granted') return judged(100, reason('authorisation.granted', { needs }));
  const missing = gap('authorisation', { needs: id, has: status ?? null, strict: true, months: profession?.usualMonths ?? null });
  return status === undefined
    ? judged(null, reason('authorisation.unknown', { needs }), [missing])
    : judged(0, reason(`authorisation.${status}`, { needs }), [missing]);
}
