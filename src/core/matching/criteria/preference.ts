import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** What the person has said they want. Null when they have said nothing of it. */
export function judgePreference(pair: Pair): Judged {
  const { candidate, standing, context } = pair;
  const { open, openUnknown, adjacent } = context.policy.preference;
  const judged = (percent: number | null, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'preference', percent, because, gaps });
  const wish = wishMet(pair);
  if (wish) return judged(100, reason('preference.wished'));
  if (candidate.openToAnyWork === true) return judged(standing === 'own' ? 100 : open, reason('preference.open'));
  if (candidate.openToAnyWork === false) {
    if (standing === 'own') return judged(100, reason('preference.own-field'));
    if (standing === 'adjacent') return judged(adjacent, reason('preference.near-own-field'));
    if (standing === 'unknown') return judged(null, reason('preference.unknown'));
    return judged(0, reason('preference.against'), [gap('preference', { needs: 'other field', has: 'own field only', closable: false, strict: true })]);
  }
  if (candidate.wishedStyrk.length === 0) return judged(null, reason('preference.unknown'));
  return judged(openUnknown, reason('preference.other-wish'));
}

/** Whether a stated wish covers the likeliest reading of the vacancy. */
export function wishMet({ candidate, vacancy, context }: Pair): boolean {
  const code = context.tables.similarity.codes[vacancy.readings[0]?.index ?? -1];
  return code !== undefined && candidate.wishedStyrk.some((wish) => code.startsWith(wish));
}
