import type { LanguageDemand } from '../records/vacancy.js';
import type { Evidence } from './extraction.js';
import type { ReadDemand } from './languages.js';
import type { Finding } from './span.js';

/** Collects the words each value was read from, while turning findings into values. */
export class EvidenceList {
  private readonly entries: Evidence[] = [];

  constructor(private readonly plainText: string) {}

  /** Notes where `path` was read from. */
  add(path: string, { span: { start, end }, confidence }: Finding<unknown>): void {
    this.entries.push({ path, text: this.plainText.slice(start, end), start, end, confidence });
  }

  /** `{ [name]: value }` with its evidence; `{}` when nothing was found. */
  one<K extends string, T>(under: string, name: K, finding: Finding<T> | null): { [P in K]?: T } {
    if (finding === null) return {};
    this.add(join(under, name), finding);
    return { [name]: finding.value } as { [P in K]?: T };
  }

  /** `{ [name]: values }` with evidence for each; `{}` when there are none. */
  list<K extends string, T>(under: string, name: K, findings: readonly Finding<T>[]): { [P in K]?: readonly T[] } {
    if (findings.length === 0) return {};
    findings.forEach((finding, index) => { this.add(`${join(under, name)}.${index}`, finding); });
    const values: readonly T[] = findings.map(({ value }) => value);
    return { [name]: values } as unknown as { [P in K]?: readonly T[] };
  }

  /** Language demands, each with every place that states it. */
  demands(path: string, read: readonly ReadDemand[]): { languages?: readonly LanguageDemand[] } {
    if (read.length === 0) return {};
    read.forEach(({ findings }, index) => {
      for (const finding of findings) this.add(`${path}.${index}`, finding);
    });
    return { languages: read.map(({ demand }) => demand) };
  }

  /** In order of the text; at the same place by path. */
  all(): readonly Evidence[] {
    return [...this.entries].sort((a, b) => a.start - b.start || a.end - b.end || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }
}

const join = (under: string, name: string): string => (under === '' ? name : `${under}.${name}`);
