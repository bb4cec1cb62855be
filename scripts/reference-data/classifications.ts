import { join } from 'node:path';
import { compareText } from '../../src/core/shared/compare.js';
import { cell, readTable, writeTable } from './csv.js';

/** STYRK-08 at all four levels, and NAV's two job categories of the four-digit codes. */
export function buildStyrk(from: string, to: string): string[] {
  const rows = readTable(join(from, 'styrk08', 'styrk08_no.csv'))
    .map((row) => [cell(row, 'code'), cell(row, 'name')] as const)
    .sort(([a], [b]) => compareText(a, b));
  writeTable(join(to, 'styrk08', 'styrk08.csv'), ['code', 'name'], rows);
  const codes = rows.map(([code]) => code).filter((code) => code.length === 4);
  if (codes.length !== 407) throw new Error(`expected 407 four-digit codes, found ${codes.length}`);
  buildNavCategories(from, to, new Set(codes));
  return codes;
}

function buildNavCategories(from: string, to: string, known: ReadonlySet<string>): void {
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(' –', ' -').trim();
  const rows = readTable(join(from, 'styrk08', 'nav_category_mapping.csv'), ';')
    .map((row) => [cell(row, 'Styrk code').padStart(4, '0'), tidy(cell(row, 'Category level 1')), tidy(cell(row, 'Category level 2'))] as const)
    .filter(([code]) => known.has(code))
    .sort(([a], [b]) => compareText(a, b));
  writeTable(join(to, 'styrk08', 'nav-categories.csv'), ['code', 'category1', 'category2'], rows);
}

/** NUS2000: the levels, and the fields as one to three digits without the level digit. */
export function buildEducation(from: string, to: string): void {
  const levels = readTable(join(from, 'nus2000', 'nus_levels.csv')).map((row) => [cell(row, 'code'), cell(row, 'name_no')]);
  writeTable(join(to, 'education', 'levels.csv'), ['level', 'name'], levels);
  const fields = readTable(join(from, 'nus2000', 'nus_field_groups.csv'))
    .map((row) => [cell(row, 'suffix'), cell(row, 'name')] as const)
    .sort(([a], [b]) => compareText(a, b));
  writeTable(join(to, 'education', 'fields.csv'), ['field', 'name'], fields);
}
