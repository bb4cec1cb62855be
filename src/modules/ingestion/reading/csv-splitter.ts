/** A record of a CSV file: its cells, or why they cannot be told apart. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly failure: 'quote' | 'too-long' };

interface Quoted {
  readonly cells: string[];
  /** Index just after the record's line break (or the end). */
  readonly end: number;
}

/**
 * Cuts CSV text that comes in pieces into records (RFC 4180, any one-character delimiter).
 *
 * A record with a misplaced quote costs only its own first line: reading goes on at the next line break, so one
 * stray quote never swallows the rows after it. (csv-parse 7 gives up all later rows in that case.)
 */
export class CsvSplitter {
  private pending = '';
  private line = 1;
  private heldReturn = false;

  constructor(private readonly delimiter: string, private readonly longest: number) {}

  push(piece: string): CsvRecord[] {
    this.append(piece);
    return this.take(false);
  }

  /** To be called when the text has ended. */
  finish(): CsvRecord[] {
    if (this.heldReturn) this.pending += '\n';
    this.heldReturn = false;
    return this.take(true);
  }

  /** Takes line breaks of every kind as `\n`, also when `\r` and `\n` come in different pieces. */
  private append(piece: string): void {
    let text = this.heldReturn ? `\r${piece}` : piece;
    this.heldReturn = text.endsWith('\r');
    if (this.heldReturn) text = text.slice(0, -1);
    this.pending += text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  private take(ended: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let from = 0;
    while (from < this.pending.length) {
      const lineEnd = this.pending.indexOf('\n', from);
      if (lineEnd < 0 && !ended && this.pending.length - from <= this.longest) break;
      const next = this.record(from, lineEnd < 0 ? this.pending.length : lineEnd, { ended, records });
      if (next === undefined) break;
      from = next;
    }
    this.pending = this.pending.slice(from);
    return records;
  }

  /** Adds the record that starts at `from`; returns where the next one starts, `undefined` when more text is needed. */
  private record(from: number, lineEnd: number, { ended, records }: { ended: boolean; records: CsvRecord[] }): number | undefined {
    const quote = this.pending.indexOf('"', from);
    const { line } = this;
    if (lineEnd - from > this.longest) records.push({ line, failure: 'too-long' });
    else if (quote < 0 || quote > lineEnd) {
      if (lineEnd > from) records.push({ line, cells: this.pending.slice(from, lineEnd).split(this.delimiter) });
    } else {
      const quoted = this.quoted(from);
      if (quoted === 'unfinished' && !ended && this.pending.length - from <= this.longest) return undefined;
      if (typeof quoted !== 'string') {
        records.push({ line, cells: quoted.cells });
        this.line += countBreaks(this.pending, from, quoted.end);
        return quoted.end;
      }
      records.push({ line, failure: 'quote' });
    }
    this.line += 1;
    return lineEnd + 1;
  }

  private quoted(from: number): Quoted | 'broken' | 'unfinished' {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const cell = this.pending[at] === '"' ? this.quotedCell(at) : this.plainCell(at);
      if (typeof cell === 'string') return cell;
      cells.push(cell.text);
      if (this.pending[cell.end] !== this.delimiter) return { cells, end: cell.end + 1 };
      at = cell.end + 1;
    }
  }

  private plainCell(from: number): { text: string; end: number } {
    let end = from;
    while (end < this.pending.length && this.pending[end] !== this.delimiter && this.pending[end] !== '\n') end += 1;
    return { text: this.pending.slice(from, end), end };
  }

  private quotedCell(from: number): { text: string; end: number } | 'broken' | 'unfinished' {
    let text = '';
    let at = from + 1;
    for (;;) {
      const quote = this.pending.indexOf('"', at);
      if (quote < 0) return 'unfinished';
      text += this.pending.slice(at, quote);
      const after = this.pending[quote + 1];
      if (after === '"') {
        text += '"';
        at = quote + 2;
      } else if (after === undefined || after === this.delimiter || after === '\n') return { text, end: quote + 1 };
      else return 'broken';
    }
  }
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The delimiter of a header line: whichever of `;`, tab and `,` stands there most often outside quotes. */
export function detectDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ','].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}
