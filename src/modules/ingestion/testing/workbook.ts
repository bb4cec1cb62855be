import { Workbook } from '@cj-tech-master/excelts';

/** An XLSX file with one sheet of these cells. */
export async function workbookOf(rows: readonly (readonly unknown[])[], style?: (sheet: ReturnType<Workbook['addWorksheet']>) => void): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Ark1');
  for (const row of rows) sheet.addRow([...row] as Parameters<typeof sheet.addRow>[0]);
  style?.(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
