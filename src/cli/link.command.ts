import { createLinker } from '../core/classification/create-linker.js';
import { defaultDataDir } from '../modules/reference/data-files.js';
import { loadTitleLexicon } from '../modules/reference/load-title-lexicon.js';
import { countOption, output, readOptions, required } from './command-options.js';
import type { Command } from './command.js';
import { readJsonArray } from './read-json-array.js';

export const command: Command = {
  summary: 'foreslår STYRK-08-kode for stillings- og yrkestitler',
  usage: `--in FIL [--top 5] [--out FIL]

FIL er en JSON-liste med titler på norsk, engelsk eller ukrainsk; - er standard inn.`,
  run: async (args) => {
    const options = readOptions(args, { in: { type: 'string' }, top: { type: 'string' }, out: { type: 'string' } });
    const top = countOption(options.top, 'top', 5);
    const { items, issues } = await readJsonArray(required(options.in, 'in'), (item) => (typeof item === 'string' ? item : null), 'en tekst');
    const linker = createLinker(loadTitleLexicon(defaultDataDir()));
    const results = items.map((title) => ({ title, suggestions: top === 0 ? [] : linker.link(title, { top }) }));
    await output(options.out, [`${JSON.stringify({ results, issues })}\n`]);
    return issues.length > 0 ? 1 : 0;
  },
};
