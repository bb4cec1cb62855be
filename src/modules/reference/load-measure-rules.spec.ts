import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MEASURE_IDS } from '../../core/measures/rule-set.js';
import { defaultDataDir } from './data-files.js';
import { loadMeasureRules, MEASURE_FILES } from './load-measure-rules.js';

const shipped = defaultDataDir();
let folder: string;
const file = (id: string): string => join(folder, 'measures', `${id}.json`);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'measures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A fresh copy of the shipped rules with one file changed. */
function changed(id: string, edit: (text: string) => string): () => unknown {
  cpSync(join(shipped, 'measures'), join(folder, 'measures'), { recursive: true });
  const before = readFileSync(file(id), 'utf8');
  writeFileSync(file(id), edit(before));
  if (readFileSync(file(id), 'utf8') === before) throw new Error('the case changes nothing');
  return () => loadMeasureRules(folder);
}

describe('the shipped rules', () => {
  const rules = loadMeasureRules(shipped);
  it('hold every measure, and every file in the folder is read', () => {
    expect([...rules.measures.keys()]).toEqual([...MEASURE_IDS]);
    expect(readdirSync(join(shipped, 'measures')).map((name) => `measures/${name}`).sort()).toEqual([...MEASURE_FILES].sort());
  });
  it('do not claim that anyone has compared them with the regulation', () => {
    const all = [...[...rules.measures.values()].flatMap(({ versions }) => versions), ...rules.programme, ...rules.closingTimes];
    expect(all.every(({ verified, source, checkedOn }) => !verified && source !== '' && checkedOn >= '2026-08')).toBe(true);
  });
  it('keep the amount of the inclusion grant to the years it is known for', () => {
    const amounts = rules.measures.get('inclusion-grant')!.versions.map(({ validFrom, validTo, parameters }) => [validFrom, validTo, parameters.maxNok]);
    expect(amounts).toEqual([[null, '2025-12-31', null], ['2026-01-01', null, 160_400]]);
  });
});

describe('changing the rules', () => {
  it('changes the version', () => {
    const load = changed('mentor', (text) => text.replace('"situational": 6', '"situational": 7'));
    expect((load() as { rulesVersion: string }).rulesVersion).not.toBe(loadMeasureRules(shipped).rulesVersion);
  });
  it.each([
    ['a member nobody knows', 'mentor', (text: string) => text.replace('"maxMonths"', '"maxMnths"'), /mentor\.json/],
    ['a date that does not exist', 'mentor', (text: string) => text.replace('"validTo": null', '"validTo": "2026-02-30"'), /YYYY-MM-DD/],
    ['two versions in force on one day', 'inclusion-grant', (text: string) => text.replace('2025-12-31', '2026-01-01'), /must be after validTo/],
    ['a version that never ends before the next', 'inclusion-grant', (text: string) => text.replace('"2025-12-31"', 'null'), /no validTo/],
    ['a file under another name', 'mentor', (text: string) => text.replace('"id": "mentor"', '"id": "buddy"'), /its id is "buddy"/],
    ['a file that is not JSON', 'programme', (text: string) => text.slice(1), /programme\.json: not JSON/],
  ])('refuses %s', (_, id, edit, message) => expect(changed(id, edit)).toThrow(message));
});
