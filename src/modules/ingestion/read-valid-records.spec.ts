import { expect, it } from '@jest/globals';
import { defaultDataDir } from '../reference/data-files.js';
import { loadReferenceTables } from '../reference/load-reference.js';
import { readValidRecords } from './read-valid-records.js';

const tables = loadReferenceTables(defaultDataDir());
const line = (externalId: string, municipality: string, level: unknown = 4): string => JSON.stringify({ externalId, municipality, education: [{ level }], occupations: [], languages: [] });

it('keeps the first good record of an id within its municipality and refuses later ones', async () => {
  const file = [line('A', '0301', 'x'), line('A', '0301'), line('A', '1103'), line('A', '0301'), line('B', '0301')].join('\n');
  const rows = [];
  for await (const row of readValidRecords(Buffer.from(file), { kind: 'candidates', tables })) rows.push(row);
  expect(rows.map(({ record }) => record !== undefined)).toEqual([false, true, true, false, true]);
  expect(rows[3]?.issues).toMatchObject([{ row: 4, fileRow: 4, path: 'externalId', code: 'duplicate.externalId', value: 'A' }]);
  expect(rows[3]?.issues[0]?.mend).toContain('post 2');
});
