import { Parser } from 'htmlparser2';
import { StringDecoder } from 'node:string_decoder';
import { UnreadableFileError } from '../issue.js';
import type { ZipArchive } from './zip-archive.js';

export type Attributes = Readonly<Record<string, string>>;

/** What to do with the parts of an XML file; names come without their namespace prefix. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads an XML part of the archive, calling `handler`; yields after each piece so that the caller can drain what it gathered. */
export async function* parseXml(archive: ZipArchive, name: string, handler: XmlHandler): AsyncGenerator<undefined> {
  const parser = new Parser({
    onopentag: (tag, attributes) => handler.open?.(bare(tag), attributes),
    onclosetag: (tag) => handler.close?.(bare(tag)),
    ontext: (text) => handler.text?.(text),
  }, { xmlMode: true, decodeEntities: true });
  const decoder = new StringDecoder('utf8');
  for await (const piece of archive.stream(name)) {
    parser.write(decoder.write(piece));
    yield undefined;
  }
  parser.end(decoder.end());
  yield undefined;
}

async function readXml(archive: ZipArchive, name: string, handler: XmlHandler): Promise<void> {
  const pieces = parseXml(archive, name, handler);
  while (!(await pieces.next()).done);
}

/** What the sheets of a workbook share. */
export interface Workbook {
  /** Path of the first visible sheet in the archive. */
  readonly sheetPath: string;
  /** Day numbers count from 1904 (old Excel for Mac). */
  readonly from1904: boolean;
  readonly sharedStrings: readonly string[];
  /** By style index: whether numbers in that style are dates. */
  readonly dateStyles: readonly boolean[];
}

/** @throws UnreadableFileError when it is not a workbook */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  if (!archive.has('xl/workbook.xml')) {
    throw new UnreadableFileError('file.not-spreadsheet', 'Filen er et arkiv, men ikke en Excel-arbeidsbok (.xlsx). Lagre den som .xlsx eller CSV.');
  }
  const sheets: { relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name === 'sheet') sheets.push({ relation: attributes['r:id'] ?? attributes['id'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const targets = await readRelations(archive);
  const sheetPath = targets.get(sheet?.relation ?? '') ?? 'xl/worksheets/sheet1.xml';
  return { sheetPath, from1904, sharedStrings: await readSharedStrings(archive), dateStyles: await readDateStyles(archive) };
}

async function readRelations(archive: ZipArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const path = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(path)) return targets;
  await readXml(archive, path, {
    open: (name, attributes) => {
      const target = attributes['Target'] ?? '';
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}

async function readSharedStrings(archive: ZipArchive): Promise<string[]> {
  const strings: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

/** Number formats Excel has from the start that show a date. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** Whether a number format shows a date: d or y outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

async function readDateStyles(archive: ZipArchive): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  if (!archive.has('xl/styles.xml')) return styles;
  let inCellStyles = false;
  await readXml(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const code = formats.get(id);
        styles.push(code === undefined ? isBuiltInDate(id) : isDateFormat(code));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
