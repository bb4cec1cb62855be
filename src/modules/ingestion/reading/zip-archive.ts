import { createInflateRaw } from 'node:zlib';
import { UnreadableFileError } from '../issue.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MOST_ENTRIES = 2_000;

interface Entry { readonly method: number; readonly packed: number; readonly offset: number; readonly flags: number }

/** How large the parts of an archive may become when unpacked, in bytes. */
export interface ArchiveLimits { readonly entryBytes: number; readonly totalBytes: number }

function broken(): UnreadableFileError {
  return new UnreadableFileError('xlsx.broken', 'Excel-filen er skadet eller ufullstendig. Åpne den i Excel, lagre den på nytt og prøv igjen.');
}

function tooLarge(): UnreadableFileError {
  return new UnreadableFileError('xlsx.too-large', 'Excel-filen blir for stor når den pakkes ut. Del den i flere filer, eller lagre den som CSV.');
}

/**
 * A zip archive in memory, unpacked piece by piece and never beyond the limits, whatever sizes the archive claims.
 * Nothing is written to disk: the sheets hold people's data.
 */
export class ZipArchive {
  private readonly entries = new Map<string, Entry>();
  private left: number;

  /** @throws UnreadableFileError when the directory cannot be read */
  constructor(private readonly bytes: Buffer, private readonly limits: ArchiveLimits) {
    this.left = limits.totalBytes;
    this.readDirectory();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The unpacked bytes of an entry, piece by piece. @throws UnreadableFileError when missing, damaged, encrypted or too large */
  async *stream(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw broken();
    const packed = this.packed(entry);
    if (entry.method === 0) {
      yield this.count(packed, 0);
      return;
    }
    const inflater = createInflateRaw();
    inflater.end(packed);
    let sofar = 0;
    try {
      for await (const piece of inflater as AsyncIterable<Buffer>) {
        yield this.count(piece, sofar);
        sofar += piece.length;
      }
    } catch (error) {
      throw error instanceof UnreadableFileError ? error : broken();
    }
  }

  private count(piece: Buffer, before: number): Buffer {
    this.left -= piece.length;
    if (this.left < 0 || before + piece.length > this.limits.entryBytes) throw tooLarge();
    return piece;
  }

  private packed(entry: Entry): Buffer {
    const { bytes } = this;
    const readable = entry.method === 0 || entry.method === 8;
    if (!readable || (entry.flags & 1) === 1 || entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_HEADER) throw broken();
    const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
    if (start + entry.packed > bytes.length) throw broken();
    return bytes.subarray(start, start + entry.packed);
  }

  private readDirectory(): void {
    const end = this.findEnd();
    const count = this.bytes.readUInt16LE(end + 10);
    let at = this.bytes.readUInt32LE(end + 16);
    if (count > MOST_ENTRIES) throw tooLarge();
    for (let index = 0; index < count; index += 1) at = this.readEntry(at);
  }

  private readEntry(at: number): number {
    const { bytes } = this;
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//, '');
    this.entries.set(name, {
      flags: bytes.readUInt16LE(at + 8), method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20), offset: bytes.readUInt32LE(at + 42),
    });
    return at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }

  private findEnd(): number {
    const earliest = Math.max(0, this.bytes.length - 22 - 0xffff);
    for (let at = this.bytes.length - 22; at >= earliest; at -= 1) if (this.bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
    throw broken();
  }
}
