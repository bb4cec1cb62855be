import type { AppConfig } from './config.js';

/** What is settled before the application is assembled. */
export interface Runtime {
  readonly config: AppConfig;
  /** The database to use; with the embedded server only known once it runs. */
  readonly databaseUrl: string;
}

/** Injection token of {@link AppConfig}. */
export const APP_CONFIG = Symbol('AppConfig');
/** Injection token of {@link Runtime}. */
export const RUNTIME = Symbol('Runtime');
