import type { ReferenceTables } from '../reference/tables.js';
import { AliasIndex, memoised } from './aliases.js';
import { Cues } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

export interface CertificateReading {
  readonly requirements: readonly Finding<string>[];
  readonly wishes: readonly Finding<string>[];
  /** Certificates whose course the employer gives or pays. */
  readonly offered: readonly Finding<string>[];
}

const indexOf = memoised((tables: ReferenceTables['certificates']) =>
  new AliasIndex([...tables.values()].map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] }))));

/** Certificates named in the ad, by the names in the table. Tasks and the firm's own certificates are not asked of anyone. */
export function readCertificates(sentences: readonly Sentence[], table: ReferenceTables['certificates']): CertificateReading {
  const index = indexOf(table);
  const found = { requirements: new Map<string, Finding<string>>(), wishes: new Map<string, Finding<string>>(), offered: new Map<string, Finding<string>>() };
  for (const sentence of sentences) {
    if (sentence.kind === 'heading' || sentence.section === 'about' || sentence.section === 'application') continue;
    const names = index.find(sentence.folded);
    if (names.length === 0) continue;
    const cues = new Cues(sentence);
    for (const { id, start, end } of names) {
      const { modality, explicit } = cues.judge(start, end);
      if (sentence.section === 'tasks' && !explicit) continue;
      const into = { must: found.requirements, wish: found.wishes, offered: found.offered, negated: null }[modality];
      if (into !== null && !into.has(id)) {
        into.set(id, { value: id, span: { start: sentence.start + start, end: sentence.start + end }, confidence: explicit ? 0.92 : 0.85 });
      }
    }
  }
  for (const id of found.requirements.keys()) found.wishes.delete(id);
  return {
    requirements: [...found.requirements.values()].slice(0, 10),
    wishes: [...found.wishes.values()].slice(0, 10),
    offered: [...found.offered.values()],
  };
}
