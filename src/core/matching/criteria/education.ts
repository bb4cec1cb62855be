import { fieldMatches } from '../../classification/education-field.js';
import type { CandidateEducation } from '../../records/candidate.js';
import type { EducationDemand } from '../../records/vacancy.js';
import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';
import type { EducationPolicy } from '../policy.js';

/** One education against the demand. */
interface Held {
  readonly percent: number;
  readonly levelsShort: number;
  readonly education: CandidateEducation;
}

/** Level and field against the demand; unless strict, experience in the work counts as much as the paper. */
export function judgeEducation(pair: Pair): Judged {
  const { vacancy, candidate, context } = pair;
  const demand = vacancy.education;
  if (demand === null || demand.minLevel === 0) return judged(100, reason('education.not-demanded'));
  const needs = describe(demand);
  const held = best(candidate.education, demand, context.policy.education);
  if (held?.percent === 100) return recognised(held, demand, pair);
  if (demand.strict !== true) {
    const byWork = experienceCounts(pair);
    if (byWork === null && held === null) return judged(null, reason('education.unknown', { needs }));
    if (byWork !== null && byWork > (held?.percent ?? 0)) {
      return byWork === 100 ? judged(100, reason('education.by-experience', { needs })) : judged(byWork, reason('education.partly-by-experience', { needs }), [shortGap(pair, held)]);
    }
  }
  if (held === null) return judged(null, reason('education.unknown', { needs }), [gap('education', { needs, strict: true })]);
  return judged(held.percent, reason('education.short', { needs, has: `nivå ${held.education.level}` }), [shortGap(pair, held)]);
}

const judged = (percent: number | null, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'education', percent, because, gaps });

const describe = ({ minLevel, fields }: EducationDemand): string => `level ${minLevel}${fields && fields.length > 0 ? ` in ${fields.join('/')}` : ''}`;

function best(educations: readonly CandidateEducation[], demand: EducationDemand, policy: EducationPolicy): Held | null {
  let found: Held | null = null;
  for (const education of educations) {
    const levelsShort = Math.max(0, demand.minLevel - education.level);
    const ofLevel = Math.max(0, 100 - levelsShort * policy.perLevelShort);
    const percent = rightField(education, demand) ? ofLevel : Math.min(ofLevel, policy.otherField);
    if (found === null || percent > found.percent || (percent === found.percent && rank(education) > rank(found.education))) found = { percent, levelsShort, education };
  }
  return found;
}

/** Among equals the one that is recognised speaks. */
const rank = ({ recognition }: CandidateEducation): number => (recognition === 'recognised' || recognition === 'not-needed' ? 2 : recognition === 'applied' ? 1 : 0);

/** A field that is not known is given the benefit of the doubt; general upper secondary has no field to miss. */
function rightField({ fields }: CandidateEducation, demand: EducationDemand): boolean {
  const wanted = demand.fields ?? [];
  if (wanted.length === 0 || fields === undefined || fields.length === 0) return true;
  return fields.some((held) => wanted.some((field) => fieldMatches(held, field) !== false));
}

/** Value of the work done as a substitute for the paper: 0–100, null when the years are not known. */
function experienceCounts({ standing, years, context }: Pair): number | null {
  if (standing !== 'own' && standing !== 'adjacent') return 0;
  if (years === null) return null;
  return Math.min(100, Math.floor((100 * years) / context.policy.education.experienceYearsForPaper));
}

/** The right education, but a strict demand takes a recognised one. */
function recognised({ education }: Held, demand: EducationDemand, { context }: Pair): Judged {
  const needs = describe(demand);
  if (demand.strict !== true || education.recognition === 'recognised' || education.recognition === 'not-needed') return judged(100, reason('education.met', { needs }));
  const missing = gap('recognition', { needs, has: education.recognition ?? null, months: context.policy.education.recognitionMonths });
  return education.recognition === undefined
    ? judged(null, reason('education.recognition-unknown', { needs }), [missing])
    : judged(context.policy.education.unrecognised, reason('education.unrecognised', { needs }), [missing]);
}

function shortGap({ vacancy, context }: Pair, held: Held | null): Judged['gaps'][number] {
  const demand = vacancy.education;
  const levels = held?.levelsShort ?? 0;
  return gap('education', {
    needs: demand ? describe(demand) : '',
    has: held ? `level ${held.education.level}` : null,
    steps: levels,
    strict: demand?.strict === true,
    closable: demand?.strict !== true,
    months: context.policy.education.monthsPerLevel * Math.max(1, levels),
  });
}
