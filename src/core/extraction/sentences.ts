import { allMatches, wordSet } from './fold.js';
import { headingKind, isMustHeading, type HeadingKind, type SectionKind } from './headings.js';

/** A stretch of the ad that is read by itself. */
export interface Sentence {
  /** Offset of `folded[0]` in the plain text. */
  readonly start: number;
  /** The stretch as written, and folded (see fold.ts); equally long. */
  readonly text: string;
  readonly folded: string;
  readonly section: SectionKind;
  /** The heading or label it stands under, folded; '' = none. */
  readonly heading: string;
  readonly kind: 'title' | 'heading' | 'item' | 'text';
}

/** Longer stretches are cut, so that no pattern ever runs over more than this. */
const MAX_SENTENCE = 600;
const MAX_HEADING = 90;
const ITEM = /^[ \t]*(?:[-*+•·●▪◦○➢✓✔➤►»–—]|\d{1,2}[.)](?=\s))[ \t]*/;
const ABBREVIATIONS = wordSet('f.eks eks bl.a kl ca min mnd tlf inkl nr dvs jf sert evt klasse b.sc m.sc ph.d cand st pr ekskl mill approx e.g i.e incl');

export interface SplitInput {
  /** Title on the first line when `titleLength` > 0, then the body; and the same folded. */
  readonly plainText: string;
  readonly folded: string;
  /** Length of the title line without its line break; 0 = no title. */
  readonly titleLength: number;
  /** Offsets of lines that the markup made headings. */
  readonly marked: ReadonlySet<number>;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly folded: string;
  readonly isItem: boolean;
  readonly isBlank: boolean;
}

/** What the lines so far have opened. */
interface Scope {
  section: SectionKind;
  heading: string;
  /** The heading was a lead-in ("Det er en fordel om du har:"), which governs its list only. */
  leadIn: boolean;
  seen: 'nothing' | 'item' | 'text';
}

/**
 * Cuts the plain text into sentences, each with the section it stands in.
 */
export function splitSentences({ plainText, folded, titleLength, marked }: SplitInput): Sentence[] {
  const lines = splitLines(plainText, folded);
  const hasMusts = lines.some((line) => line.text.length <= MAX_HEADING && isMustHeading(bare(line.folded)));
  const scope: Scope = { section: 'neutral', heading: '', leadIn: false, seen: 'nothing' };
  const out: Sentence[] = [];
  lines.forEach((line, index) => {
    if (titleLength > 0 && line.start < titleLength) {
      pushPieces(out, line, { section: 'neutral', heading: '', kind: 'title' });
      return;
    }
    const heading = line.isBlank ? null : asHeading(lines, index, marked.has(line.start));
    if (heading === null) readLine(out, line, scope);
    else openSection(scope, heading, hasMusts);
    if (heading !== null) pushPieces(out, line, { section: scope.section, heading: '', kind: 'heading' });
  });
  return out;
}

function splitLines(plainText: string, folded: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= plainText.length) {
    const found = plainText.indexOf('\n', start);
    const end = found === -1 ? plainText.length : found;
    const raw = plainText.slice(start, end);
    const mark = ITEM.exec(raw)?.[0] ?? '';
    const from = start + (mark === '' ? raw.length - raw.trimStart().length : mark.length);
    const text = plainText.slice(from, end).trimEnd();
    lines.push({ start: from, text, folded: folded.slice(from, from + text.length), isItem: mark !== '', isBlank: text === '' });
    start = end + 1;
  }
  return lines;
}

interface Heading {
  readonly folded: string;
  readonly kind: HeadingKind | null;
  readonly leadIn: boolean;
}

const bare = (folded: string): string => folded.replace(/[\s:*#_]+$/, '').replace(/^[\s*#_]+/, '');

/** A line is a heading when markup or a colon says so, or when it is short, known and stands over other lines. */
function asHeading(lines: readonly Line[], index: number, isMarked: boolean): Heading | null {
  const line = lines[index];
  if (line === undefined || line.text.length > 2 * MAX_HEADING) return null;
  const folded = bare(line.folded);
  const hasColon = /:[\s*_]*$/.test(line.folded);
  if (hasColon) return { folded, kind: headingKind(folded), leadIn: true };
  if (line.text.length > MAX_HEADING || line.isItem || /[.!;,]$/.test(line.folded)) return null;
  if (isMarked) return { folded, kind: headingKind(folded), leadIn: false };
  const words = folded.split(' ').length;
  const next = lines[index + 1];
  const standsOver = next !== undefined && (next.isItem || (next.isBlank && lines[index + 2]?.isItem === true));
  const kind = headingKind(folded);
  if (standsOver && words <= 9) return { folded, kind, leadIn: false };
  return kind !== null && words <= 5 && isPlainHeading(folded) && next !== undefined ? { folded, kind, leadIn: false } : null;
}

// Short lines that are headings by their own words, without any mark: "Kvalifikasjoner", "Vi tilbyr", "Om oss".
const PLAIN_HEADING = /^(?:[\wAEO]+ )?(?:kvalifikasj\w+|krav|kompetanse\w*|arbeidsoppg\w+|oppgaver|ansvarsomrAder?|personlige egenskaper|personlege eigenskapar|egenskaper|vi (?:kan )?tilbyr?|me tilbyr|vi sOker(?: deg som)?|om (?:oss|stillinga?|stillingen|jobben|rollen|bedriften)|sprAk|utdanning\w*|erfaring|hos oss fAr du|OnskA?elig|about us|qualifications|requirements|responsibilities|we offer|your profile|tasks|nice to have|fordeler|benefits|sOknad|kontakt\w*)\W*$/;
function isPlainHeading(folded: string): boolean {
  return PLAIN_HEADING.test(folded);
}

function openSection(scope: Scope, heading: Heading, hasMusts: boolean): void {
  scope.section = sectionOf(heading.kind, hasMusts);
  scope.heading = heading.folded;
  scope.leadIn = heading.leadIn;
  scope.seen = 'nothing';
}

function sectionOf(kind: HeadingKind | null, hasMusts: boolean): SectionKind {
  if (kind === 'wished-qualifications') return hasMusts ? 'wishes' : 'requirements';
  return kind ?? 'neutral';
}

function readLine(out: Sentence[], line: Line, scope: Scope): void {
  if (line.isBlank) {
    if (scope.leadIn && scope.seen === 'text') closeSection(scope);
    return;
  }
  if (!line.isItem && scope.seen === 'item') closeSection(scope);
  scope.seen = line.isItem ? 'item' : scope.seen === 'item' ? 'item' : 'text';
  const kind = line.isItem ? 'item' : 'text';
  // A label names what follows it: a wish up to the next label, anything else up to the full stop.
  let under: Pick<Sentence, 'section' | 'heading'> = scope;
  for (const piece of piecesOf(line)) {
    const label = labelOf(piece);
    if (label !== null) under = { section: labelSection(label.folded, scope.section), heading: label.folded };
    else if (under.section !== 'wishes') under = scope;
    const { start, text, folded } = label?.rest ?? piece;
    if (text.trim() !== '') out.push({ start, text, folded, section: under.section, heading: under.heading, kind });
  }
}

function labelSection(folded: string, around: SectionKind): SectionKind {
  const kind = headingKind(folded);
  if (kind === 'requirements') return around === 'wishes' ? 'requirements' : around;
  return kind === null || kind === 'wished-qualifications' ? around : kind;
}

function closeSection(scope: Scope): void {
  scope.section = 'neutral';
  scope.heading = '';
  scope.leadIn = false;
  scope.seen = 'nothing';
}

/** "Språk: norsk" -> the label and the rest of the line; null when the line has no short label that says something. */
function labelOf(line: Piece): { readonly folded: string; readonly rest: Piece } | null {
  const colon = line.folded.indexOf(': ');
  if (colon < 2 || colon > 45) return null;
  const folded = line.folded.slice(0, colon).trim();
  if (/[.!?]/.test(folded) || headingKind(folded) === null) return null;
  const from = colon + 2;
  const text = line.text.slice(from);
  return { folded, rest: { start: line.start + from, text, folded: line.folded.slice(from) } };
}

type Piece = Pick<Sentence, 'start' | 'text' | 'folded'>;

function piecesOf(line: Line): Piece[] {
  let from = 0;
  return sentenceEnds(line).map((end) => {
    const piece = { start: line.start + from, text: line.text.slice(from, end), folded: line.folded.slice(from, end) };
    from = end;
    return piece;
  });
}

function pushPieces(out: Sentence[], line: Line, as: Pick<Sentence, 'section' | 'heading' | 'kind'>): void {
  for (const piece of piecesOf(line)) if (piece.text.trim() !== '') out.push({ ...as, ...piece });
}

const BREAK = /[.!?;]+(?=\s|$|[A-ZÆØÅ])/g;
const BULLET = /[•·●▪➢✓]/;
const BREAK_OR_BULLET = /[.!?;]+(?=\s|$|[A-ZÆØÅ])|\s[•·●▪➢✓]\s/g;

function sentenceEnds(line: Line): number[] {
  const ends: number[] = [];
  let last = 0;
  const push = (end: number): void => {
    while (end - last > MAX_SENTENCE) {
      const space = line.text.lastIndexOf(' ', last + MAX_SENTENCE);
      last = space > last ? space + 1 : last + MAX_SENTENCE;
      ends.push(last);
    }
    if (end > last) ends.push(end);
    last = end;
  };
  for (const match of allMatches(BULLET.test(line.text) ? BREAK_OR_BULLET : BREAK, line.text)) {
    if (isBreak(line, match)) push(match.index + match[0].length);
  }
  push(line.text.length);
  return ends;
}

function isBreak(line: Line, match: RegExpExecArray): boolean {
  if (!match[0].startsWith('.')) return true;
  const after = line.text.slice(match.index + match[0].length, match.index + match[0].length + 2);
  // Not a stop: "f.eks. norsk", "ca. 80 %", "kl. B", "1. januar"; "krav.Du må" without a space is one.
  if (!/^\s/.test(after)) return after === '' || /[a-zæøå]{2}$/.test(line.text.slice(Math.max(0, match.index - 2), match.index));
  if (/^\s[a-zæøå]/.test(after)) return false;
  const before = line.folded.slice(Math.max(0, match.index - 8), match.index);
  const word = /[\w.]+$/.exec(before)?.[0] ?? '';
  return !ABBREVIATIONS.has(word) && !/^\d{1,2}$/.test(word);
}
