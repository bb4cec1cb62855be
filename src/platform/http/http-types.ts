import type { IncomingMessage, ServerResponse } from 'node:http';

/** What we use of Fastify's request; Fastify itself is a dependency of the adapter, not ours. */
export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** The peer's address. */
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly is404?: boolean;
  readonly routeOptions?: { readonly url?: string };
  readonly raw: IncomingMessage;
}

/** What we use of Fastify's reply. */
export interface HttpReply {
  readonly sent: boolean;
  readonly statusCode: number;
  /** Milliseconds since the request came in. */
  readonly elapsedTime: number;
  readonly raw: ServerResponse;
  header(name: string, value: string): this;
  status(code: number): this;
  send(body: unknown): this;
}
