import type { CandidateEducation, CandidateRecord, PartOfDay } from '../records/candidate.js';
import { competenceOf, type Competence } from './competence.js';
import type { MatchingContext } from './context.js';
import { authorisationNamed, credentialNames } from './credentials.js';
import { languagesHeld, type LanguageHeld } from './languages-held.js';
import { expandLicences } from './licences.js';
import { skillTerms, type SkillTerms } from './skill-terms.js';
import { backgroundsOf, type Background } from './welcomed.js';

/** Where a person stands with a regulated profession. */
export type AuthorisationStatus = 'granted' | 'applied' | 'none';

/**
 * A candidate record read once for matching. `null` members are not known.
 * Name, birth year, gender, country and ground of residence are left behind here: nothing after this can score them.
 */
export interface CandidateProfile {
  readonly id: string;
  readonly competence: Competence;
  /** What the person's work is called, for ads that welcome it by name. */
  readonly backgrounds: readonly Background[];
  readonly education: readonly CandidateEducation[];
  /** Empty when the record lists no language at all, which is not known. */
  readonly languages: ReadonlyMap<string, LanguageHeld>;
  readonly licences: ReadonlySet<string> | null;
  readonly certificates: ReadonlySet<string> | null;
  readonly authorisations: ReadonlyMap<string, AuthorisationStatus>;
  readonly skills: SkillTerms | null;
  readonly municipality: string;
  readonly ownCar: boolean | null;
  readonly maxCommuteMinutes: number | null;
  readonly willingToRelocate: boolean | null;
  readonly wishedStyrk: readonly string[];
  readonly openToAnyWork: boolean | null;
  readonly minPercent: number | null;
  readonly maxPercent: number | null;
  readonly unavailableHours: readonly PartOfDay[] | null;
}

/** @param id what the person is called in matches; the record's own id unless the house gives it another */
export function profileCandidate(record: CandidateRecord, context: MatchingContext, id = record.externalId): CandidateProfile {
  const { preferences } = record;
  const names = credentialNames(context.tables);
  const competence = competenceOf(record, context);
  return {
    id,
    competence,
    backgrounds: backgroundsOf(record, competence.work, context),
    education: record.education,
    languages: languagesHeld(record.languages),
    licences: record.driversLicence ? expandLicences(record.driversLicence) : null,
    certificates: record.certificates ? new Set(record.certificates.map((name) => names.certificate(name))) : null,
    authorisations: authorisationsOf(record, context),
    skills: skillTerms(record),
    municipality: record.municipality,
    ownCar: record.ownCar ?? null,
    maxCommuteMinutes: record.maxCommuteMinutes ?? null,
    willingToRelocate: record.willingToRelocate ?? null,
    wishedStyrk: preferences?.styrk ?? [],
    openToAnyWork: preferences?.openToAnyWork ?? null,
    minPercent: preferences?.minPercent ?? null,
    maxPercent: preferences?.maxPercent ?? null,
    unavailableHours: preferences?.unavailableHours ?? null,
  };
}

const RANK: Readonly<Record<AuthorisationStatus, number>> = { none: 0, applied: 1, granted: 2 };

function authorisationsOf(record: CandidateRecord, { tables }: MatchingContext): ReadonlyMap<string, AuthorisationStatus> {
  const { profession: idOf } = credentialNames(tables);
  const held = new Map<string, AuthorisationStatus>();
  const note = (profession: string, status: AuthorisationStatus): void => {
    const id = idOf(profession);
    const before = held.get(id);
    if (before === undefined || RANK[status] > RANK[before]) held.set(id, status);
  };
  for (const { profession, status } of record.authorisations ?? []) note(profession, status);
  for (const certificate of record.certificates ?? []) {
    const profession = authorisationNamed(certificate);
    if (profession !== null) note(profession, 'granted');
  }
  return held;
}
