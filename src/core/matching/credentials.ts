import { foldNorwegian } from '../text/index.js';
import type { CertificateEntry, ReferenceTables, RegulatedProfession } from '../reference/tables.js';

/** Turns the names people write for certificates and professions into the ids of the tables. */
export interface CredentialNames {
  /** Id of a certificate, or the folded text itself when the tables do not know it. */
  readonly certificate: (name: string) => string;
  /** Id of a regulated profession, or the folded text itself. */
  readonly profession: (name: string) => string;
}

const AUTHORISATION = /^authori[sz]ation\s*:\s*/i;

/** The profession named by a certificate of the form `authorisation:nurse`; null for an ordinary certificate. */
export function authorisationNamed(certificate: string): string | null {
  return AUTHORISATION.test(certificate) ? certificate.replace(AUTHORISATION, '') : null;
}

const names = new WeakMap<ReferenceTables, CredentialNames>();

export function credentialNames(tables: ReferenceTables): CredentialNames {
  const known = names.get(tables);
  if (known) return known;
  const certificates = aliasIndex(tables.certificates.values());
  const professions = aliasIndex(tables.regulatedProfessions.values());
  const made = { certificate: (name: string) => lookUp(certificates, name), profession: (name: string) => lookUp(professions, name) };
  names.set(tables, made);
  return made;
}

const key = (text: string): string => foldNorwegian(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function aliasIndex(entries: Iterable<CertificateEntry | RegulatedProfession>): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const { id, name, aliases } of entries) {
    for (const alias of [id, name, ...aliases]) if (!index.has(key(alias))) index.set(key(alias), id);
  }
  return index;
}

/** An exact alias first; else the longest alias that stands as whole words inside the name ("gyldig truckførerbevis T1"). */
function lookUp(index: ReadonlyMap<string, string>, name: string): string {
  const folded = key(name);
  const exact = index.get(folded);
  if (exact !== undefined) return exact;
  const words = folded.split(' ');
  for (let size = words.length - 1; size >= 1; size -= 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      const found = index.get(words.slice(start, start + size).join(' '));
      if (found !== undefined) return found;
    }
  }
  return folded;
}
