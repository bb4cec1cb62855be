import { isOrgNumber } from '../../../core/records/org-number.js';
import { resolveMunicipality } from '../../../core/reference/resolve-municipality.js';
import { styrkParents } from '../../../core/reference/styrk.js';
import type { ReferenceTables } from '../../../core/reference/tables.js';
import { showValue, type FieldIssue } from '../issue.js';

/** Gathers what the checks find. A check returns the value to keep: the one given, or the mended one. */
export class Findings {
  readonly issues: FieldIssue[] = [];
  readonly warnings: FieldIssue[] = [];

  constructor(readonly tables: ReferenceTables) {}

  refuse(issue: Omit<FieldIssue, 'value'>, value?: unknown): void {
    this.issues.push(withValue(issue, value));
  }

  warn(issue: Omit<FieldIssue, 'value'>, value?: unknown): void {
    this.warnings.push(withValue(issue, value));
  }
}

function withValue(issue: Omit<FieldIssue, 'value'>, value: unknown): FieldIssue {
  const shown = showValue(value);
  return shown === undefined ? issue : { ...issue, value: shown };
}

/** A municipality number of today; numbers of 2020–2023 are translated with a warning. */
export function checkMunicipality(number: unknown, findings: Findings): unknown {
  if (typeof number !== 'string' || !/^\d{4}$/.test(number) || findings.tables.municipalities.has(number)) return number;
  const path = 'municipality';
  const found = resolveMunicipality({ municipality: number }, findings.tables);
  if (found.kind === 'found') {
    const name = findings.tables.municipalities.get(found.number)?.name ?? '';
    findings.warn({ path, code: 'municipality.former', mend: `Nummeret gjaldt før 2024. Lest som ${found.number} ${name}.` }, number);
    return found.number;
  }
  const mend = found.kind === 'ambiguous' ? `Kommunen er delt. Bruk et av de nye numrene: ${found.numbers.join(', ')}.` : 'Kommunenummeret finnes ikke. Se listen hos Kartverket, for eksempel 0301 for Oslo.';
  findings.refuse({ path, code: found.kind === 'ambiguous' ? 'municipality.divided' : 'municipality.unknown', mend }, number);
  return number;
}

/** A STYRK-08 code at whatever depth it has; a leading zero that was lost is restored with a warning. */
export function checkStyrk(code: unknown, path: string, findings: Findings): unknown {
  if (typeof code !== 'string' || !/^\d{1,4}$/.test(code) || findings.tables.styrk.has(code)) return code;
  const padded = `0${code}`;
  if (code.length < 4 && findings.tables.styrk.has(padded)) {
    findings.warn({ path, code: 'leading-zero.restored', mend: `Innledende null er satt tilbake: lest som ${padded}. Formater kolonnen som tekst.` }, code);
    return padded;
  }
  const parent = styrkParents(code).find((above) => findings.tables.styrk.has(above));
  const hint = parent === undefined ? '' : ` Nærmeste kode som finnes er ${parent} (${findings.tables.styrk.get(parent)?.name ?? ''}).`;
  findings.refuse({ path, code: 'styrk.unknown', mend: `Koden finnes ikke i STYRK-08.${hint}` }, code);
  return code;
}

/** Bokmål and nynorsk are both read as Norwegian. */
export function norwegianAsOne(language: unknown): unknown {
  return language === 'nb' || language === 'nn' ? 'no' : language;
}

export function checkOrgNumber(number: unknown, findings: Findings): void {
  if (typeof number !== 'string' || !/^\d{9}$/.test(number) || isOrgNumber(number)) return;
  findings.refuse({ path: 'employer.orgNumber', code: 'org-number.invalid', mend: 'Kontrollsifferet stemmer ikke. Slå opp organisasjonsnummeret i Brønnøysundregistrene.' });
}

/** A range must not be upside down. @param prefix of the paths, e.g. `preferences.` */
export function checkPercentRange(range: { readonly minPercent?: unknown; readonly maxPercent?: unknown }, prefix: string, findings: Findings): void {
  const { minPercent, maxPercent } = range;
  if (typeof minPercent !== 'number' || typeof maxPercent !== 'number' || minPercent <= maxPercent) return;
  findings.refuse({ path: `${prefix}minPercent`, code: 'percent.range', mend: `Laveste stillingsprosent (${minPercent}) er høyere enn høyeste (${maxPercent}). Bytt dem om.` }, minPercent);
}

/** Programme participants and job seekers are between 13 and 110 years old. @param on ISO date */
export function checkBirthYear(year: unknown, on: string | undefined, findings: Findings): void {
  if (typeof year !== 'number' || on === undefined) return;
  const age = Number(on.slice(0, 4)) - year;
  if (age < 13 || age > 110) findings.refuse({ path: 'birthYear', code: 'birth-year.implausible', mend: 'Fødselsåret kan ikke stemme. Skriv året med fire sifre.' }, year);
}
