import { UnreadableFileError, type FieldIssue } from '../issue.js';
import { CsvSplitter, detectDelimiter, type CsvRecord } from './csv-splitter.js';
import { FlatHeader } from './flat-header.js';
import { LONGEST_RECORD, unreadableRow, type RawRow } from './raw-row.js';
import type { SchemaNode } from './schema-paths.js';

const QUOTE: FieldIssue = { path: '', code: 'csv.quote', mend: 'Anførselstegnene i raden går ikke opp. Skriv doble anførselstegn inne i tekst ("") og lukk hvert felt.' };
const TOO_LONG: FieldIssue = { path: '', code: 'record.too-long', mend: 'Raden er for lang. Kort ned teksten, eller se etter et anførselstegn som mangler.' };

/** Longest header line: more columns than this is not a table anyone fills in. */
const LONGEST_HEADER = 200_000;

/** Puts pieces together until the first line is complete, and says how its cells are parted. */
class HeaderLine {
  text = '';
  delimiter: string | undefined;
  /** Lines before the header: blank ones and Excel's `sep=;`. */
  linesBefore = 0;

  push(piece: string, ended: boolean): void {
    this.text += piece;
    while (this.delimiter === undefined) {
      const end = /\r\n?|\n/.exec(this.text);
      if (!end && !ended) {
        if (this.text.length > LONGEST_HEADER) throw new UnreadableFileError('header.unrecognised', 'Første rad er for lang til å være overskrifter. Hent malen og bruk den.');
        return;
      }
      const line = end ? this.text.slice(0, end.index) : this.text;
      const separator = /^sep=(.)\s*$/i.exec(line);
      if (line.trim() !== '' && !separator) this.delimiter = detectDelimiter(line);
      else if (!end) throw new UnreadableFileError('file.empty', 'Filen er tom.');
      else {
        this.text = this.text.slice(end.index + end[0].length);
        this.linesBefore += 1;
      }
    }
  }
}

/** The rows of a CSV file with a header of flattened names. @throws UnreadableFileError when there is no such header. */
export async function* readCsv(text: AsyncIterable<string>, schema: SchemaNode): AsyncGenerator<RawRow> {
  const header = new HeaderLine();
  let splitter: CsvSplitter | undefined;
  let table: FlatHeader | undefined;
  let row = 0;

  function* rowsOf(records: readonly CsvRecord[]): Generator<RawRow> {
    for (const record of records) {
      const fileRow = record.line + header.linesBefore;
      if (!table) table = headerOf(record, schema);
      else if ('failure' in record) yield unreadableRow({ row: (row += 1), fileRow }, record.failure === 'quote' ? QUOTE : TOO_LONG);
      else if (!table.isBlank(record.cells)) yield { row: (row += 1), fileRow, ...table.toRecord(record.cells) };
    }
  }

  for await (const piece of text) {
    if (splitter) yield* rowsOf(splitter.push(piece));
    else {
      header.push(piece, false);
      if (header.delimiter !== undefined) {
        splitter = new CsvSplitter(header.delimiter, LONGEST_RECORD);
        yield* rowsOf(splitter.push(header.text));
      }
    }
  }
  if (!splitter) {
    header.push('', true);
    splitter = new CsvSplitter(header.delimiter ?? ';', LONGEST_RECORD);
    yield* rowsOf(splitter.push(header.text));
  }
  yield* rowsOf(splitter.finish());
}

function headerOf(record: CsvRecord, schema: SchemaNode): FlatHeader {
  if ('failure' in record) throw new UnreadableFileError('header.unrecognised', 'Overskriftsraden kan ikke leses: anførselstegnene går ikke opp.');
  return new FlatHeader(record.cells, schema);
}
