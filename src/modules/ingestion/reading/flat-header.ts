import type { FieldIssue } from '../issue.js';
import { UnreadableFileError } from '../issue.js';
import { holdsIdentityNumber } from '../../../core/records/identity-number.js';
import { cellText, cellValue, type Cell } from './cell-value.js';
import { targetOf, type ColumnTarget, type SchemaNode } from './schema-paths.js';

/** A record put together from the cells of one row. */
export interface FlatRow {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly issues: FieldIssue[];
  readonly warnings: FieldIssue[];
}

interface Branch { readonly list: boolean; readonly children: Map<string | number, Branch | Leaf> }
interface Leaf { readonly column: number; readonly target: ColumnTarget; readonly header: string }

const isLeaf = (node: Branch | Leaf): node is Leaf => 'column' in node;

/** A header fit to be repeated in a report. */
function shown(header: string): string {
  const text = header.trim();
  return /^[\p{L}][\p{L}\p{N} ._[\]-]{0,60}$/u.test(text) && !holdsIdentityNumber(text) ? text : '?';
}

/** Turns rows of cells into records, by a header of flattened names. */
export class FlatHeader {
  private readonly root: Branch = { list: false, children: new Map() };
  private readonly unknown: { column: number; header: string }[] = [];
  private readonly emptyLists: readonly string[];

  /** @throws UnreadableFileError when no name is known or a name stands twice. */
  constructor(private readonly names: readonly string[], schema: SchemaNode) {
    const taken = new Set<string>();
    for (const [column, header] of names.entries()) {
      const target = targetOf(schema, header);
      const key = target?.path.join('.') ?? '';
      if (!target) this.unknown.push({ column, header: shown(header) });
      else if (taken.has(key)) throw new UnreadableFileError('header.duplicate', `Overskriften «${shown(header)}» står to ganger. La hver overskrift stå én gang.`);
      else this.place({ column, target, header: header.trim() });
      taken.add(key);
    }
    if (this.root.children.size === 0) {
      throw new UnreadableFileError('header.unrecognised', 'Første rad har ingen kjente kolonnenavn. Hent malen og bruk navnene derfra, for eksempel «externalId» og «municipality».');
    }
    this.emptyLists = (schema.required ?? []).filter((name) => schema.properties?.[name]?.type === 'array');
  }

  /** True when no cell of the row holds anything. */
  isBlank(cells: readonly (Cell | undefined)[]): boolean {
    return cells.every((cell) => cell === undefined || (typeof cell === 'string' && cell.trim() === ''));
  }

  /** The record in a row. Lists that every record must have are empty when their cells are. */
  toRecord(cells: readonly (Cell | undefined)[]): FlatRow {
    const row: FlatRow = { raw: {}, issues: [], warnings: [] };
    const raw = row.raw as Record<string, unknown>;
    for (const [key, child] of this.root.children) {
      const value = this.build(child, cells, row);
      if (value !== undefined) raw[String(key)] = value;
    }
    for (const name of this.emptyLists) raw[name] ??= [];
    for (const { column, header } of this.unknown) {
      if (!isEmpty(cells[column])) {
        row.issues.push({ path: header, code: 'field.unknown', mend: `Kolonnen «${header}» er ikke kjent. Rett navnet etter malen, eller ta bort kolonnen.` });
      }
    }
    if (cells.length > this.names.length && !this.isBlank(cells.slice(this.names.length))) {
      row.issues.push({ path: '', code: 'csv.columns', mend: 'Raden har flere felt enn overskriften. Sett tekst som inneholder skilletegnet i anførselstegn.' });
    }
    return row;
  }

  private place(leaf: Leaf): void {
    let branch = this.root;
    for (const [index, key] of leaf.target.path.entries()) {
      if (index === leaf.target.path.length - 1) branch.children.set(key, leaf);
      else branch = enter(branch, key, typeof leaf.target.path[index + 1] === 'number');
    }
  }

  private build(node: Branch | Leaf, cells: readonly (Cell | undefined)[], row: FlatRow): unknown {
    if (isLeaf(node)) return readCell(node, cells[node.column], row);
    if (node.list) {
      const items = [...node.children].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => this.build(child, cells, row));
      const present = items.filter((item) => item !== undefined);
      return present.length > 0 ? present : undefined;
    }
    let object: Record<string, unknown> | undefined;
    for (const [key, child] of node.children) {
      const value = this.build(child, cells, row);
      if (value !== undefined) (object ??= {})[String(key)] = value;
    }
    return object;
  }
}

function enter(branch: Branch, key: string | number, list: boolean): Branch {
  const existing = branch.children.get(key);
  if (existing && !isLeaf(existing)) return existing;
  const created: Branch = { list, children: new Map() };
  branch.children.set(key, created);
  return created;
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function readCell({ target, header }: Leaf, cell: Cell | undefined, row: FlatRow): unknown {
  if (cell === undefined) return undefined;
  if (typeof cell === 'object') {
    row.issues.push(cell.refused === 'formula' ? formulaIssue(header) : { path: header, code: 'cell.error', mend: `Cellen under «${header}» viser en feil. Skriv inn verdien.` });
    return undefined;
  }
  const text = cellText(cell);
  if (text === undefined) return undefined;
  if (text.startsWith('=')) {
    row.issues.push(formulaIssue(header));
    return undefined;
  }
  const parts = target.list ? text.split('|').map((part) => part.trim()).filter((part) => part !== '') : [text];
  const values = parts.map((part) => cellValue(part, target.leaf));
  for (const { value, mended } of values) {
    if (mended) row.warnings.push({ path: header, code: 'leading-zero.restored', value: String(value), mend: `Innledende null er satt tilbake: lest som ${String(value)}. Formater kolonnen som tekst.` });
  }
  return target.list ? values.map(({ value }) => value) : values[0]?.value;
}

function formulaIssue(header: string): FieldIssue {
  return { path: header, code: 'cell.formula', mend: `Cellen under «${header}» er en formel. Lim inn verdien i stedet (Lim inn utvalg → Verdier).` };
}
