/** One hand-written fact: people with this title do the work of this code. */
export interface TitleFact {
  /** As people write it, any language and script. */
  readonly title: string;
  /** STYRK-08, four digits. */
  readonly code: string;
  /** > 0: how usual this meaning of the title is, compared with its other meanings. 1 = the usual meaning. */
  readonly weight: number;
}

/** A trade, subject or place of work that decides between codes ("bygg", "bank", "bryggeri"). */
export interface FieldRule {
  readonly id: string;
  /** The wider field that answers when a kind of job says nothing about this one; null = none. */
  readonly parent: string | null;
  readonly keywords: readonly string[];
}

/** A kind of job named by its head word ("ingeniør", "leder"); the field decides its code. */
export interface KindRule {
  readonly id: string;
  readonly heads: readonly string[];
  /** Field id → codes, most usual first. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Codes when no field is known, most usual first; may be empty. */
  readonly fallback: readonly string[];
}

/** A line of a lexicon file that could not be read. */
export interface LexiconFault {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}
