import { serialToIso, type Cell } from './cell-value.js';
import { parseXml, type Attributes, type Workbook } from './xlsx-parts.js';
import type { ZipArchive } from './zip-archive.js';

/** A row of a sheet: its number in the sheet and its cells by column (holes are empty cells). */
export interface SheetRow { readonly fileRow: number; readonly cells: (Cell | undefined)[] }

const MOST_COLUMNS = 16_384;

/** Column of a cell reference such as `BC12`, from 0; -1 when it has none. */
export function columnOf(reference: string | undefined): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return -1;
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}

/** Gathers the rows of a sheet from its XML. */
class SheetBuilder {
  rows: SheetRow[] = [];
  private row: SheetRow = { fileRow: 0, cells: [] };
  private column = -1;
  private attributes: Attributes = {};
  private value = '';
  private inValue = false;
  private inPhonetic = false;
  private hasFormula = false;

  constructor(private readonly workbook: Workbook) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      // Some writers leave the numbers out: then the row follows the one before.
      const number = Number(attributes['r']);
      this.row = { fileRow: Number.isInteger(number) && number > 0 ? number : this.row.fileRow + 1, cells: [] };
      this.column = -1;
    } else if (name === 'c') {
      const column = columnOf(attributes['r']);
      this.column = column < 0 ? this.column + 1 : column;
      this.attributes = attributes;
      this.value = '';
      this.hasFormula = false;
    } else if (name === 'f') this.hasFormula = true;
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'v' || name === 't') this.inValue = !this.inPhonetic;
  }

  text(piece: string): void {
    if (this.inValue) this.value += piece;
  }

  close(name: string): void {
    if (name === 'row') this.rows.push(this.row);
    else if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'c' && this.column < MOST_COLUMNS) {
      const cell = this.cell();
      if (cell !== undefined) this.row.cells[this.column] = cell;
    }
  }

  private cell(): Cell | undefined {
    const { value } = this;
    if (this.hasFormula) return { refused: 'formula' };
    switch (this.attributes['t']) {
      case 's': return this.workbook.sharedStrings[Number(value)];
      case 'b': return value === '' ? undefined : value.trim() === '1' || value.trim() === 'true';
      case 'e': return { refused: 'error' };
      case 'inlineStr':
      case 'str':
      case 'd': return value === '' ? undefined : value;
      default: return this.number(value);
    }
  }

  private number(text: string): Cell | undefined {
    if (text.trim() === '') return undefined;
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    const isDate = this.workbook.dateStyles[Number(this.attributes['s'] ?? -1)] === true;
    return isDate && number >= 1 && number < 2_900_000 ? serialToIso(number, this.workbook.from1904) : number;
  }
}

/** The rows of the workbook's sheet, as they come. */
export async function* sheetRows(archive: ZipArchive, workbook: Workbook): AsyncGenerator<SheetRow> {
  const builder = new SheetBuilder(workbook);
  const handler = {
    open: (name: string, attributes: Attributes) => builder.open(name, attributes),
    text: (piece: string) => builder.text(piece),
    close: (name: string) => builder.close(name),
  };
  const pieces = parseXml(archive, workbook.sheetPath, handler);
  while (!(await pieces.next()).done) {
    const { rows } = builder;
    builder.rows = [];
    yield* rows;
  }
}
