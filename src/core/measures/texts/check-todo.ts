import type { CivilDate } from '../civil-date.js';
import type { ProgrammeTime } from '../programme-time.js';
import type { Verdict } from '../verdict.js';
import { factName } from './staff-reason.js';

export type CheckId =
  | 'work-directed-hours' | 'programme-end' | 'extension' | 'norwegian-training-year' | 'main-measure-overlap'
  | 'measure-length' | 'programme-age' | 'protection-ground' | 'kvp-exclusion' | 'language-offer';

/** The dates and figures the sentences speak of. */
export interface CheckFigures extends ProgrammeTime {
  readonly on: CivilDate;
  readonly required: number | null;
  /** Last day of the first year of Norwegian training, and of the longest permitted. */
  readonly trainingEnds: readonly [CivilDate, CivilDate | null] | null;
}

/** A date as Norwegians write it: `2026-12-31` as `31.12.2026`. */
export function norwegianDate(date: CivilDate): string {
  return date.split('-').reverse().join('.');
}

const shown = (date: CivilDate | null): string => (date === null ? 'ukjent dato' : norwegianDate(date));

const NOT_MET: Readonly<Record<CheckId, (figures: CheckFigures) => string>> = {
  'work-directed-hours': ({ required }) =>
    `Legg inn flere arbeidsrettede timer: kravet er minst ${String(required ?? 0)} timer per uke. En praksisplass eller et kurs kan telle med.`,
  'programme-end': ({ earliestEnd, latestEnd }) =>
    `Flytt planlagt slutt: programmet må slutte senest ${shown(latestEnd)} (og ikke før ${shown(earliestEnd)}), eller si hva som skjer etterpå.`,
  extension: ({ latestEnd }) => `Programmet kan ikke vare lenger enn til ${shown(latestEnd)}, heller ikke med forlengelse.`,
  'norwegian-training-year': ({ trainingEnds }) =>
    `Tiden for norskopplæring er ute (lengst til ${shown(trainingEnds?.[1] ?? null)}). Finn et annet tilbud.`,
  'main-measure-overlap': () => 'To hovedtiltak går samtidig. Det er en advarsel: endre datoene, eller begrunn hvorfor.',
  'measure-length': () => 'Et tiltak i planen varer lenger enn reglene tillater. Kort det ned.',
  'programme-age': () => 'Alderen ved start er utenfor 18–55 år. Kontroller retten til introduksjonsprogram.',
  'protection-ground': () => 'Datoene følger reglene for midlertidig kollektiv beskyttelse. Kontroller programtiden mot reglene for denne personen.',
  'kvp-exclusion': () => 'Personen har rett til introduksjonsprogram og er ikke i målgruppen for kvalifiseringsprogrammet. Ta det ut av planen.',
  'language-offer': () => 'Språktilbudet passer ikke med målet. Legg inn opplæring i språket målet krever.',
};

/** What a met check still asks for. */
const MET: Readonly<Partial<Record<CheckId, (figures: CheckFigures) => string>>> = {
  'norwegian-training-year': ({ trainingEnds, on }) => {
    const [firstYear, longest] = trainingEnds ?? [null, null];
    if (firstYear === null || on <= firstYear) return '';
    return `Første år gikk ut ${shown(firstYear)}: kontroller at opplæringen er forlenget, lengst til ${shown(longest)}.`;
  },
};

/** What to do about a check, in bokmål for staff; empty when there is nothing to do. */
export function checkTodo(id: CheckId, verdict: Verdict, figures: CheckFigures): string {
  switch (verdict.outcome) {
    case 'met': return MET[id]?.(figures) ?? '';
    case 'not-met': return NOT_MET[id](figures);
    case 'unknown': return `Finn ut og registrer: ${verdict.missing.map(factName).join(', ')}.`;
  }
}
