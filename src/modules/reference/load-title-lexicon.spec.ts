import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createLinker } from '../../core/classification/create-linker.js';
import { decodeTitleIndex } from '../../core/classification/title-index-codec.js';
import { loadTitleLexicon, readTitleSources, titleIndexFile } from './load-title-lexicon.js';

const dataDir = join(import.meta.dirname, '..', '..', '..', 'data');
const lexicon = loadTitleLexicon(dataDir);
const linker = createLinker(lexicon);

describe('the shipped title lexicon', () => {
  it('has an index made of the titles as they stand (else run scripts/build-title-lexicon.ts)', () => {
    const { source } = decodeTitleIndex(readFileSync(join(dataDir, 'occupations', titleIndexFile)));
    expect(source).toBe(readTitleSources(dataDir).fingerprint);
  });
  it('knows titles for every code but "not stated", and no other code', () => {
    const written = new Set(readTitleSources(dataDir).facts.map(({ code }) => code));
    expect([...lexicon.names.keys()].filter((code) => code !== '0000' && !written.has(code))).toEqual([]);
    expect([...written].filter((code) => !lexicon.names.has(code))).toEqual([]);
  });
  it('names only known codes and fields in its rules', () => {
    const fields = new Set(lexicon.fields.map(({ id }) => id));
    const codes = lexicon.kinds.flatMap(({ codes: byField, fallback }) => [...byField.values()].flat().concat(fallback));
    expect([...new Set(codes)].filter((code) => !lexicon.names.has(code))).toEqual([]);
    expect(lexicon.fields.filter(({ parent }) => parent !== null && !fields.has(parent))).toEqual([]);
    expect([...new Set(lexicon.kinds.flatMap(({ codes: byField }) => [...byField.keys()]))].filter((id) => !fields.has(id))).toEqual([]);
  });
  it.each([
    ['sjukepleiar', '2223'], ['Vaskehjelp i private hjem', '9111'], ['tømrersvenn', '7115'], ['Barnehagelærer', '2342'], ['yrkessjåfør klasse CE', '8332'],
    ['Renholder søkes til hotell', '9112'], ['helse fag arbeider', '5321'], ['Avdelingsleder sykehjem', '1343'], ['software developer', '2512'],
    ['медсестра', '2223'], ['водій вантажівки', '8332'], ['швачка', '8153'], ['учительница начальных классов', '2341'], ['povar', '5120'], ['Кухарка', '5120'],
  ])('links "%s" to %s', (title, code) => { expect(linker.link(title)[0]?.styrk).toBe(code); });
});
