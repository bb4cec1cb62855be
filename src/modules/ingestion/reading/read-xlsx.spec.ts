import { expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { codesOf, rowsOf } from '../testing/rows-of.js';
import { workbookOf } from '../testing/workbook.js';
import { recordSchema } from '../validation/schemas.js';
import { columnOf } from './xlsx-sheet.js';
import { isDateFormat } from './xlsx-parts.js';
import { readXlsx } from './read-xlsx.js';

/** A zip archive, written by hand so that it can be wrong in chosen ways. */
function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const sheet = (rows: string): string => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const withSheet = (rows: string): Buffer => zipOf({ 'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>', 'xl/worksheets/sheet1.xml': sheet(rows) });
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

it('reads text, numbers that are codes, dates, booleans and rich text', async () => {
  const bytes = await workbookOf([
    ['externalId', 'Municipality', 'availableFrom', 'ownCar', 'education.1.level', 'education.1.fields.1', 'occupations.1.styrk', 'occupations.1.years', 'name'],
    ['C1', 301, new Date(Date.UTC(2026, 5, 1)), true, 6, 57, 2223, 2.5, { richText: [{ text: 'Kari ' }, { text: 'Å' }] }],
    [],
    [1042, 1103, '01.06.2026', 'nei', 4, 5, 512, null, null],
  ]);
  const rows = await rowsOf(bytes, 'candidates', 1000);
  expect(rows[0]).toMatchObject({ row: 1, fileRow: 2, raw: {
    externalId: 'C1', municipality: '0301', availableFrom: '2026-06-01', ownCar: true, education: [{ level: 6, fields: ['57'] }], occupations: [{ styrk: '2223', years: 2.5 }], name: 'Kari Å',
  } });
  expect(rows[1]).toMatchObject({ row: 2, fileRow: 4, raw: { externalId: '1042', municipality: '1103', availableFrom: '2026-06-01', ownCar: false, occupations: [{ styrk: '512' }] } });
});

it('refuses formula and error cells with a row error and reads the rest', async () => {
  const bytes = await workbookOf([['externalId', 'municipality', 'name'], ['C1', { formula: 'A1', result: '0301' }, 'x'], ['C2', '0301', { error: '#N/A' }], ['C3', '0301', 'z']]);
  const rows = await rowsOf(bytes, 'candidates', 1000);
  expect(codesOf(rows)).toEqual(['1 cell.formula', '2 cell.error']);
  expect(rows).toHaveLength(3);
});

it('reads sheets whose rows and cells carry no references', async () => {
  const rows = await rowsOf(withSheet(`<row>${cell('externalId')}${cell('municipality')}</row><row>${cell('C1')}${cell('0301')}</row>`));
  expect(rows).toMatchObject([{ row: 1, fileRow: 2, raw: { externalId: 'C1', municipality: '0301' } }]);
});

it('stops unpacking a bomb, whatever the archive claims', async () => {
  const bomb = withSheet(`<row>${cell('externalId')}</row>${' '.repeat(3_000_000)}`);
  expect(bomb.length).toBeLessThan(20_000);
  const rows = readXlsx(bomb, recordSchema('candidates'), { entryBytes: 1_000_000, totalBytes: 2_000_000 });
  await expect(rows.next()).rejects.toMatchObject({ code: 'xlsx.too-large' });
});

it.each([
  ['another kind of archive', zipOf({ 'mimetype': 'text' }), 'file.not-spreadsheet'],
  ['a workbook without its sheet', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'xlsx.broken'],
  ['an empty sheet', withSheet(''), 'file.empty'],
  ['a truncated archive', withSheet('<row/>').subarray(0, -30), 'xlsx.broken'],
])('refuses %s', async (_, bytes, code) => { await expect(rowsOf(bytes)).rejects.toMatchObject({ code }); });

it.each([['A1', 0], ['Z9', 25], ['AA1', 26], ['XFD1', 16_383], [undefined, -1], ['1A', -1]])('reads the column of %s as %s', (reference, column) => { expect(columnOf(reference)).toBe(column); });

it.each([['dd.mm.yyyy', true], ['yyyy\\-mm\\-dd', true], ['0000', false], ['#,##0.00', false], ['"dato" 0', false], ['[Red]0', false], ['hh:mm', false]])('%s shows a date: %s', (code, expected) => { expect(isDateFormat(code)).toBe(expected); });
