import { HttpException } from '@nestjs/common';
import { databaseTrouble } from '../database/database-trouble.js';
import { AppError } from './app-error.js';
import { codeForStatus, type ProblemCode } from './catalogue.js';

const detailsByFrameworkCode: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['request.malformed', 'Innholdet er ikke gyldig JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['request.malformed', 'Innholdet er tomt, men sies å være JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['request.malformed', 'Innholdet har en annen lengde enn «Content-Length» sier.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['request.too-large', 'Innholdet er større enn adressen tar imot.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['request.unsupported-media-type', 'Adressen tar ikke imot denne innholdstypen.'],
  FST_ERR_BAD_URL: ['request.malformed', 'Adressen er feil kodet.'],
  FST_REQ_FILE_TOO_LARGE: ['request.too-large', 'Filen er større enn adressen tar imot.'],
};

/** Turns whatever was thrown into an expected failure, or null when it is a fault of ours. */
export function classify(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  // Nest wraps what Fastify throws; the original tells more, and its text is not for callers.
  if (error instanceof HttpException) return fromFramework(error.cause) ?? new AppError(codeForStatus(error.getStatus()), textOf(error));
  const trouble = databaseTrouble(error);
  if (trouble) return new AppError(trouble, 'Prøv igjen om litt.', { headers: { 'retry-after': '2' } });
  return fromFramework(error);
}

function textOf(error: HttpException): string {
  const body = error.getResponse();
  if (typeof body === 'string') return body;
  const { message } = body as { message?: unknown };
  if (Array.isArray(message)) return message.join('; ');
  return typeof message === 'string' ? message : error.message;
}

/** Fastify and its plugins throw errors with `code` and `statusCode`. */
function fromFramework(error: unknown): AppError | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? detailsByFrameworkCode[code] : undefined;
  if (known) return new AppError(...known);
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return null;
  return new AppError(codeForStatus(statusCode), 'Forespørselen ble avvist.');
}
