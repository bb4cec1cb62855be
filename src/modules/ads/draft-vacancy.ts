import type { Suggestion } from '../../core/classification/create-linker.js';
import type { Evidence, VacancyWishes } from '../../core/extraction/extraction.js';
import { toPlainBody } from '../../core/extraction/plain-text.js';
import type { VacancyRecord } from '../../core/records/vacancy.js';
import { readAdvertisement, type AdKnowledge } from './read-ad.js';

/** An ad as a vacancy in the making: a person confirms it, adds what no text can say, and registers it. */
export interface VacancyDraft {
  /** In the form of the contract, as far as the text goes. */
  readonly draft: Partial<VacancyRecord>;
  /** Members of the contract that must be added. */
  readonly missing: readonly string[];
  /** Paths of the draft that were read from little: to be looked at before all others. */
  readonly uncertain: readonly string[];
  /** STYRK-08 codes by confidence; in the draft only when sure enough. */
  readonly suggestions: readonly Suggestion[];
  readonly wishes: VacancyWishes;
  readonly noLanguageDemand?: true;
  readonly evidence: readonly Evidence[];
  /** What the offsets of the evidence count in. */
  readonly plainText: string;
}

const LONGEST_TEXT = 20_000;
const SURE_READING = 0.8;

export function draftVacancy({ title, text }: { title: string; text: string }, knowledge: AdKnowledge): VacancyDraft {
  const { extraction, suggestions, styrk } = readAdvertisement({ title, text }, knowledge);
  const { requirements, offers, percent, minPercent, maxPercent, workingHours, remote, employment, evidence, wishes, plainText, noLanguageDemand } = extraction;
  const description = toPlainBody(text).text.trim().slice(0, LONGEST_TEXT);
  const read = {
    description: description === '' ? undefined : description, styrk: styrk ?? undefined, remote, percent, minPercent, maxPercent, employment, workingHours,
    requirements: Object.keys(requirements).length === 0 ? undefined : requirements, offers,
  };
  const draft = { title: title.trim(), ...Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) } as Partial<VacancyRecord>;
  return {
    draft, missing: ['externalId', 'employer.name', 'municipality', ...(draft.title === '' ? ['title'] : [])],
    uncertain: [...new Set([...(styrk === null ? ['styrk'] : []), ...evidence.filter(({ path, confidence }) => !path.startsWith('wishes.') && confidence < SURE_READING).map(({ path }) => path)])],
    suggestions, wishes, ...(noLanguageDemand === undefined ? {} : { noLanguageDemand }), evidence, plainText,
  };
}
