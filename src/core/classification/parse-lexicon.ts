import type { FieldRule, KindRule, LexiconFault, TitleFact } from './lexicon.js';

/** What a lexicon file held, and the lines that could not be read. */
export interface Parsed<T> {
  readonly entries: readonly T[];
  readonly faults: readonly LexiconFault[];
}

/** Weight of a meaning marked "?" (seldom) in a title file, compared with 1 for an unmarked one. */
const seldomWeight = 0.35;

/**
 * Reads a title file: one `code: title; title; …` a line, `#` starts a comment line. A code may be followed by a
 * language ("2223 en:"), which is for the reader only. `{a,b}` stands for each of its alternatives,
 * and "?" after a title marks a seldom meaning.
 *
 * @example parseTitleFile('5120: {skips,hotell,}kokk; stuert?').entries.length // => 4
 */
export function parseTitleFile(text: string): Parsed<TitleFact> {
  return parseLines(text, (line) => {
    const match = /^(\d{4})(?: [a-z]{2})?:(.*)$/.exec(line);
    if (match === null) return null;
    const [, code = '', titles = ''] = match;
    return splitList(titles).flatMap((written) => {
      const seldom = written.endsWith('?');
      const weight = seldom ? seldomWeight : 1;
      return expandBraces(seldom ? written.slice(0, -1).trim() : written).map((title) => ({ title, code, weight }));
    });
  });
}

/** Reads a field file: `id: keyword; …` or `id < parent: keyword; …` a line. */
export function parseFieldFile(text: string): Parsed<FieldRule> {
  return parseLines(text, (line) => {
    const match = /^([a-z0-9-]+)(?: < ([a-z0-9-]+))?:(.*)$/.exec(line);
    if (match === null) return null;
    const [, id = '', parent, keywords = ''] = match;
    return [{ id, parent: parent ?? null, keywords: splitList(keywords).flatMap(expandBraces) }];
  });
}

/** Reads a kind file: `id = head; head: field code code; field code; * code` a line; `*` is the fallback. */
export function parseKindFile(text: string): Parsed<KindRule> {
  return parseLines(text, (line) => {
    const match = /^([a-z0-9-]+) = ([^:]+):(.*)$/.exec(line);
    if (match === null) return null;
    const [, id = '', heads = '', rules = ''] = match;
    const codes = new Map<string, readonly string[]>();
    for (const rule of splitList(rules)) {
      const [field, ...styrk] = rule.split(/\s+/);
      if (field === undefined || styrk.length === 0 || !styrk.every((code) => /^\d{4}$/.test(code))) return null;
      codes.set(field, styrk);
    }
    const fallback = codes.get('*') ?? [];
    codes.delete('*');
    return [{ id, heads: splitList(heads).flatMap(expandBraces), codes, fallback }];
  });
}

function parseLines<T>(text: string, read: (line: string) => readonly T[] | null): Parsed<T> {
  const entries: T[] = [];
  const faults: LexiconFault[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const found = read(line);
    if (found === null) faults.push({ line: index + 1, message: `not understood: ${line.slice(0, 60)}` });
    else for (const entry of found) entries.push(entry);
  });
  return { entries, faults };
}

function splitList(list: string): string[] {
  return list.split(';').map((part) => part.trim()).filter((part) => part !== '');
}

/** "{a,b}c" → ["ac", "bc"]; several braces multiply. */
export function expandBraces(text: string): string[] {
  const match = /\{([^{}]*)\}/.exec(text);
  if (match === null) return [text.trim()];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return (match[1] ?? '').split(',').flatMap((choice) => expandBraces(before + choice.trim() + after));
}
