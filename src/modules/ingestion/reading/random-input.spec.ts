import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnreadableFileError } from '../issue.js';
import { rowsOf } from '../testing/rows-of.js';
import { workbookOf } from '../testing/workbook.js';

const RUNS = 10_000;
const CSV = 'externalId;municipality;name;education.1.level;languages.1.oral;certificates\nC1;0301;"A ""B""; C";4;B1;a|b\nC2;301;\'x\';2,5;;\n';
const JSON_ARRAY = '[{"externalId":"C1","municipality":"0301","education":[{"level":4}],"languages":[]},{"a":"\\u00e5 \\" ] }"}]';
const NDJSON = '{"externalId":"C1","occupations":[{"styrk":"72"}]}\n{"a":[1,2,{"b":null}]}\n';

/** `sound` with some bytes replaced, taken out, doubled or cut off. */
function damaged(sound: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255), length: fc.nat(12), how: fc.constantFrom('set', 'cut', 'double', 'end') });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => changes.reduce((bytes, { at, byte, length, how }) => {
    const from = Math.min(at, bytes.length);
    switch (how) {
      case 'set': return Buffer.concat([bytes.subarray(0, from), Buffer.of(byte), bytes.subarray(from + 1)]);
      case 'cut': return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
      case 'double': return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from - length), bytes.subarray(from)]);
      default: return bytes.subarray(0, from);
    }
  }, sound));
}

/** Reads to the end: rows or a refusal, never another error; rows are numbered without a gap. */
async function survives(bytes: Uint8Array, pieceBytes: number): Promise<void> {
  try {
    const rows = await rowsOf(bytes, 'candidates', pieceBytes);
    rows.forEach(({ row, raw, issues }, index) => {
      if (row !== index + 1 || (raw === undefined && issues.length === 0)) throw new Error(`row ${String(row)} at ${String(index)}`);
    });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
  }
}

const sources: readonly (readonly [string, fc.Arbitrary<Uint8Array>])[] = [
  ['any bytes', fc.uint8Array({ maxLength: 300 })],
  ['any text', fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text, 'utf8'))],
  ['damaged CSV', damaged(Buffer.from(CSV))],
  ['CSV of its own punctuation', fc.array(fc.constantFrom('"', ';', '\n', '\r', 'a', '=', '|'), { maxLength: 60 }).map((parts) => Buffer.from(`externalId;name\n${parts.join('')}`))],
  ['a damaged JSON array', damaged(Buffer.from(JSON_ARRAY))],
  ['damaged NDJSON', damaged(Buffer.from(NDJSON))],
];

it.each(sources)('survives %s', async (_, source) => {
  await fc.assert(fc.asyncProperty(source, fc.integer({ min: 1, max: 64 }), survives), { numRuns: RUNS, seed: 20_261_122 });
}, 60_000);

it('survives a damaged workbook', async () => {
  const sound = await workbookOf([['externalId', 'municipality', 'name'], ['C1', 301, 'x'], ['C2', '0301', new Date(0)]]);
  await fc.assert(fc.asyncProperty(damaged(sound), (bytes) => survives(bytes, 4096)), { numRuns: RUNS, seed: 20_261_122 });
}, 120_000);

it('reads the same rows however the file is cut into pieces', async () => {
  for (const content of [CSV, JSON_ARRAY, NDJSON]) {
    const whole = await rowsOf(content, 'candidates', 100_000);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 50 }), async (pieceBytes) => { expect(await rowsOf(content, 'candidates', pieceBytes)).toEqual(whole); }), { numRuns: 50 });
  }
});
