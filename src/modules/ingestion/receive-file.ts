import type { DataSource, EntityManager } from 'typeorm';
import { maskIdentityNumbers } from '../../platform/privacy/mask.js';
import { AppError } from '../../platform/problems/app-error.js';
import type { RecordKind } from './issue.js';
import { newPayloadKey, storePayload } from './payload-store.js';

/** A file that comes in. */
export interface IncomingFile {
  readonly kind: RecordKind;
  readonly source: string;
  readonly fileName?: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
  /** Throws when so many bytes are too many. */
  readonly check: (bytes: number) => void;
  /** Done in the transaction that makes the file count as received, e.g. adding its job. */
  readonly onReceived?: (manager: EntityManager, batchId: string) => Promise<unknown>;
}

/** The last part of a file name, without identity numbers and control characters, at most 200 characters. */
export function safeFileName(name: string | undefined): string | null {
  const last = (name ?? '').split(/[/\\]/).at(-1)?.replace(/\p{C}/gu, '').trim() ?? '';
  return last === '' ? null : maskIdentityNumbers(last).slice(0, 200);
}

/** Stores a file and opens its batch. A file that does not come to its end leaves nothing behind. @returns the batch's id @throws AppError 422 when it is empty */
export async function receiveFile(dataSource: DataSource, file: IncomingFile): Promise<string> {
  const key = newPayloadKey();
  const [batch] = await dataSource.query<{ id: string }[]>(
    'insert into import_batch (kind, source, file_name, payload_key) values ($1, $2, $3, $4) returning id', [file.kind, file.source, safeFileName(file.fileName), key]);
  const id = batch?.id ?? '';
  try {
    const bytes = await storePayload(dataSource, { id, key }, { source: file.content, check: file.check });
    if (bytes === 0) throw new AppError('import.unreadable', 'Filen er tom.');
    await dataSource.transaction(async (manager) => {
      await manager.query('update import_batch set bytes = $2 where id = $1', [id, bytes]);
      await file.onReceived?.(manager, id);
    });
    return id;
  } catch (error) {
    await dataSource.query('delete from import_batch where id = $1', [id]).catch(() => undefined);
    throw error;
  }
}
