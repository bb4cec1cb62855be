import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** Years in this or adjacent work against the years demanded. */
export function judgeExperience({ vacancy, years, candidate, standing }: Pair): Judged {
  const demanded = vacancy.experienceYears;
  const judged = (percent: number | null, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'experience', percent, because, gaps });
  if (demanded === null || demanded === 0) return judged(100, reason('experience.not-demanded'));
  if (years === null) {
    const nothing = candidate.competence.work.length > 0 && (standing === 'related' || standing === 'unrelated');
    if (!nothing) return judged(null, reason('experience.unknown', { demanded }));
  }
  const held = years ?? 0;
  if (held >= demanded) return judged(100, reason('experience.met', { demanded, held: rounded(held) }));
  const short = rounded(demanded - held);
  return judged(Math.floor((100 * held) / demanded), reason('experience.short', { demanded, held: rounded(held) }), [
    gap('experience', { needs: `${demanded} years`, has: `${rounded(held)} years`, steps: short, months: Math.min(6, Math.ceil(short * 12)) }),
  ]);
}

const rounded = (years: number): number => Math.round(years * 10) / 10;
