import { expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { codesOf, rowsOf } from '../testing/rows-of.js';

const minimal = { externalId: 'C1', municipality: '0301', education: [], occupations: [], languages: [] };
const raws = async (content: string | Uint8Array): Promise<unknown[]> => (await rowsOf(content)).map(({ raw }) => raw);

it('reads a JSON array however it is laid out', async () => {
  expect(await raws(`\ufeff [${JSON.stringify(minimal)},\n ${JSON.stringify({ title: 'a "quoted" ] } \\ text' })}\n] `)).toEqual([minimal, { title: 'a "quoted" ] } \\ text' }]);
  expect(await raws('[]')).toEqual([]);
});

it('reads NDJSON with the line of each record, past blank lines', async () => {
  expect(await rowsOf('{"a":1}\n\n{"a":2}\r\n{"a":3}')).toMatchObject([{ row: 1, fileRow: 1, raw: { a: 1 } }, { row: 2, fileRow: 3, raw: { a: 2 } }, { row: 3, fileRow: 4 }]);
});

it('reads one record spread over several lines', async () => {
  expect(await raws('{\n "a": 1,\n "b": { "c": [1, 2] }\n}\n{ "a": 2 }')).toEqual([{ a: 1, b: { c: [1, 2] } }, { a: 2 }]);
});

it('loses only the broken record of an array and only the broken line of NDJSON', async () => {
  const array = await rowsOf('[{"a":1},{"a":nonsense},{"a":3}]');
  expect(codesOf(array)).toEqual(['2 json.broken']);
  expect(array.map(({ raw }) => raw)).toEqual([{ a: 1 }, undefined, { a: 3 }]);
  expect(codesOf(await rowsOf('{"a":1}\n{"a":\n{"a":3}\n'))).toEqual(['2 json.broken']);
});

it('says where a truncated array ends and keeps what came before', async () => {
  const rows = await rowsOf('[{"a":1},{"a":2},{"a":');
  expect(rows.map(({ raw }) => raw)).toEqual([{ a: 1 }, { a: 2 }, undefined]);
  expect(codesOf(rows)).toEqual(['3 json.unfinished']);
  expect(codesOf(await rowsOf('[{"a":1}] and then'))).toEqual(['2 json.broken']);
});

const HEADER = 'externalId;Municipality; education.1.level ;education.1.fields;occupations.1.title;occupations.2.styrk;languages.1.language;languages.1.oral;ownCar;availableFrom;certificates;occupations.2.years;preferences.minPercent';

it('builds records from flattened columns', async () => {
  const rows = await rowsOf(`${HEADER}\nC1;301;4;5|57;"Kokk; og ""servitør""";512;uk;b1;Ja;1.6.2026;truck-T1 | hygiene;2,5;50 %\n\nC2;1103;;;;5131;NO;;nei;;;;\n`);
  expect(rows[0]).toMatchObject({ row: 1, fileRow: 2, raw: {
    externalId: 'C1', municipality: '0301', education: [{ level: 4, fields: [5, '57'] }],
    occupations: [{ title: 'Kokk; og "servitør"' }, { styrk: '512', years: 2.5 }], languages: [{ language: 'uk', oral: 'B1' }],
    ownCar: true, availableFrom: '2026-06-01', certificates: ['truck-T1', 'hygiene'], preferences: { minPercent: 50 },
  } });
  expect(rows[0]?.warnings.map(({ code, path, value }) => ({ code, path, value }))).toEqual([{ code: 'leading-zero.restored', path: 'Municipality', value: '0301' }]);
  expect(rows[1]).toMatchObject({ row: 2, fileRow: 4, raw: { externalId: 'C2', education: [], occupations: [{ styrk: '5131' }], languages: [{ language: 'no' }], ownCar: false } });
});

it('builds the nested lists of a vacancy', async () => {
  const header = 'externalId,title,employer.name,employer.orgNumber,municipality,requirements.languages.1.anyOf.1.language,requirements.languages.1.anyOf.1.oral,requirements.languages.1.anyOf.2.language,requirements.languages.1.strict,employer.industry';
  const [row] = await rowsOf(`${header}\r\nV1,Sveiser,"Verft, AS",974 760 673,4601,no,B1,en,false,1.11\r\n`, 'vacancies');
  expect(row?.raw).toEqual({
    externalId: 'V1', title: 'Sveiser', employer: { name: 'Verft, AS', orgNumber: '974760673', industry: '01.11' }, municipality: '4601',
    requirements: { languages: [{ anyOf: [{ language: 'no', oral: 'B1' }, { language: 'en' }], strict: false }] },
  });
});

it.each([
  ['windows-1252', Buffer.from('externalId;municipality;name\nC1;0301;Bj\xf8rn \xc5s \x96 \x80\n', 'latin1')],
  ['UTF-8', Buffer.from('externalId;municipality;name\nC1;0301;Bjørn Ås – €\n', 'utf8')],
  ['UTF-8 with a mark', Buffer.from('\ufeffexternalId;municipality;name\nC1;0301;Bjørn Ås – €\n', 'utf8')],
  ['UTF-16', Buffer.from('\ufeffexternalId\tmunicipality\tname\nC1\t0301\tBjørn Ås – €\n', 'utf16le')],
  ['Excel with sep=', Buffer.from('sep=,\r\nexternalId,municipality,name\r\nC1,0301,Bjørn Ås – €\r\n', 'utf8')],
])('reads CSV in %s', async (_, bytes) => {
  for (const pieceBytes of [1, 2, 3, 1000]) expect((await rowsOf(bytes, 'candidates', pieceBytes))[0]?.raw).toMatchObject({ municipality: '0301', name: 'Bjørn Ås – €' });
});

it('does not let a stray quote swallow the rows after it', async () => {
  const rows = await rowsOf('externalId;municipality;name\nC1;0301;"a"b\nC2;0301;"over\nto linjer"\nC3;0301;"aldri lukket\nC4;0301;x\n');
  expect(codesOf(rows)).toEqual(['1 csv.quote', '3 csv.quote']);
  expect(rows.map(({ fileRow, raw }) => [fileRow, (raw as { externalId?: string } | undefined)?.externalId])).toEqual([[2, undefined], [3, 'C2'], [5, undefined], [6, 'C4']]);
});

it('refuses formulas, unknown columns with content and more cells than headers', async () => {
  const rows = await rowsOf('externalId;municipality;skills;Kommentar\nC1;0301;=1+1;\nC2;0301;;hei\nC3;0301;a;;b\nC4;="0301";a;;\n');
  expect(codesOf(rows)).toEqual(['1 cell.formula', '2 field.unknown', '3 csv.columns']);
  expect(rows[3]?.raw).toMatchObject({ municipality: '0301' });
  expect(rows[1]?.issues[0]).toMatchObject({ path: 'Kommentar' });
});

it.each([
  ['nothing', '', 'file.empty'], ['blanks', ' \n\n ', 'file.empty'],
  ['a text', 'Hei, dette er et brev.\nHilsen', 'header.unrecognised'], ['a number', '42', 'header.unrecognised'],
  ['a name that stands twice', 'externalId;ExternalID\n1;2', 'header.duplicate'],
  ['bytes', Buffer.from([1, 2, 0, 255, 254, 0, 9, 200]), 'file.binary'], ['a PDF', '%PDF-1.7 …', 'file.binary'],
  ['a packed file', gzipSync('x'), 'file.binary'], ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.old-excel'],
  ['half an archive', Buffer.from('504b030414000000', 'hex'), 'xlsx.broken'],
])('refuses a file that is %s', async (_, content, code) => {
  await expect(rowsOf(content)).rejects.toMatchObject({ name: 'UnreadableFileError', code });
});

it('reads on after a record that is far too long', async () => {
  const rows = await rowsOf(`{"a":1}\n{"a":"${'x'.repeat(600_000)}"}\n{"a":3}\n`, 'candidates', 65_536);
  expect(codesOf(rows)).toEqual(['2 record.too-long']);
  expect(rows.at(-1)?.raw).toEqual({ a: 3 });
});
