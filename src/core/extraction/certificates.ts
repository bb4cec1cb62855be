import type { ReferenceTables } from '../reference/tables.js';
import { AliasIndex, memoised } from './aliases.js';
import { pattern } from './fold.js';
import { Cues } from './modality.js';
import type { Sentence } from './sentences.js';
import type { Finding } from './span.js';

export interface CertificateReading {
  readonly requirements: readonly Finding<string>[];
  readonly wishes: readonly Finding<string>[];
  /** Certificates whose course the employer gives or pays. */
  readonly offered: readonly Finding<string>[];
}

// Read elsewhere (trade certificates as education, language tests as language), or fetched once the job is offered.
const NOT_READ = /^(?:.*-trade|trade-certificate|norwegian-test.*|police-certificate|tb-test|mrsa-test|health-certificate|medical-seafarer)$/;

const indexOf = memoised((tables: ReferenceTables['certificates']) =>
  new AliasIndex([...tables.values()].filter(({ id }) => !NOT_READ.test(id)).map(({ id, name, aliases }) => ({
    id, names: [name, name.replace(/ ?\(.*$/, ''), ...aliases, ...(id.length <= 4 ? [id] : [])],
  }))));

const PAPER = pattern(String.raw`sertifi|bevis|\w?kurs|kort\b|prøve|godkjen|licen|certif|course|kompetanse|utdan|opplær|gyldig|varme arb|hot work|sikkerhets|førerrett|løyve|kjøreseddel`, '');

const PAPER_NEAR = pattern(String.raw`sertifi|bevis|kurs|godkjen|licen[cs]e|certif|gyldig|førerrett|hms-kort|\bkort\b`, '');

/**
 * Whether the words mean the paper and not the work: "truckførerbevis", "T1", "kurs i fallsikring" do; "kjøre truck",
 * "montere stillas" and "80 m2" do not.
 */
function isPaper({ text, folded }: Sentence, start: number, end: number): boolean {
  const written = text.slice(start, end);
  if (/\d ?$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (/^[A-ZÆØÅ0-9/-]{2,}(?: |$)/.test(written)) return true;
  if (PAPER.test(folded.slice(start, end))) return true;
  return written.length > 3 && PAPER_NEAR.test(folded.slice(Math.max(0, start - 30), Math.min(folded.length, end + 20)));
}

/** Certificates named in the ad, by the names in the table. Tasks and the firm's own certificates are not asked of anyone. */
export function readCertificates(sentences: readonly Sentence[], table: ReferenceTables['certificates']): CertificateReading {
  const index = indexOf(table);
  const found = { requirements: new Map<string, Finding<string>>(), wishes: new Map<string, Finding<string>>(), offered: new Map<string, Finding<string>>() };
  for (const sentence of sentences) {
    if (sentence.kind === 'heading' || sentence.section === 'about' || sentence.section === 'application') continue;
    const papers = index.find(sentence.folded).filter(({ start, end }) => isPaper(sentence, start, end));
    if (papers.length === 0) continue;
    // "Truckførerbevis (T1 og T4)": the classes say it, the general word adds nothing.
    const names = papers.filter(({ id }) => !papers.some((other) => other.id.startsWith(`${id}-`)));
    const cues = new Cues(sentence);
    for (const { id, start, end } of names) {
      const judged = cues.judge(start, end);
      const { explicit } = judged;
      const modality = judged.modality === 'must' && cues.offeredNext(start, end) ? 'offered' : judged.modality;
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
