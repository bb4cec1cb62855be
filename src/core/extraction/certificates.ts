import type { ReferenceTables } from '../reference/tables.js';
import type { Ad } from './ad.js';
import { AliasIndex, type AliasMatch } from './aliases.js';
import { pattern } from './fold.js';
import { memoised } from './memoised.js';
import { cuesOf } from './modality.js';
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
export function readCertificates(ad: Ad, table: ReferenceTables['certificates']): CertificateReading {
  const index = indexOf(table);
  const found = { requirements: new Map<string, Finding<string>>(), wishes: new Map<string, Finding<string>>(), offered: new Map<string, Finding<string>>() };
  for (const [sentence, papers] of bySentence(ad, index)) {
    // "Truckførerbevis (T1 og T4)": the classes say it, the general word adds nothing.
    for (const { id, start, end } of papers.filter((one) => !papers.some((other) => other.id.startsWith(`${one.id}-`)))) {
      const judged = cuesOf(sentence).judge(start, end);
      const { explicit } = judged;
      const modality = judged.modality === 'must' && cuesOf(sentence).offeredNext(start, end) ? 'offered' : judged.modality;
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

/** The papers that each sentence names, where a sentence may ask for one. */
function bySentence({ folded, sentences }: Ad, index: AliasIndex): Map<Sentence, AliasMatch[]> {
  const found = new Map<Sentence, AliasMatch[]>();
  let at = 0;
  for (const { id, start, end } of index.find(folded)) {
    while (at < sentences.length && endOf(sentences[at]) < end) at += 1;
    const sentence = sentences[at];
    if (sentence === undefined) break;
    if (start < sentence.start || sentence.kind === 'heading' || sentence.section === 'about' || sentence.section === 'application') continue;
    const place = { id, start: start - sentence.start, end: end - sentence.start };
    if (isPaper(sentence, place.start, place.end)) found.set(sentence, [...(found.get(sentence) ?? []), place]);
  }
  return found;
}

const endOf = (sentence: Sentence | undefined): number => (sentence === undefined ? Infinity : sentence.start + sentence.folded.length);
