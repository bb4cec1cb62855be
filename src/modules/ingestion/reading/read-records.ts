import { UnreadableFileError, type RecordKind } from '../issue.js';
import { recordSchema } from '../validation/schemas.js';
import { decodeText } from './decode-text.js';
import type { RawRow } from './raw-row.js';
import { readCsv } from './read-csv.js';
import { readJsonLines, readJsonValues } from './read-json.js';
import { readXlsx } from './read-xlsx.js';

/** Largest workbook, packed; it is held in memory while it is read. */
const LARGEST_XLSX_BYTES = 64 * 1_048_576;

const PIECE_BYTES = 262_144;

export interface ReadOptions {
  /** Decides which names a CSV or XLSX header may have. */
  readonly kind: RecordKind;
}

async function* inPieces(source: AsyncIterable<Uint8Array> | Uint8Array): AsyncGenerator<Buffer> {
  if (!(source instanceof Uint8Array)) {
    for await (const chunk of source) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    return;
  }
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Takes pieces until there is something to judge the format by, and gives them back with the rest. */
async function peek(source: AsyncGenerator<Buffer>): Promise<{ start: Buffer; all: AsyncGenerator<Buffer> }> {
  let start = Buffer.alloc(0);
  let next = await source.next();
  while (!next.done && (start.length < 512 || start.toString('latin1').trim() === '')) {
    start = Buffer.concat([start, next.value]);
    next = await source.next();
  }
  const rest = next;
  return {
    start,
    all: (async function* restored(): AsyncGenerator<Buffer> {
      yield start;
      if (!rest.done) yield rest.value;
      yield* source;
    })(),
  };
}

async function collect(source: AsyncGenerator<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    pieces.push(piece);
    size += piece.length;
    if (size > LARGEST_XLSX_BYTES) throw new UnreadableFileError('xlsx.too-large', 'Excel-filen er for stor. Del den i flere filer, eller lagre den som CSV.');
  }
  return Buffer.concat(pieces);
}

const MAGIC: readonly (readonly [string, string, string])[] = [
  ['d0cf11e0', 'file.old-excel', 'Filen er i det gamle Excel-formatet (.xls) eller passordbeskyttet. Lagre den som .xlsx uten passord, eller som CSV.'],
  ['25504446', 'file.binary', 'Filen er en PDF. Lagre innholdet som CSV, JSON eller Excel (.xlsx).'],
  ['1f8b', 'file.binary', 'Filen er pakket. Pakk den ut først.'],
];

/**
 * The records of a file, one at a time, whatever form the file has: JSON array, NDJSON, CSV (`;`, `,` or tab; UTF-8,
 * UTF-16 or windows-1252) or XLSX. The form is judged by the content, never by name or content type.
 *
 * A record that cannot be read is a row with issues; only a file that cannot be read at all throws.
 *
 * @throws UnreadableFileError with a stable code
 * @example for await (const { row, raw, issues } of readRecords(createReadStream(path), { kind: 'candidates' })) …
 */
export async function* readRecords(source: AsyncIterable<Uint8Array> | Uint8Array, { kind }: ReadOptions): AsyncGenerator<RawRow> {
  const { start, all } = await peek(inPieces(source));
  const hex = start.toString('hex', 0, 4);
  for (const [magic, code, mend] of MAGIC) if (hex.startsWith(magic)) throw new UnreadableFileError(code, mend);
  if (hex === '504b0304') yield* readXlsx(await collect(all), recordSchema(kind));
  else yield* readText(all, start, kind);
}

async function* readText(all: AsyncGenerator<Buffer>, start: Buffer, kind: RecordKind): AsyncGenerator<RawRow> {
  const opening = start.toString('latin1', 0, 4096).replaceAll('\0', '').replace(/^(?:ï»¿|ÿþ|þÿ)/, '').trimStart();
  if (opening === '' && start.length < 4096) throw new UnreadableFileError('file.empty', 'Filen er tom.');
  const text = decodeText(all);
  if (opening.startsWith('[')) yield* readJsonValues(text, true);
  else if (!opening.startsWith('{')) yield* readCsv(text, recordSchema(kind));
  // A record spread over several lines is not NDJSON: then the values are told apart by their braces.
  else if (/^\{\s*[\r\n]/.test(opening)) yield* readJsonValues(text, false);
  else yield* readJsonLines(text);
}
