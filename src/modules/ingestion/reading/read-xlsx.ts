import { UnreadableFileError } from '../issue.js';
import { cellText, type Cell } from './cell-value.js';
import { FlatHeader } from './flat-header.js';
import type { RawRow } from './raw-row.js';
import type { SchemaNode } from './schema-paths.js';
import { readWorkbook } from './xlsx-parts.js';
import { sheetRows } from './xlsx-sheet.js';
import { ZipArchive, type ArchiveLimits } from './zip-archive.js';

/** Most records in one workbook: beyond that a spreadsheet is the wrong vessel. */
const MOST_ROWS = 500_000;

const MEGABYTE = 1_048_576;

/** What a workbook may become when unpacked: 500,000 rows of usual width fit. */
export const UNPACKED_LIMITS: ArchiveLimits = { entryBytes: 1_024 * MEGABYTE, totalBytes: 1_280 * MEGABYTE };

function headerText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') throw new UnreadableFileError('header.unrecognised', 'En overskrift er en formel. Skriv kolonnenavnene som tekst, slik de står i malen.');
  return cellText(cell) ?? '';
}

/**
 * The rows of the first visible sheet of a workbook with a header of flattened names.
 *
 * Read piece by piece from memory: the reader of @cj-tech-master/excelts may put sheets down as temporary files and
 * fails on cells without references, and these sheets hold people's data.
 *
 * @throws UnreadableFileError when the file is no workbook, damaged, too large when unpacked, or has no known header
 */
export async function* readXlsx(bytes: Buffer, schema: SchemaNode, limits = UNPACKED_LIMITS): AsyncGenerator<RawRow> {
  const archive = new ZipArchive(bytes, limits);
  const workbook = await readWorkbook(archive);
  let table: FlatHeader | undefined;
  let row = 0;
  for await (const { fileRow, cells } of sheetRows(archive, workbook)) {
    if (!table) {
      if (cells.length > 0) table = new FlatHeader(Array.from(cells, headerText), schema);
    } else if (!table.isBlank(cells)) {
      row += 1;
      if (row > MOST_ROWS) throw new UnreadableFileError('xlsx.too-large', 'Regnearket har for mange rader. Del det i flere filer, eller bruk CSV.');
      yield { row, fileRow, ...table.toRecord(cells) };
    }
  }
  if (!table) throw new UnreadableFileError('file.empty', 'Regnearket er tomt.');
}
