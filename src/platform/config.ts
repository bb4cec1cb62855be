import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { checkoutFolder } from './checkout.js';

/** Where and for whom this process runs. How it decides is policy (`data/policy`), never environment. */
export interface AppConfig {
  /** TCP port, 0–65535; 0 lets the system choose. */
  readonly port: number;
  /** False when `port` is the default, which may give way to the next free one. */
  readonly portIsExplicit: boolean;
  readonly host: string;
  /** `null` = run the embedded PostgreSQL in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder this installation keeps its own files in. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** For whom a caller without sign-in counts. */
  readonly actingAs: ActingAs;
  /** Whether an empty database is filled with the demo caseload. */
  readonly demo: boolean;
  /** NAV's feed of vacancies; `null` = not read. */
  readonly feed: FeedConfig | null;
}

export interface FeedConfig {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** A private token, or `public` for the trial token. Never logged, never shown. */
  readonly token: string;
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
export type ActingAs = 'own-team' | 'outside';

/** The environment cannot be used. Names variables, never their values: these may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`Miljøvariabler kan ikke brukes:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const isPostgresUrl = (value: string): boolean => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol);

/** A token goes in the clear only within this machine. */
function isSafeForToken(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search === '' && hash === '' && username === '';
}

const environment = z.object({
  PORT: z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(65_535)).optional(),
  HOST: z.string().optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  JOBBMATCH_DATA_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  ACTING_AS: z.enum(['own-team', 'outside']).optional(),
  DEMO: z.enum(['on', 'off']).optional(),
  NAV_FEED_URL: z.string().refine(isSafeForToken).transform((url) => url.replace(/\/+$/, '')).optional(),
  NAV_FEED_TOKEN: z.string().regex(/^[\x21-\x7e]{1,4000}$/).optional(),
});

const expected: Record<keyof z.infer<typeof environment>, string> = {
  PORT: 'et heltall fra 0 til 65535',
  HOST: 'en adresse å lytte på',
  DATABASE_URL: 'en adresse på formen postgres://bruker:passord@vert:port/database',
  JOBBMATCH_DATA_DIR: 'en mappe',
  LOG_LEVEL: 'fatal, error, warn, info, debug eller silent',
  ACTING_AS: 'own-team eller outside',
  DEMO: 'on eller off',
  NAV_FEED_URL: 'en https-adresse (http bare på denne maskinen)',
  NAV_FEED_TOKEN: 'et token uten mellomrom, eller public for prøvetokenet',
};

/** True for addresses that only this machine can reach. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Reads and checks the environment; the only place that does. An empty variable counts as absent.
 *
 * @throws ConfigError naming every variable that cannot be used, without its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): AppConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(names.map((name) => `${name} må være ${expected[name as keyof typeof expected]}`));
  }
  const { PORT, HOST = '127.0.0.1', DATABASE_URL, JOBBMATCH_DATA_DIR, LOG_LEVEL = 'info', ACTING_AS, DEMO, NAV_FEED_URL, NAV_FEED_TOKEN } = parsed.data;
  return {
    port: PORT ?? 3000,
    portIsExplicit: PORT !== undefined,
    host: HOST,
    databaseUrl: DATABASE_URL ?? null,
    dataFolder: dataFolderFrom(JOBBMATCH_DATA_DIR),
    logLevel: LOG_LEVEL,
    // Whoever reaches a loopback address already sits at the machine; anyone else is a stranger until they sign in.
    actingAs: ACTING_AS ?? (isLoopback(HOST) ? 'own-team' : 'outside'),
    demo: DEMO === undefined ? DATABASE_URL === undefined : DEMO === 'on',
    feed: feedFrom(NAV_FEED_URL, NAV_FEED_TOKEN),
  };
}

function dataFolderFrom(configured: string | undefined): string {
  if (configured === undefined) return join(checkoutFolder, '.jobbmatch');
  return isAbsolute(configured) ? configured : resolve(configured);
}

/** Where NAV's feed is, and how one reads it without an agreement. */
const navFeed: FeedConfig = { baseUrl: 'https://pam-stilling-feed.nav.no', token: 'public' };

/** Off until the installation names the address or a token. */
function feedFrom(baseUrl = '', token = ''): FeedConfig | null {
  if (baseUrl === '' && token === '') return null;
  return { baseUrl: baseUrl === '' ? navFeed.baseUrl : baseUrl, token: token === '' ? navFeed.token : token };
}
