import multipart from '@fastify/multipart';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { AppError } from '../../platform/problems/app-error.js';

/** What we use of the HTTP server while it is put together. */
export interface UploadServer {
  register(plugin: unknown, options: object): unknown;
  addHook(name: 'onRequest', hook: (request: { readonly raw: IncomingMessage }, reply: unknown, done: () => void) => void): unknown;
  addContentTypeParser(type: string, parser: (request: unknown, body: Readable, done: (error: null, body: Readable) => void) => void): unknown;
}

/** What we use of a request that brings a file. */
export interface UploadRequest {
  readonly raw: IncomingMessage;
  readonly body: unknown;
  isMultipart?(): boolean;
  file?(): Promise<{ readonly filename: string; readonly file: Readable } | undefined>;
}

export interface Upload {
  readonly fileName: string | undefined;
  readonly content: Readable;
}

/** The type a file sent as the whole body goes by inside: no parser reads it, whatever it calls itself. */
const RAW_UPLOAD = 'application/vnd.jobbmatch.upload';

const isUpload = ({ method, url }: IncomingMessage): boolean => method === 'POST' && /^\/api\/v1\/imports\/?(?:\?|$)/.test(url ?? '');

/** Lets files through to the import as streams, under every content type. Call before the server is ready. */
export function acceptUploads(server: UploadServer, limitBytes: number): void {
  // One file, and a little more than the limit: our own count says 413 first, in our own words.
  server.register(multipart, { limits: { files: 1, fields: 10, fileSize: limitBytes + 1_048_576 } });
  server.addContentTypeParser(RAW_UPLOAD, (_request, body, done) => done(null, body));
  server.addHook('onRequest', ({ raw }, _reply, done) => {
    const type = raw.headers['content-type'] ?? '';
    if (isUpload(raw) && !type.toLowerCase().startsWith('multipart/form-data')) raw.headers['content-type'] = RAW_UPLOAD;
    done();
  });
}

/** The file a request brings, as a part of a form or as the whole body. @throws AppError when there is none */
export async function uploadOf(request: UploadRequest, fileName: string | undefined): Promise<Upload> {
  if (request.isMultipart?.() === true) {
    const part = await request.file?.();
    if (!part) throw new AppError('request.invalid', 'Skjemaet inneholder ingen fil.', [{ pointer: '/file', code: 'file.missing', detail: 'Legg ved filen som en del av skjemaet.' }]);
    return { fileName: fileName ?? part.filename, content: part.file };
  }
  const { body } = request;
  if (typeof (body as Readable | undefined)?.pipe !== 'function') throw new AppError('import.unreadable', 'Forespørselen inneholder ingen fil.');
  return { fileName, content: body as Readable };
}
