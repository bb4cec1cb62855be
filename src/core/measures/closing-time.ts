import type { Gap } from '../matching/gap.js';
import { cefrIndex, CEFR_LEVELS, type CefrLevel } from '../records/cefr.js';
import type { ClosingTimes } from './rule-set.js';

/**
 * Months to close a gap: what the gap itself says, else the stated assumption for its kind.
 * Null where nothing closes it, or its size is not known.
 */
export function monthsToCloseGap(gap: Gap, closing: ClosingTimes): number | null {
  if (gap.months !== null) return gap.months;
  if (!gap.closable) return null;
  switch (gap.kind) {
    case 'language': return languageMonths(gap, closing);
    case 'certificate': return closing.certificateCourse;
    case 'education':
    case 'recognition': return closing.recognition;
    case 'authorisation': return closing.authorisation;
    case 'experience': return closing.workTraining;
    case 'licence':
    case 'distance':
    case 'hours':
    case 'preference': return null;
  }
}

/** Step by step: the months to each level between what is held and what is needed. */
function languageMonths({ needs, steps }: Gap, { monthsToLevel }: ClosingTimes): number | null {
  const levels = needs.split(/[\s,/]+/).filter((token): token is CefrLevel => (CEFR_LEVELS as readonly string[]).includes(token));
  if (steps === null || levels.length === 0) return null;
  const target = Math.max(...levels.map(cefrIndex));
  return monthsToLevel.slice(Math.max(0, target - steps), target).reduce((sum, months) => sum + months, 0);
}
