import { setTimeout as sleep } from 'node:timers/promises';
import { FeedError } from './feed-error.js';
import { readDetail, readPage, type FeedDetail, type FeedPage } from './nav-forms.js';
import { patientFetch, USUAL_PATIENCE, type Answer, type Patience } from './patient-fetch.js';

/** What a request for a page came to. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly page: FeedPage; readonly etag: string | null }
  /** 304: nothing new, or an empty page. */
  | { readonly kind: 'not-modified' }
  /** 404: an unknown page, or nothing newer than asked for. */
  | { readonly kind: 'not-found' };

export type DetailAnswer = { readonly kind: 'detail'; readonly detail: FeedDetail } | { readonly kind: 'not-found' };

export interface NavClientOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** A private token, or `public` for the trial token that the feed hands out. */
  readonly token: string;
  readonly patience?: Patience;
  readonly signal?: AbortSignal | undefined;
  /** Told the outcome of every request by what was asked for; for metrics. */
  readonly onRequest?: (what: Wanted, outcome: string) => void;
}

type Wanted = 'page' | 'detail' | 'token';

/** Asks for the trial token instead of bringing one. */
export const TRIAL_TOKEN = 'public';

/** A whole answer that is no JSON is tried again this often: a proxy may have cut it. */
const MALFORMED_TRIES = 3;

/** Reads NAV's feed of vacancies. Knows its protocol, not what the ads mean. */
export class NavFeedClient {
  private trialToken: string | null = null;

  constructor(private readonly options: NavClientOptions) {}

  /** The first page with something newer than `since`; this is the one request that may carry `If-Modified-Since`. */
  firstPageSince(since: Date): Promise<PageAnswer> {
    // `toUTCString` is RFC 1123. Another form is silently ignored by the feed, which then starts in 2019.
    return this.page('/api/v1/feed', { 'if-modified-since': since.toUTCString() });
  }

  /** A page by id. The tag makes an unchanged page cheap; a time here would leave items out. */
  pageById(id: string, etag: string | null): Promise<PageAnswer> {
    return this.page(`/api/v1/feed/${encodeURIComponent(id)}`, etag === null ? {} : { 'if-none-match': etag });
  }

  async detail(uuid: string): Promise<DetailAnswer> {
    return this.get(`/api/v1/feedentry/${encodeURIComponent(uuid)}`, { what: 'detail', headers: {} }, (answer): DetailAnswer | null => {
      if (answer.status === 404) return { kind: 'not-found' };
      const detail = readDetail(parsed(answer.body));
      return detail === null ? null : { kind: 'detail', detail };
    });
  }

  private page(path: string, headers: Readonly<Record<string, string>>): Promise<PageAnswer> {
    return this.get(path, { what: 'page', headers }, (answer): PageAnswer | null => {
      if (answer.status === 304) return { kind: 'not-modified' };
      if (answer.status === 404) return { kind: 'not-found' };
      const page = readPage(parsed(answer.body));
      return page === null ? null : { kind: 'page', page, etag: answer.headers.get('etag') };
    });
  }

  /** @param understand null = the answer is not in its form */
  private async get<T>(path: string, { what, headers }: { what: Wanted; headers: Readonly<Record<string, string>> }, understand: (answer: Answer) => T | null): Promise<T> {
    for (let attempt = 1; attempt <= MALFORMED_TRIES; attempt += 1) {
      const answer = await this.authorised(path, what, headers);
      if (answer.status >= 400 && answer.status !== 404) throw new FeedError('feed.refused', `HTTP ${answer.status}`);
      const understood = understand(answer);
      if (understood !== null) return understood;
      const { backOffMs } = this.patience;
      if (attempt < MALFORMED_TRIES) await sleep(backOffMs * attempt);
    }
    throw new FeedError('feed.malformed', `the ${what} is not in its form`);
  }

  /** The trial token changes from time to time: one that is refused is fetched anew, once. */
  private async authorised(path: string, what: Wanted, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const used = await this.token();
    const answer = await this.ask(path, what, { ...headers, authorization: `Bearer ${used}` });
    if (answer.status !== 401 && answer.status !== 403) return answer;
    if (this.options.token !== TRIAL_TOKEN) throw unauthorised(answer.status);
    if (this.trialToken === used) this.trialToken = null;
    const second = await this.ask(path, what, { ...headers, authorization: `Bearer ${await this.token()}` });
    if (second.status === 401 || second.status === 403) throw unauthorised(second.status);
    return second;
  }

  private async token(): Promise<string> {
    if (this.options.token !== TRIAL_TOKEN) return this.options.token;
    return (this.trialToken ??= await this.fetchTrialToken());
  }

  private async fetchTrialToken(): Promise<string> {
    const { status, body } = await this.ask('/api/publicToken', 'token', {});
    // A sentence about the token, then the token.
    const token = status === 200 ? /[\w-]{2,}\.[\w-]+\.[\w-]+/.exec(body)?.[0] : undefined;
    if (token === undefined) throw new FeedError('feed.unauthorised', 'there is no trial token at present');
    return token;
  }

  private ask(path: string, what: Wanted, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const { baseUrl, signal, onRequest } = this.options;
    return patientFetch(`${baseUrl}${path}`, {
      headers: { accept: 'application/json', ...headers }, patience: this.patience, signal, onTry: (outcome) => onRequest?.(what, outcome),
    });
  }

  private get patience(): Patience {
    return this.options.patience ?? USUAL_PATIENCE;
  }
}

const unauthorised = (status: number): FeedError => new FeedError('feed.unauthorised', `HTTP ${status}`);

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
