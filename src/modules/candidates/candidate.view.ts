import type { CandidateRecord } from '../../core/records/candidate.js';
import type { Candidate } from './candidate.entity.js';

/** Who is looking: the municipality's own team, or anyone else. */
export type Viewer = 'own-team' | 'outside';

export interface CandidateView {
  readonly id: string;
  readonly source: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly record: Partial<CandidateRecord>;
}

/** What matching a person to work needs; the rest stays with the team that registered it. */
function shownToAll(record: CandidateRecord): Partial<CandidateRecord> {
  const { externalId, municipality, education, occupations, languages, skills, certificates, driversLicence, ownCar, maxCommuteMinutes } = record;
  const { willingToRelocate, preferences, availableFrom, authorisations, employed } = record;
  return present({
    externalId, municipality, education, occupations, languages, skills, certificates, driversLicence, ownCar, maxCommuteMinutes,
    willingToRelocate, preferences, availableFrom, authorisations, employed,
  });
}

function shownToOwnTeam(record: CandidateRecord): Partial<CandidateRecord> {
  const { name, birthYear, gender, protection, programme, nav, consents, addressProtection } = record;
  return { ...shownToAll(record), ...present({ name, birthYear, gender, protection, programme, nav, consents, addressProtection }) };
}

function present(fields: { [Name in keyof CandidateRecord]?: CandidateRecord[Name] | undefined }): Partial<CandidateRecord> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What leaves the house: a new field stays inside until it is named here. */
export function toView({ id, source, version, createdAt, updatedAt, record }: Candidate, viewer: Viewer): CandidateView {
  const shown = viewer === 'own-team' ? shownToOwnTeam(record) : shownToAll(record);
  return { id, source, version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), record: shown };
}
