import { readAdvertisement, type AdKnowledge } from '../modules/ads/read-ad.js';
import { loadKnowledge } from '../modules/matching/create-context.js';
import { jsonObject, output, readOptions, required } from './command-options.js';
import type { Command } from './command.js';
import { readJsonArray } from './read-json-array.js';

interface AdToRead { readonly id: string | number; readonly title: string; readonly text: string }

export const command: Command = {
  summary: 'leser krav, ønsker og vilkår ut av annonsetekster, med ordene de er lest fra',
  usage: `--in FIL [--out FIL]

FIL er en JSON-liste med { "id", "title", "text" }; teksten er ren tekst eller HTML; - er standard inn.`,
  run: async (args) => {
    const options = readOptions(args, { in: { type: 'string' }, out: { type: 'string' } });
    const { items, issues } = await readJsonArray(required(options.in, 'in'), asAd, 'et objekt med «id», «title» og «text»');
    const knowledge = loadKnowledge();
    await output(options.out, jsonObject({ dataVersion: knowledge.tables.dataVersion, issues }, results(items, knowledge)));
    for (const { mend } of issues.slice(0, 20)) process.stderr.write(`jobbmatch: ${mend}\n`);
    return issues.length > 0 ? 1 : 0;
  },
};

/** An ad may lack a title; without an id or a text there is nothing to answer about. */
function asAd(item: unknown): AdToRead | null {
  if (typeof item !== 'object' || item === null) return null;
  const { id, title, text } = item as Partial<Record<keyof AdToRead, unknown>>;
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') return null;
  if (title !== undefined && title !== null && typeof title !== 'string') return null;
  return { id, title: title ?? '', text };
}

function* results(ads: readonly AdToRead[], knowledge: AdKnowledge): Generator<object> {
  for (const { id, title, text } of ads) {
    const { extraction, suggestions, styrk } = readAdvertisement({ title, text }, knowledge);
    yield { id, ...(styrk === null ? {} : { styrk }), suggestions, ...extraction };
  }
}
