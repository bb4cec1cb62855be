import { UnreadableFileError } from '../issue.js';

/** Where windows-1252 differs from Latin-1: bytes 0x80–0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

/** Length of the UTF-8 sequence that starts at `index`; 0 = not UTF-8, -1 = the chunk ends before it does. */
function sequenceLength(bytes: Buffer, index: number): number {
  const lead = bytes[index] ?? 0;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  for (let offset = 1; offset < length; offset += 1) {
    if (index + offset >= bytes.length) return -1;
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function firstNonAscii(bytes: Buffer): number {
  for (let index = 0; index < bytes.length; index += 1) if ((bytes[index] ?? 0) > 0x7f) return index;
  return -1;
}

function byteOrderMark(start: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * Bytes as text, chunk by chunk, without a byte order mark.
 *
 * The encoding is decided at the first byte outside ASCII: UTF-8 when a whole UTF-8 sequence starts there (Norwegian
 * letters in windows-1252 never make one), windows-1252 otherwise; UTF-16 by its mark. Later bytes that are not
 * UTF-8 become U+FFFD, and a record that holds one is refused in validation.
 */
export async function* decodeText(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decode: ((bytes: Buffer, more: boolean) => string) | undefined;
  let held: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of source) {
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    held = Buffer.alloc(0);
    if (!started) {
      if (bytes.length < 3) {
        held = bytes;
        continue;
      }
      started = true;
      const marked = byteOrderMark(bytes);
      if (marked) decode = streamingDecoder(marked);
    }
    if (!decode) {
      const at = firstNonAscii(bytes);
      const length = at < 0 ? 0 : sequenceLength(bytes, at);
      if (length < 0) {
        held = bytes;
        continue;
      }
      if (at >= 0) decode = length > 0 ? streamingDecoder('utf-8') : decodeWindows1252;
    }
    yield refuseBinary(decode ? decode(bytes, true) : bytes.toString('latin1'));
  }
  if (held.length > 0) yield refuseBinary((decode ?? decodeWindows1252)(held, false));
  else if (decode) yield decode(held, false);
}

function streamingDecoder(encoding: string): (bytes: Buffer, more: boolean) => string {
  const decoder = new TextDecoder(encoding);
  return (bytes, more) => decoder.decode(bytes, { stream: more });
}

function refuseBinary(text: string): string {
  if (text.includes('\0')) {
    throw new UnreadableFileError('file.binary', 'Filen er ikke en tekstfil. Lagre den som CSV (UTF-8), JSON eller Excel (.xlsx) og prøv igjen.');
  }
  return text;
}
