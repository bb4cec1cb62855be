import type { Gap } from '../../matching/gap.js';
import type { CandidateProgramme, CandidateRecord, EffortGroup } from '../../records/candidate.js';
import type { VacancyOffers, VacancyRecord } from '../../records/vacancy.js';

/** The date the cases are judged on unless they say otherwise. */
export const ON = '2026-11-22';

/** A participant for whom every rule about the person is met: 41 years old, in the fifth month of the programme. */
export function person(changes: Partial<CandidateRecord> = {}): CandidateRecord {
  return {
    externalId: 'C1', municipality: '1103', birthYear: 1985,
    education: [{ level: 4, recognition: 'none' }], occupations: [], languages: [],
    nav: { effortGroup: 'situational' }, programme: programme(), ...changes,
  };
}

export function programme(changes: Partial<CandidateProgramme> = {}): CandidateProgramme {
  return { status: 'participating', startDate: '2026-07-01', goal: 'work', workDirectedHoursPerWeek: 15, ...changes };
}

export function inGroup(effortGroup: EffortGroup | undefined): CandidateRecord {
  return person({ nav: effortGroup === undefined ? {} : { effortGroup } });
}

/** A post with an ordinary contract; nothing said of what the employer offers. */
export function post(changes: Partial<VacancyRecord> = {}): VacancyRecord {
  return { externalId: 'V1', title: 'Medarbeider', employer: { name: 'Prøvebedriften' }, municipality: '1103', employment: 'permanent', ...changes };
}

export function offering(offers: VacancyOffers): VacancyRecord {
  return post({ offers });
}

const GAP = { closable: true, covered: false, strict: false } as const;

/** Norwegian A2 where B1 is asked for: one step, five months. */
export function languageGap(changes: Partial<Gap> = {}): Gap {
  return { ...GAP, kind: 'language', needs: 'no B1 oral', has: 'no A2 oral', steps: 1, months: 5, language: 'no', ...changes };
}

export function experienceGap(changes: Partial<Gap> = {}): Gap {
  return { ...GAP, kind: 'experience', needs: '2 years', has: '0 years', steps: 2, months: 3, ...changes };
}

export function certificateGap(changes: Partial<Gap> = {}): Gap {
  return { ...GAP, kind: 'certificate', needs: 'truck-T1', has: null, steps: null, months: 1, ...changes };
}

export function educationGap(changes: Partial<Gap> = {}): Gap {
  return { ...GAP, kind: 'education', needs: 'level 6', has: 'level 4', steps: 2, months: 4, ...changes };
}

export function authorisationGap(changes: Partial<Gap> = {}): Gap {
  return { ...GAP, kind: 'authorisation', needs: 'nurse', has: null, steps: null, months: 18, ...changes };
}
