import type { Band } from '../../matching/gap.js';
import type { CivilDate } from '../civil-date.js';
import type { MeasureId } from '../rule-set.js';
import { norwegianDate } from './check-todo.js';

const TRACK: Readonly<Record<Band, string>> = {
  direct: 'Direkte i arbeid',
  'fast-track': 'Hurtigspor',
  qualification: 'Lengre kvalifisering',
  'not-now': 'Ikke nå',
};

/** The track a band leads to, in bokmål. */
export function trackName(band: Band): string {
  return TRACK[band];
}

/** What the sentence about the time after speaks of. */
export interface Afterwards {
  readonly fit: 'no-programme' | 'within' | 'with-extension' | 'after' | 'unknown';
  readonly end: CivilDate | null;
  /** Last day the programme may have; null = not known. */
  readonly latest: CivilDate | null;
  readonly measures: readonly MeasureId[];
}

/** What happens after the programme, or what must be found out first; bokmål for staff. */
export function afterwards({ fit, end, latest, measures }: Afterwards): string {
  const ends = end === null ? 'ukjent dato' : norwegianDate(end);
  const last = latest === null ? 'ukjent dato' : norwegianDate(latest);
  switch (fit) {
    case 'no-programme': return 'Personen er ikke i introduksjonsprogrammet; planen er ikke bundet av programtiden.';
    case 'within': return `Planen er ferdig ${ends}, innenfor programtiden.`;
    case 'with-extension': return `Planen er ferdig ${ends}. Det krever vedtak om forlengelse av programmet, som kan vare lengst til ${last}.`;
    case 'unknown': return 'Slutten kan ikke beregnes før opplysningene som mangler er registrert.';
    case 'after': return `Planen er ferdig ${ends}, etter at programmet må slutte ${last}. ${continues(measures)}`;
  }
}

/** Who carries on with what when the programme is over. */
function continues(measures: readonly MeasureId[]): string {
  const sentences: string[] = [];
  if (measures.includes('norwegian-training')) sentences.push('Norskopplæringen kan fortsette ved siden av jobb så lenge retten varer.');
  if (measures.includes('authorisation-path')) sentences.push('Løpet mot autorisasjon fortsetter fra en beslektet jobb.');
  sentences.push('Avtal med NAV før programslutt hvem som følger opp videre.');
  return sentences.join(' ');
}
