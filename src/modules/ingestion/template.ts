import { Workbook } from '@cj-tech-master/excelts';
import { stringify } from 'csv-stringify/sync';
import type { RecordKind } from './issue.js';
import { resolveRef, type SchemaNode } from './reading/schema-paths.js';
import { recordSchema } from './validation/schemas.js';

/** How many numbered groups of columns a list gets; more may be added by counting on. */
const REPEATS: Readonly<Record<string, number>> = { education: 2, occupations: 3, languages: 3, authorisations: 1, anyOf: 2, fields: 1 };

/** One made-up record of each kind, by column: shows the forms and is itself accepted. */
const EXAMPLES: Record<RecordKind, Readonly<Record<string, string>>> = {
  candidates: {
    externalId: 'EKSEMPEL-1', municipality: '0301', 'education.1.level': '6', 'education.1.fields': '611', 'education.1.title': 'Bachelor i sykepleie', 'education.1.country': 'UA',
    'education.1.recognition': 'applied', 'occupations.1.styrk': '2223', 'occupations.1.years': '7,5', 'occupations.1.lastYear': '2024', 'occupations.2.title': 'servitør',
    'languages.1.language': 'uk', 'languages.1.native': 'ja', 'languages.2.language': 'no', 'languages.2.oral': 'A2', 'languages.2.written': 'A1',
    driversLicence: 'B', certificates: 'truck-T1|hygiene', ownCar: 'nei', availableFrom: '01.02.2027', addressProtection: 'none',
  },
  vacancies: {
    externalId: 'EKSEMPEL-1', title: 'Helsefagarbeider', description: 'Vi søker helsefagarbeider i 80 % stilling.', 'employer.name': 'Eksempel kommune', 'employer.sector': 'municipal', styrk: '5321', municipality: '0301',
    percent: '80', workingHours: 'day|evening', applicationDeadline: '31.01.2027', 'requirements.languages.1.anyOf.1.language': 'no', 'requirements.languages.1.anyOf.1.oral': 'B1',
    'requirements.driversLicence': 'B', 'offers.mentor': 'ja',
  },
};

function columnsOf(root: SchemaNode, node: SchemaNode, prefix: string): string[] {
  const resolved = resolveRef(root, node);
  const name = prefix.split('.').at(-1) ?? '';
  if (resolved.type === 'object') return Object.entries(resolved.properties ?? {}).flatMap(([key, child]) => columnsOf(root, child, prefix === '' ? key : `${prefix}.${key}`));
  const items = resolved.type === 'array' && resolved.items ? resolveRef(root, resolved.items) : undefined;
  if (items?.type !== 'object') return [prefix];
  return Array.from({ length: REPEATS[name] ?? 1 }, (_, index) => columnsOf(root, items, `${prefix}.${index + 1}`)).flat();
}

/** The columns a file of this kind may have, in the order of the schema. */
export function templateColumns(kind: RecordKind): string[] {
  const schema = recordSchema(kind);
  return columnsOf(schema, schema, '');
}

/** A file to fill in: the columns, and one record that shows how. */
export async function template(kind: RecordKind, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const columns = templateColumns(kind);
  const example = columns.map((column) => EXAMPLES[kind][column] ?? '');
  if (format === 'csv') return Buffer.from(`\ufeff${stringify([columns, example], { delimiter: ';' })}`, 'utf8');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(kind === 'candidates' ? 'Kandidater' : 'Stillinger');
  sheet.addRow(columns);
  sheet.addRow(example.map((value) => (value === '' ? null : value)));
  // Text, so that the leading zero of 0301 stays.
  columns.forEach((column, index) => Object.assign(sheet.getColumn(index + 1), { numFmt: '@', width: Math.max(12, column.length + 2) }));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
