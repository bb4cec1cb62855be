import type { CandidateLanguage } from '../records/candidate.js';
import { cefrIndex, type CefrLevel } from '../records/cefr.js';

/** Levels as steps from nothing (none = 0 … C2 = 6); null = not known. */
export interface LanguageHeld {
  readonly oral: number | null;
  readonly written: number | null;
}

/** Norwegian is one language here, whichever written standard the record names. */
export function languageCode(code: string): string {
  return code === 'nb' || code === 'nn' ? 'no' : code;
}

/**
 * What a person knows of each language. Of several entries for one language the best level counts.
 * Native is oral C2, and written C2 unless `written` says otherwise.
 */
export function languagesHeld(entries: readonly CandidateLanguage[]): ReadonlyMap<string, LanguageHeld> {
  const held = new Map<string, LanguageHeld>();
  for (const entry of entries) {
    const code = languageCode(entry.language);
    const before = held.get(code);
    const oral = steps(entry.oral ?? (entry.native === true ? 'C2' : undefined));
    const written = steps(entry.written ?? (entry.native === true ? 'C2' : undefined));
    held.set(code, { oral: better(before?.oral, oral), written: better(before?.written, written) });
  }
  return held;
}

function steps(level: CefrLevel | undefined): number | null {
  return level === undefined ? null : cefrIndex(level);
}

function better(a: number | null | undefined, b: number | null): number | null {
  if (a === null || a === undefined) return b;
  return b === null ? a : Math.max(a, b);
}
