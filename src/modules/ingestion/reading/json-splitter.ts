/** A JSON value cut out of a stream, still as text. */
export interface JsonSlice {
  readonly text: string;
  /** Line of the stream the value starts on, from 1. */
  readonly line: number;
}

/** Why a stream of JSON values cannot be read further. */
export type SplitFailure = 'too-long' | 'broken' | 'unfinished';

/** Character codes of what JSON is built of. */
const Code = { Tab: 9, Newline: 10, Return: 13, Space: 32, Quote: 34, Comma: 44, OpenList: 91, Backslash: 92, CloseList: 93, OpenObject: 123, CloseObject: 125 } as const;

/** Cuts the values of a JSON array, or values that follow each other, out of text that comes in pieces. */
export class JsonSplitter {
  /** Set when the stream broke off or went wrong; no more slices come after that. */
  failure: SplitFailure | undefined;
  private pending = '';
  private position = 0;
  private start = -1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private line = 1;
  private startLine = 1;
  private opened: boolean;
  private closed = false;

  /** @param inArray the values stand in one array; otherwise they simply follow each other */
  constructor(private readonly inArray: boolean, private readonly longest: number) {
    this.opened = !inArray;
  }

  /** Takes the next piece and returns the values that are complete with it. */
  push(piece: string): JsonSlice[] {
    const slices: JsonSlice[] = [];
    if (this.failure) return slices;
    this.pending += piece;
    while (this.position < this.pending.length && !this.hasFailed()) {
      this.step(this.pending.charCodeAt(this.position), slices);
      this.position += 1;
    }
    this.compact();
    return slices;
  }

  /** To be called when the text has ended. Returns the last value when nothing but the end closes it. */
  finish(): JsonSlice[] {
    const slices: JsonSlice[] = [];
    if (!this.inArray && this.start >= 0 && this.depth === 0 && !this.inString) this.cut(slices);
    if (!this.failure && (this.start >= 0 || (this.inArray && !this.closed))) this.failure = 'unfinished';
    return slices;
  }

  private hasFailed(): boolean {
    return this.failure !== undefined;
  }

  private step(code: number, slices: JsonSlice[]): void {
    if (code === Code.Newline) this.line += 1;
    if (this.inString) this.stepInString(code);
    else if (code === Code.Space || code === Code.Newline || code === Code.Return || code === Code.Tab) this.endScalar(slices);
    else if (!this.opened) {
      if (code === Code.OpenList) this.opened = true;
      else this.failure = 'broken';
    } else if (this.closed) this.failure = 'broken';
    else this.stepInValue(code, slices);
  }

  private stepInString(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === Code.Backslash) this.escaped = true;
    else if (code === Code.Quote) this.inString = false;
  }

  private stepInValue(code: number, slices: JsonSlice[]): void {
    if (code === Code.Comma && this.depth === 0) this.endScalar(slices);
    else if (code === Code.CloseList && this.depth === 0) {
      this.endScalar(slices);
      if (this.inArray) this.closed = true;
      else this.failure = 'broken';
    } else if (code === Code.CloseObject && this.depth === 0) this.failure = 'broken';
    else this.stepInside(code, slices);
  }

  private stepInside(code: number, slices: JsonSlice[]): void {
    if (this.start < 0) {
      this.start = this.position;
      this.startLine = this.line;
    }
    if (code === Code.Quote) this.inString = true;
    else if (code === Code.OpenObject || code === Code.OpenList) this.depth += 1;
    else if (code === Code.CloseObject || code === Code.CloseList) {
      this.depth -= 1;
      if (this.depth === 0) {
        this.position += 1;
        this.cut(slices);
        this.position -= 1;
      }
    }
  }

  /** A number, word or string outside braces ends at a comma, a blank or the end of the list. */
  private endScalar(slices: JsonSlice[]): void {
    if (this.start >= 0 && this.depth === 0) this.cut(slices);
  }

  private cut(slices: JsonSlice[]): void {
    slices.push({ text: this.pending.slice(this.start, this.position), line: this.startLine });
    this.start = -1;
  }

  /** Forgets what has been cut, and gives up on a value that never ends. */
  private compact(): void {
    const from = this.start >= 0 ? this.start : this.position;
    if (this.start >= 0 && this.position - this.start > this.longest) this.failure = 'too-long';
    this.pending = this.pending.slice(from);
    this.position -= from;
    if (this.start >= 0) this.start = 0;
  }
}
