import { decodeEntities } from './entities.js';

/** The ad's body as a person reads it. */
export interface PlainBody {
  readonly text: string;
  /** Start offsets in `text` of lines that the markup made headings (h1–h6, or a line that is all bold). */
  readonly headings: ReadonlySet<number>;
}

const BLOCK = new Set(
  ('address article aside blockquote br dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr '
    + 'li main nav ol p pre section table tbody td tfoot th thead title tr ul').split(' '),
);
const HEADING = /^h[1-6]$/;
const BOLD = new Set(['b', 'strong']);
const KNOWN_TAG = /<\/?(?:p|br|div|span|ul|ol|li|b|strong|i|em|u|h[1-6]|table|tr|td|th|a|font|section|html|body|article|header|footer|style|script)\b[^<>]{0,2000}\/?>/i;
const TAG = /<(?:!--|[!?/]?([a-z][a-z0-9]{0,20}))/gi;

/**
 * HTML or plain text to plain text, in time linear in the length of the input.
 *
 * Plain text comes back as it is (entities decoded, composed letters, no invisible characters). HTML loses its tags;
 * blocks become lines, list items lines with "- " before them, and white space is one space. Comments, scripts and
 * styles vanish. A `<` that starts no tag is text.
 */
export function toPlainBody(input: string): PlainBody {
  const composed = input.normalize('NFC');
  if (!KNOWN_TAG.test(composed)) return { text: withoutInvisible(decodeEntities(composed)), headings: new Set() };
  return new HtmlReader(composed).read();
}

function withoutInvisible(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\r\n?/g, '\n');
}

/** One pass over the tags; keeps the line being written and whether it is a heading. */
class HtmlReader {
  private readonly lines: string[] = [];
  private readonly headings = new Set<number>();
  private length = 0;
  // Kept in pieces: a line that grows by a tag at a time would be copied whole at each one.
  private pieces: string[] = [];
  private endsInSpace = true;
  private bolded = 0;
  private bold = 0;
  private inHeading = false;
  private readonly keepsNewlines: boolean;

  constructor(private readonly html: string) {
    this.keepsNewlines = !/<(?:p|br|div|li|h[1-6]|tr)\b/i.test(html);
  }

  read(): PlainBody {
    let at = 0;
    const tags = new RegExp(TAG);
    for (let match = tags.exec(this.html); match !== null; match = tags.exec(this.html)) {
      this.write(this.html.slice(at, match.index));
      at = this.after(match);
      tags.lastIndex = at;
      if (at >= this.html.length) break;
    }
    this.write(this.html.slice(at));
    this.endLine();
    return { text: this.lines.join(''), headings: this.headings };
  }

  /** Handles one tag, comment, script or style; returns the offset after it. An unclosed one reaches to the end. */
  private after(match: RegExpExecArray): number {
    const name = match[1]?.toLowerCase();
    if (name === undefined) return this.endOf('-->', match.index);
    const closing = this.html.charAt(match.index + 1) === '/';
    const end = this.endOf('>', match.index);
    if (!closing && (name === 'script' || name === 'style')) {
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = end;
      const found = close.exec(this.html);
      return found === null ? this.html.length : this.endOf('>', found.index);
    }
    this.tag(name, closing);
    return end;
  }

  private endOf(mark: string, from: number): number {
    const found = this.html.indexOf(mark, from);
    return found === -1 ? this.html.length : found + mark.length;
  }

  private tag(name: string, closing: boolean): void {
    if (BOLD.has(name)) this.bold = Math.max(0, this.bold + (closing ? -1 : 1));
    if (!BLOCK.has(name)) return;
    // Cells of one row stay on one line.
    if (name === 'td' || name === 'th') {
      if (!closing && !this.endsInSpace) this.append(' ');
      return;
    }
    this.endLine();
    if (name === 'li' && !closing) this.append('- ');
    if (HEADING.test(name)) this.inHeading = !closing;
    // A paragraph or list ends what a lead-in line governs: the blank line keeps that visible.
    if ((name === 'p' || name === 'ul' || name === 'ol') && closing) this.push('\n');
  }

  private write(raw: string): void {
    if (raw === '') return;
    const text = withoutInvisible(decodeEntities(raw));
    const pieces = this.keepsNewlines ? text.split('\n') : [text.replace(/\s+/g, ' ')];
    pieces.forEach((piece, index) => {
      if (index > 0) this.endLine();
      const kept = this.endsInSpace ? piece.replace(/^ +/, '') : piece;
      this.append(kept);
      if (this.bold > 0) this.bolded += kept.trim().length;
    });
  }

  private append(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.endsInSpace = piece.endsWith(' ');
  }

  private endLine(): void {
    const text = this.pieces.join('').trimEnd();
    if (text !== '' && text !== '-') {
      const isBold = this.bolded > 0 && this.bolded >= text.length - 2 && text.length <= 80;
      if (this.inHeading || isBold) this.headings.add(this.length);
      this.push(`${text}\n`);
    }
    this.pieces = [];
    this.endsInSpace = true;
    this.bolded = 0;
  }

  private push(text: string): void {
    if (text === '\n' && (this.lines.length === 0 || this.lines.at(-1) === '\n')) return;
    this.lines.push(text);
    this.length += text.length;
  }
}
