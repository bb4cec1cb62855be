import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCsv } from './parse-csv.js';

it('splits quoted and plain cells', () => {
  expect(parseCsv('code,name\r\n7212,"Sveisere, ""MIG"""\n1,\n')).toEqual([['code', 'name'], ['7212', 'Sveisere, "MIG"'], ['1', '']]);
});

it('reads back cells written in quotes', () => {
  const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;
  const cell = fc.string().map((text) => text.replace(/[\r\n]/g, ' '));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
    expect(parseCsv(rows.map((row) => row.map(quoted).join(',')).join('\n'))).toEqual(rows);
  }));
});
