import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * The file as received, kept in the database until its import has ended, so that any process can take it up again.
 *
 * It may hold what must never be stored (identity numbers in rows that will be refused). Therefore it is kept only
 * encrypted, under a key of its own that is wiped when the import ends: what disk pages and backups still hold of
 * it can then no longer be read.
 */

/** Size of a stored piece, in bytes. */
const PIECE_BYTES = 524_288;

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

export const newPayloadKey = (): Buffer => randomBytes(32);

/** The position makes each nonce unique under the key, and the key is used for one file only. */
function nonceOf(position: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(position, 8);
  return nonce;
}

export function sealPiece(piece: Buffer, key: Buffer, position: number): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(position));
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the piece was tampered with or the key is another */
export function openPiece(sealed: Buffer, key: Buffer, position: number): Buffer {
  const decipher = createDecipheriv(CIPHER, key, nonceOf(position));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
}

/** Regroups a stream into pieces of the stored size, the last one shorter. */
async function* inStoredPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; at + PIECE_BYTES <= all.length; at += PIECE_BYTES) yield all.subarray(at, at + PIECE_BYTES);
    held = [all.subarray(at)];
    size = all.length - at;
  }
  if (size > 0) yield Buffer.concat(held);
}

/**
 * Stores a file piece by piece.
 *
 * @param check called with the size so far before each piece is stored; may throw
 * @returns the file's size in bytes
 */
export async function storePayload(dataSource: DataSource, batch: { readonly id: string; readonly key: Buffer }, { source, check }: { source: AsyncIterable<Uint8Array>; check: (bytes: number) => void }): Promise<number> {
  let position = 0;
  let bytes = 0;
  for await (const piece of inStoredPieces(source)) {
    bytes += piece.length;
    check(bytes);
    await dataSource.query('insert into import_payload (batch_id, position, bytes) values ($1, $2, $3)', [batch.id, position, sealPiece(piece, batch.key, position)]);
    position += 1;
  }
  return bytes;
}

/** The stored file, from its beginning. @param onRead called with the bytes read so far */
export async function* readPayload(dataSource: DataSource, batch: { readonly id: string; readonly key: Buffer }, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for (let position = 0; ; position += 1) {
    const [row] = await dataSource.query<{ bytes: Buffer }[]>('select bytes from import_payload where batch_id = $1 and position = $2', [batch.id, position]);
    if (!row) return;
    const piece = openPiece(row.bytes, batch.key, position);
    bytes += piece.length;
    onRead(bytes);
    yield piece;
  }
}

/** Forgets the file and its key. */
export async function dropPayload(manager: EntityManager, batchId: string): Promise<void> {
  await manager.query('delete from import_payload where batch_id = $1', [batchId]);
  await manager.query('update import_batch set payload_key = null where id = $1', [batchId]);
}
