import type { TitleIndex } from './title-index.js';

const magic = 'jobbmatch-titles-1\n';
const arrays = ['meaningStart', 'gramStart', 'meaningCode', 'titleCode', 'gramCount', 'gramTitle', 'meaningShare', 'titleTrust', 'gramWeight'] as const;
type ArrayName = (typeof arrays)[number];
const bytesPerItem: Readonly<Record<ArrayName, 1 | 2 | 4>> = {
  meaningStart: 4, gramStart: 4, meaningCode: 2, titleCode: 2, gramCount: 2, gramTitle: 2, meaningShare: 1, titleTrust: 1, gramWeight: 1,
};

/** The index as bytes: a line that names the form, a line of JSON with the sizes, texts, then the arrays, little-endian. */
export function encodeTitleIndex(index: TitleIndex, source: string): Uint8Array {
  const keys = new TextEncoder().encode(index.keys.join('\n'));
  const header = JSON.stringify({ source, codes: index.codes, keyBytes: keys.length, lengths: arrays.map((name) => index[name].length) });
  const parts = [new TextEncoder().encode(`${magic}${header}\n`), keys,
    ...arrays.map((name) => new Uint8Array(index[name].buffer, index[name].byteOffset, index[name].byteLength))];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An index read back, with the fingerprint of the files it was made of. */
export interface DecodedIndex { readonly index: TitleIndex; readonly source: string }

/** @throws RangeError when the bytes are not an index of this form. */
export function decodeTitleIndex(bytes: Uint8Array): DecodedIndex {
  const headerStart = magic.length;
  const headerEnd = bytes.indexOf(10, headerStart);
  const text = new TextDecoder();
  if (headerEnd < 0 || text.decode(bytes.subarray(0, headerStart)) !== magic) throw new RangeError('not an index of job titles of this version');
  const header = JSON.parse(text.decode(bytes.subarray(headerStart, headerEnd))) as
    { source: string; codes: string[]; keyBytes: number; lengths: number[] };
  let at = headerEnd + 1 + header.keyBytes;
  const read = new Map<ArrayName, ArrayBuffer>();
  arrays.forEach((name, number) => {
    const size = (header.lengths[number] ?? 0) * bytesPerItem[name];
    if (at + size > bytes.length) throw new RangeError('the index of job titles is cut short');
    // Copied, because an array of 4-byte items must start at a multiple of four; `slice` of a subclass may not copy.
    read.set(name, Uint8Array.from(bytes.subarray(at, at + size)).buffer);
    at += size;
  });
  const buffer = (name: ArrayName): ArrayBuffer => read.get(name) ?? new ArrayBuffer(0);
  return {
    source: header.source,
    index: {
      codes: header.codes,
      keys: text.decode(bytes.subarray(headerEnd + 1, headerEnd + 1 + header.keyBytes)).split('\n'),
      meaningStart: new Uint32Array(buffer('meaningStart')), gramStart: new Uint32Array(buffer('gramStart')),
      meaningCode: new Uint16Array(buffer('meaningCode')), titleCode: new Uint16Array(buffer('titleCode')),
      gramCount: new Uint16Array(buffer('gramCount')), gramTitle: new Uint16Array(buffer('gramTitle')),
      meaningShare: new Uint8Array(buffer('meaningShare')), titleTrust: new Uint8Array(buffer('titleTrust')),
      gramWeight: new Uint8Array(buffer('gramWeight')),
    },
  };
}
