import { holdsDufNumber, holdsIdentityNumber, isIdentityNumberValue } from '../../../core/records/identity-number.js';
import type { FieldIssue, RecordKind } from '../issue.js';

const DEEPEST = 12;
const MOST_ISSUES = 100;

/** What Postgres cannot hold (NUL, halves of surrogate pairs) and what stands for bytes that were not text (U+FFFD). */
const UNSTORABLE = new RegExp('[\\u0000\\ufffd\\ud800-\\udfff]', 'u');

/** Most strings: nothing to look closer at. */
const PLAIN = /^[\x20-\x7eæøåÆØÅ\n]*$/;

/** Elevens that stand alone: nothing in a competence record is rightly written so. */
const ELEVEN_DIGITS = /(?<!\d)\d{11}(?!\d)/;

/** A property name fit to be repeated: not one that someone typed data into. */
export function safeName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ -]{0,40}$/u.test(name) && !/\d(?:\D?\d){5}/.test(name) ? name : '?';
}

const refusal = (path: string): FieldIssue => ({
  path, code: 'identity-number.refused',
  mend: 'Her ser det ut til å stå et fødselsnummer, D-nummer eller annet personnummer. Ta det bort: jobbmatch lagrer aldri slike numre.',
});

const unstorable = (path: string): FieldIssue => ({
  path, code: 'text.encoding', mend: 'Teksten inneholder tegn som ikke kan leses. Lagre filen som UTF-8 og last den opp på nytt.',
});

/** Looks through everything in a record, names of fields included, for what must never be stored. */
class Scan {
  readonly issues: FieldIssue[] = [];
  /** Where the scan is: names as they stand (made safe only when they are reported) and places in lists. */
  private readonly path: (string | number)[] = [];

  constructor(private readonly kind: RecordKind) {}

  visit(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') {
      if (isIdentityNumberValue(value)) this.report(refusal);
    } else if (typeof value === 'object' && value !== null) this.inside(value);
  }

  private inside(value: object): void {
    if (this.issues.length >= MOST_ISSUES) return;
    if (this.path.length >= DEEPEST) {
      this.report((path) => ({ path, code: 'record.too-deep', mend: 'Posten har for mange nivåer inni hverandre. Følg malen.' }));
      return;
    }
    const list = Array.isArray(value);
    const depth = this.path.length;
    for (const name of Object.keys(value)) {
      this.path[depth] = list ? Number(name) : name;
      if (!list) this.text(name);
      this.visit((value as Record<string, unknown>)[name]);
      this.path.length = depth;
    }
  }

  private text(text: string): void {
    if (text.length >= 9 && this.identifies(text)) this.report(refusal);
    if (!PLAIN.test(text) && UNSTORABLE.test(text)) this.report(unstorable);
  }

  private identifies(text: string): boolean {
    return holdsIdentityNumber(text) || (this.kind === 'candidates' && (ELEVEN_DIGITS.test(text) || holdsDufNumber(text)));
  }

  private report(issueAt: (path: string) => FieldIssue): void {
    this.issues.push(issueAt(this.path.map((part) => (typeof part === 'number' ? part : safeName(part))).join('.')));
  }
}

/**
 * Identity numbers and unstorable text anywhere in a record, declared fields or not. The issues name the place and
 * never the value.
 */
export function scanRecord(raw: object, kind: RecordKind): FieldIssue[] {
  const scan = new Scan(kind);
  scan.visit(raw);
  return scan.issues;
}
