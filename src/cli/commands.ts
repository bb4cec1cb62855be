import type { Command } from './command.js';

/** Every subcommand, loaded only when called: starting one must not cost the imports of the others. */
export const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  serve: () => import('./serve.command.js'),
  migrate: () => import('./migrate.command.js'),
  import: () => import('./import.command.js'),
  seed: () => import('./seed.command.js'),
  match: () => import('./match.command.js'),
  measures: () => import('./measures.command.js'),
  link: () => import('./link.command.js'),
  extract: () => import('./extract.command.js'),
  feed: () => import('./feed.command.js'),
};
