import type { CertificateEntry } from '../../reference/tables.js';
import { gap, reason, type Judged } from '../judged.js';
import type { Pair } from '../pair.js';

/** Certificates and driving licences demanded; the one furthest from being held decides. */
export function judgeCertificates(pair: Pair): Judged {
  const { vacancy } = pair;
  if (vacancy.certificates.length === 0 && vacancy.licences.length === 0) {
    return { criterion: 'certificates', percent: 100, because: reason('certificates.not-demanded'), gaps: [] };
  }
  const each = [...vacancy.licences.map((needed) => judgeLicence(needed, pair)), ...vacancy.certificates.map((needed) => judgeCertificate(needed, pair))];
  const gaps = each.flatMap((one) => one.gaps);
  const short = each.filter(({ percent }) => percent !== null && percent < 100);
  if (short.length > 0) {
    const worst = short.reduce((a, b) => ((b.percent ?? 0) < (a.percent ?? 0) ? b : a));
    return { ...worst, gaps };
  }
  const unknown = each.find(({ percent }) => percent === null);
  if (unknown) return { ...unknown, gaps };
  const given = each.find(({ because }) => because.code === 'certificates.given' || because.code === 'certificates.formality');
  return given ? { ...given, gaps } : { criterion: 'certificates', percent: 100, because: reason('certificates.met', { needs: namesOf(pair) }), gaps };
}

const judged = (percent: number | null, because: Judged['because'], gaps: Judged['gaps'] = []): Judged => ({ criterion: 'certificates', percent, because, gaps });

const namesOf = ({ vacancy, context }: Pair): string =>
  [...vacancy.licences.map((needed) => `førerkort ${needed}`), ...vacancy.certificates.map((id) => context.tables.certificates.get(id)?.name ?? id)].join(', ');

/**
 * A class that is missing cannot be put right before the work starts, so it is a barrier. Only a list given as empty says in
 * the score that there is none: naming one class more must never cost points.
 */
function judgeLicence(needed: string, { candidate }: Pair): Judged {
  const { licences } = candidate;
  if (licences === null) return judged(null, reason('licence.unknown', { needs: needed }), [gap('licence', { needs: needed, strict: true })]);
  if (licences.has(needed)) return judged(100, reason('licence.met', { needs: needed }));
  const has = licences.size === 0 ? 'none' : [...licences].sort().join('/');
  return judged(licences.size === 0 ? 0 : null, reason('licence.missing', { needs: needed }), [gap('licence', { needs: needed, has, closable: false, strict: true })]);
}

function judgeCertificate(id: string, pair: Pair): Judged {
  const { candidate, vacancy, context } = pair;
  const entry = context.tables.certificates.get(id);
  const needs = entry?.name ?? id;
  if (holds(id, pair)) return judged(100, reason('certificates.met', { needs }));
  const short = isShort(entry, pair);
  const { missingShort, missingLong, courseMonths, longMonths, formalities } = context.policy.certificates;
  const formality = formalities.includes(id);
  const given = formality || (short && vacancy.offers.shortCourse === true);
  const missing = gap('certificate', {
    needs: id, has: candidate.certificates === null ? null : 'none', months: entry === undefined ? null : short ? courseMonths : longMonths, covered: given,
  });
  if (given) return judged(100, reason(formality ? 'certificates.formality' : 'certificates.given', { needs }), [missing]);
  if (candidate.certificates === null) return judged(null, reason('certificates.unknown', { needs }), [missing]);
  // A list is seldom whole: what it leaves out is a gap, but only a list given as empty counts in the score.
  if (candidate.certificates.size > 0) return judged(null, reason('certificates.missing', { needs }), [missing]);
  return judged(short ? missingShort : missingLong, reason('certificates.missing', { needs }), [missing]);
}

function holds(id: string, { candidate, context }: Pair): boolean {
  const held = candidate.certificates;
  if (held === null) return false;
  return held.has(id) || (context.tables.certificates.get(id)?.includedIn ?? []).some((wider) => held.has(wider));
}

/** Days or weeks of course: so the table says, or so is taken when the table does not know the certificate. */
function isShort(entry: CertificateEntry | undefined, { candidate }: Pair): boolean {
  if (!entry) return true;
  if (entry.courseDays === null) return false;
  const { licences } = candidate;
  return entry.needsLicence === null || licences === null || entry.needsLicence.split('/').some((needed) => licences.has(needed));
}
