import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One line of the feed, in its order. */
export interface StandInLine {
  readonly id: string;
  readonly uuid: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly changed: Date;
  readonly title: string;
  readonly businessName: string;
  readonly municipal: string;
}

export interface StandInAd { readonly status: 'ACTIVE' | 'INACTIVE'; readonly changed: Date; readonly content: object | null }

/** How the server misbehaves. Counters say how often before it behaves. */
export interface Trouble {
  /** Each request fails first this many times with 500. */
  serverErrors?: number;
  /** One in this many answers is cut in the middle, once each. */
  cutEvery?: number;
  /** One in this many requests is told to wait (429), once each. */
  tooManyEvery?: number;
  /** Milliseconds each answer takes. */
  delayMs?: number;
  /** One in this many answers comes only after `slowMs`, once each. */
  slowEvery?: number;
  slowMs?: number;
  /** The newest page is unknown (404) this many times. */
  newestMissing?: number;
  /** Everything answers 503. */
  down?: boolean;
}

export const STAND_IN_TOKEN = 'private.token.of-the-test';

const RFC_1123 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;

/**
 * Behaves as NAV's feed does: a page begins at a line and its last line begins the next page (so pages overlap); a page
 * with nothing after it has no next; `If-Modified-Since` not in RFC 1123 is silently ignored and starts at the oldest
 * line; on a page it leaves lines out.
 */
export class NavStandIn {
  readonly lines: StandInLine[] = [];
  readonly ads = new Map<string, StandInAd>();
  trouble: Trouble = {};
  token = STAND_IN_TOKEN;
  trialToken = 'trial.token.number-1';
  /** `METHOD path` of what was asked, with the headers that matter. */
  readonly requests: { readonly path: string; readonly since: string | undefined; readonly tag: string | undefined }[] = [];
  private readonly tried = new Map<string, number>();
  private answered = 0;
  private server: Server | null = null;

  constructor(private readonly pageSize = 1000) {}

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Adds a line about an ad at the end of the feed, and makes that its state. */
  say(line: Omit<StandInLine, 'id' | 'title' | 'businessName' | 'municipal'> & Partial<StandInLine>, content: object | null): void {
    const id = `00000000-0000-4000-8000-${String(this.lines.length).padStart(12, '0')}`;
    this.lines.push({ id, title: 'Stillingsannonse', businessName: 'Bedriften AS', municipal: '', ...line });
    this.ads.set(line.uuid, { status: line.status, changed: line.changed, content: line.status === 'ACTIVE' ? content : null });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const since = request.headers['if-modified-since'];
    this.requests.push({ path: url.pathname, since, tag: request.headers['if-none-match'] });
    this.answered += 1;
    const { delayMs = 0, slowEvery, slowMs = 0 } = this.trouble;
    const wait = isTurn(this.answered, slowEvery) ? slowMs : delayMs;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (this.refuses(url.pathname, response)) return;
    if (url.pathname === '/api/publicToken') {
      this.send(response, 200, { 'content-type': 'text/plain' }, `Current public token for Nav Job Vacancy Feed:\n${this.trialToken}`);
      return;
    }
    const bearer = request.headers.authorization?.replace('Bearer ', '');
    if (bearer !== this.token && bearer !== this.trialToken) this.send(response, 401, {}, 'Unauthorized');
    else this.route(url, { since, tag: request.headers['if-none-match'] }, response);
  }

  /** Trouble before anything is looked up. */
  private refuses(path: string, response: ServerResponse): boolean {
    const { serverErrors = 0, tooManyEvery, down } = this.trouble;
    const tries = (this.tried.get(path) ?? 0) + 1;
    this.tried.set(path, tries);
    if (down === true) this.send(response, 503, {}, '');
    else if (tries <= serverErrors) this.send(response, 500, {}, 'Internal Server Error');
    else if (isTurn(this.answered, tooManyEvery)) this.send(response, 429, { 'retry-after': '0' }, '');
    else return false;
    return true;
  }

  private route(url: URL, { since, tag }: { since: string | undefined; tag: string | undefined }, response: ServerResponse): void {
    const detail = /^\/api\/v1\/feedentry\/([^/]+)$/.exec(url.pathname)?.[1];
    const pageId = /^\/api\/v1\/feed\/([^/]+)$/.exec(url.pathname)?.[1];
    const cutoff = since !== undefined && RFC_1123.test(since) ? new Date(since) : null;
    if (detail !== undefined) this.sendDetail(detail, response);
    else if (pageId !== undefined) this.sendPage(this.lines.findIndex(({ id }) => id === pageId), { cutoff, tag }, response);
    else if (url.pathname === '/api/v1/feed') {
      const first = url.searchParams.has('last') ? this.lines.length - 1 : cutoff === null ? 0 : this.lines.findIndex(({ changed }) => changed > cutoff);
      this.sendPage(first, { cutoff, tag }, response);
    } else this.send(response, 404, {}, '');
  }

  private sendPage(first: number, { cutoff, tag }: { cutoff: Date | null; tag: string | undefined }, response: ServerResponse): void {
    const start = this.lines[first];
    if (start === undefined) {
      this.send(response, 404, {}, '');
      return;
    }
    const after = this.lines.slice(first + 1).filter(({ changed }) => cutoff === null || changed > cutoff).slice(0, this.pageSize - 1);
    const hasNext = first + after.length + 1 < this.lines.length && after.length > 0;
    if (!hasNext && (this.trouble.newestMissing ?? 0) > 0) {
      this.trouble.newestMissing = (this.trouble.newestMissing ?? 0) - 1;
      this.send(response, 404, {}, '');
      return;
    }
    const shown = [start, ...after];
    const last = shown.at(-1) ?? start;
    const etag = `"${last.id}-${shown.length}"`;
    if (tag === etag) {
      this.send(response, 304, {}, '');
      return;
    }
    const nextId = hasNext ? last.id : null;
    this.send(response, 200, { etag, 'last-modified': last.changed.toUTCString() }, JSON.stringify({
      version: '1.0', title: 'Stillingsfeeden', home_page_url: 'https://arbeidsplassen.nav.no', feed_url: '/api/v1/feed', description: '',
      next_url: nextId === null ? null : `/api/v1/feed/${nextId}`, id: start.id, next_id: nextId, items: shown.map(toItem),
    }));
  }

  private sendDetail(uuid: string, response: ServerResponse): void {
    const ad = this.ads.get(uuid);
    if (ad === undefined) this.send(response, 404, {}, '');
    else this.send(response, 200, {}, JSON.stringify({ uuid, ...(ad.content === null ? {} : { ad_content: ad.content }), sistEndret: ad.changed.toISOString(), status: ad.status }));
  }

  private send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
    if (status === 200 && isTurn(this.answered, this.trouble.cutEvery)) {
      response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
      response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(status === 304 ? undefined : body);
  }
}

const isTurn = (count: number, every: number | undefined): boolean => every !== undefined && count % every === 0;

function toItem({ uuid, status, changed, title, businessName, municipal }: StandInLine): object {
  return {
    id: uuid, url: `/api/v1/feedentry/${uuid}`, title, content_text: 'Stillingsannonse', date_modified: changed.toISOString(),
    _feed_entry: { uuid, status, title, businessName, municipal, sistEndret: changed.toISOString() },
  };
}
