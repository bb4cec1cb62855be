import { reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** How many phrases found in the ad count as speaking fully for the person. */
const ENOUGH_PHRASES = 3;
/** A phrase shorter than this share found is a coincidence. */
const LEAST_SHARE = 0.5;

/** The person's own words about what they can do, looked for in the ad. More words never lower the value. */
export function judgeSkills({ candidate, vacancy }: Pair): Judged {
  if (candidate.skills === null) return { criterion: 'skills', percent: null, because: reason('skills.unknown'), gaps: [] };
  const found = candidate.skills.phrases
    .map((phrase) => ({ phrase, share: vacancy.ad.share(phrase) }))
    .filter(({ share }) => share >= LEAST_SHARE);
  if (found.length === 0 && !candidate.skills.listed) return { criterion: 'skills', percent: null, because: reason('skills.unknown'), gaps: [] };
  const sum = found.map(({ share }) => share).sort((a, b) => b - a).slice(0, ENOUGH_PHRASES).reduce((total, share) => total + share, 0);
  const words = [...new Set(found.map(({ phrase }) => phrase.text))].sort().slice(0, ENOUGH_PHRASES).join(', ');
  const because = found.length === 0 ? reason('skills.none') : reason('skills.found', { words });
  return { criterion: 'skills', percent: Math.floor((100 * sum) / ENOUGH_PHRASES), because, gaps: [] };
}
