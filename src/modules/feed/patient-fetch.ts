import { setTimeout as sleep } from 'node:timers/promises';
import { FeedError } from './feed-error.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface Patience {
  /** How often a request is tried in all, >= 1. */
  readonly attempts: number;
  /** Longest one try may take, body included. */
  readonly timeoutMs: number;
  /** Pause before the second try; doubles for each further one. */
  readonly backOffMs: number;
  readonly longestPauseMs: number;
}

export const USUAL_PATIENCE: Patience = { attempts: 6, timeoutMs: 30_000, backOffMs: 500, longestPauseMs: 60_000 };

export interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly patience: Patience;
  readonly signal?: AbortSignal | undefined;
  /** Told the outcome of every try: an HTTP status, or `failed`. */
  readonly onTry?: ((outcome: string) => void) | undefined;
}

const LARGEST_BODY = 64_000_000;

/**
 * Asks until there is an answer worth having: 429, 5xx, timeouts and cut connections are tried again with growing pauses
 * and jitter, or as long as `Retry-After` says. Redirects are not followed: the token is for this server alone.
 *
 * @throws FeedError `feed.unavailable` when patience runs out; the signal's reason when it is aborted
 */
export async function patientFetch(url: string, { headers, patience, signal, onTry }: FetchOptions): Promise<Answer> {
  let cause: unknown;
  for (let attempt = 1; attempt <= patience.attempts; attempt += 1) {
    signal?.throwIfAborted();
    let asked: number | null = null;
    try {
      const answer = await once(url, { headers, timeoutMs: patience.timeoutMs, signal });
      onTry?.(String(answer.status));
      if (answer.status !== 429 && answer.status < 500) return answer;
      cause = new Error(`HTTP ${answer.status}`);
      asked = retryAfterMs(answer.headers.get('retry-after'));
    } catch (error) {
      signal?.throwIfAborted();
      onTry?.('failed');
      cause = error;
    }
    if (attempt < patience.attempts) await sleep(pauseMs(attempt, asked, patience), undefined, signal ? { signal } : {});
  }
  throw new FeedError('feed.unavailable', `no answer after ${patience.attempts} tries`, { cause });
}

async function once(url: string, { headers, timeoutMs, signal }: { headers: Readonly<Record<string, string>>; timeoutMs: number; signal: AbortSignal | undefined }): Promise<Answer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { headers, redirect: 'error', signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  return { status: response.status, headers: response.headers, body: await readBody(response) };
}

async function readBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > LARGEST_BODY) throw new Error('answer too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Half of the pause is certain, half by chance, so that clients that failed together do not come back together. */
function pauseMs(attempt: number, asked: number | null, { backOffMs, longestPauseMs }: Patience): number {
  if (asked !== null) return Math.min(asked, longestPauseMs);
  const full = Math.min(longestPauseMs, backOffMs * 2 ** (attempt - 1));
  return full / 2 + Math.random() * (full / 2);
}

/** `Retry-After` in seconds or as a date; null when absent or neither. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
