import type { Gap } from '../matching/gap.js';
import type { CandidateRecord, DriversLicenceClass } from '../records/candidate.js';
import type { ClosingTimes, MeasureId } from './rule-set.js';
import type { ProposeInput } from './proposal.js';
import { MET, metWhen, ruleOutcome, unknown, type RuleOutcome, type Verdict } from './verdict.js';

/** A gap that asks for a measure. */
export interface Call {
  readonly measure: MeasureId;
  readonly gap: Gap;
  /** `closes`: enough by itself. `supports`: helps the person start and carries part of it. */
  readonly strength: 'closes' | 'supports';
  /** Rules that follow from this gap and not from the measure as such. */
  readonly rules: readonly RuleOutcome[];
}

const SOURCE = 'IMDi and AVdir guides; AID 2023';

/** Which measures the gaps of a match ask for. A gap nobody's measure bears on (distance, hours, wishes, licence) asks for none. */
export function callsOf(input: ProposeInput, closing: ClosingTimes): readonly Call[] {
  return input.gaps.flatMap((gap) => callsOfGap(gap, input, closing));
}

/** Journey, hours and wishes are settled between the person and the employer; no measure and no waiting bears on them. */
export function isForMeasures({ kind }: Gap): boolean {
  return kind !== 'distance' && kind !== 'hours' && kind !== 'preference';
}

function callsOfGap(gap: Gap, input: ProposeInput, closing: ClosingTimes): readonly Call[] {
  switch (gap.kind) {
    case 'language': return languageCalls(gap, input);
    case 'experience': return experienceCalls(gap, input);
    case 'certificate': return certificateCalls(gap, input, closing);
    case 'education':
    case 'recognition': return recognitionCalls(gap, input);
    case 'authorisation': return [call('authorisation-path', gap, 'closes')];
    case 'licence':
    case 'distance':
    case 'hours':
    case 'preference': return [];
  }
}

function call(measure: MeasureId, gap: Gap, strength: Call['strength']): Call {
  return { measure, gap, strength, rules: [] };
}

/** ISO 639 code of the language nearest to being met. */
export function languageOf(gap: Gap): string {
  const code = gap.language ?? gap.needs.split(' ')[0] ?? '';
  return code === 'nb' || code === 'nn' ? 'no' : code;
}

/** Nothing is asked of this employer for a pair that is not put forward to them. */
const employerIsAsked = ({ band }: ProposeInput): boolean => band !== 'not-now';

function languageCalls(gap: Gap, input: ProposeInput): readonly Call[] {
  const language = languageOf(gap);
  if (language !== 'no' && language !== 'en') return [];
  const training = call(language === 'no' ? 'norwegian-training' : 'english-training', gap, 'closes');
  // An absolute demand means that the employer does not start anyone below it: only training before the start can help.
  if (gap.strict || !employerIsAsked(input)) return [training];
  return [
    training,
    call('workplace-language-training', gap, 'closes'),
    ...placementCalls(gap, input),
    call('mentor', gap, 'supports'),
  ];
}

function experienceCalls(gap: Gap, input: ProposeInput): readonly Call[] {
  if (!employerIsAsked(input)) return [];
  const group = input.candidate.nav?.effortGroup;
  const calls: Call[] = placementCalls(gap, input).map((one) => ({ ...one, strength: 'closes' as const }));
  calls.push(call('temporary-wage-subsidy', gap, 'closes'));
  if (input.vacancy.offers?.mentor === true) calls.push(call('mentor', gap, 'supports'));
  if (group === 'partly-permanently-adapted' || group === 'permanently-adapted') {
    const lasting = ruleOutcome('lasting-need', SOURCE, unknown('nav.lastingReducedCapacity'));
    calls.push({ ...call('permanent-wage-subsidy', gap, 'closes'), rules: [lasting] });
  }
  return calls;
}

/** NAV's work training, and the municipality's placement for those who take part in the programme. */
function placementCalls(gap: Gap, { candidate }: ProposeInput): readonly Call[] {
  const calls = [call('work-training', gap, 'supports')];
  if (candidate.programme?.status === 'participating') calls.push(call('municipal-placement', gap, 'supports'));
  return calls;
}

/** Driver's certificates are a matter of weeks only for someone who already drives such vehicles: any one of these classes will do. */
const LICENCE_BEFORE_COURSE: ReadonlyMap<string, readonly DriversLicenceClass[]> = new Map([
  ['ysk', ['C', 'CE', 'C1', 'C1E', 'D', 'DE', 'D1', 'D1E']],
  ['ysk-goods', ['C', 'CE', 'C1', 'C1E']],
  ['ysk-passenger', ['D', 'DE', 'D1', 'D1E']],
]);

/** The licence the course builds on; null = the course needs none. */
function licenceBeforeCourse({ needs }: Gap, { driversLicence }: CandidateRecord): Verdict | null {
  const classes = LICENCE_BEFORE_COURSE.get(needs.toLowerCase());
  if (classes === undefined) return null;
  return driversLicence === undefined ? unknown('driversLicence') : metWhen(driversLicence.some((held) => classes.includes(held)));
}

function certificateCalls(gap: Gap, { candidate, vacancy }: ProposeInput, closing: ClosingTimes): readonly Call[] {
  // The employer gives the course: no measure is needed for it.
  const long = gap.months !== null && gap.months > closing.shortCertificateAtMost;
  if (gap.covered || (vacancy.offers?.shortCourse === true && !long) || !gap.closable) return [];
  const amo = call('amo-course', gap, 'closes');
  if (long) return [amo];
  const licence = licenceBeforeCourse(gap, candidate);
  const rules = [
    ruleOutcome('short-certificate', SOURCE, gap.months === null ? unknown('certificate.courseDays') : MET),
    ...(licence === null ? [] : [ruleOutcome('licence-before-course', SOURCE, licence)]),
  ];
  return [{ ...call('certificate-course', gap, 'closes'), rules }, amo];
}

/** Foreign education that is not recognised, or of which the record does not say whether it is. */
function recognitionCalls(gap: Gap, { candidate }: ProposeInput): readonly Call[] {
  const open = candidate.education.map(({ recognition, country }, index): Verdict => {
    if (recognition === undefined) return country === 'NO' ? metWhen(false) : unknown(`education.${String(index)}.recognition`);
    return metWhen(recognition === 'none' || recognition === 'applied');
  });
  const verdict = open.find(({ outcome }) => outcome === 'met') ?? open.find(({ outcome }) => outcome === 'unknown')
    ?? (open.length === 0 ? unknown('education') : null);
  if (verdict === null) return [];
  return [{ ...call('education-recognition', gap, 'closes'), rules: [ruleOutcome('recognition-open', SOURCE, verdict)] }];
}
