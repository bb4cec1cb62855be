import type { AccessReading } from '../extraction/access.js';
import type { EducationDemand, EmploymentKind, LanguageDemand, VacancyOffers, VacancyRecord, WorkingHours } from '../records/vacancy.js';
import type { MatchingContext } from './context.js';
import { authorisationNamed, credentialNames } from './credentials.js';
import { withReading } from './read-vacancy.js';
import { readingsOf, type Reading } from './readings.js';
import { adStems, type AdStems } from './skill-terms.js';
import { welcomedStems } from './welcomed.js';

/** A vacancy read once for matching. `null` members are not known. */
export interface VacancyProfile {
  readonly id: string;
  readonly title: string;
  /** What the work may be, likeliest first; empty when neither code nor title says. */
  readonly readings: readonly Reading[];
  /** Work that takes little schooling and no demanded competence: open to anyone who can do it. */
  readonly entryLevel: boolean;
  readonly education: EducationDemand | null;
  readonly experienceYears: number | null;
  /** Id of the regulated profession demanded, or null. */
  readonly authorisation: string | null;
  /** Ids of demanded certificates. */
  readonly certificates: readonly string[];
  readonly licences: readonly string[];
  readonly languages: readonly LanguageDemand[];
  readonly offers: VacancyOffers;
  readonly employment: EmploymentKind | null;
  readonly municipality: string;
  readonly remote: boolean;
  readonly hours: readonly WorkingHours[] | null;
  readonly minPercent: number | null;
  readonly maxPercent: number | null;
  readonly access: AccessReading;
  readonly ad: AdStems;
  /** Stems of the backgrounds the ad welcomes. */
  readonly welcomed: readonly string[];
}

/**
 * Reads a vacancy: its own fields first, then what its text says where a field is silent.
 *
 * @param id what the vacancy is called in matches; the record's own id unless the house gives it another
 */
export function profileVacancy(record: VacancyRecord, context: MatchingContext, id = record.externalId): VacancyProfile {
  const text = record.description ?? '';
  const read = context.readAd({ title: record.title, text });
  const whole = withReading(record, read);
  const demands = demandsOf(whole, context);
  const readings = readingsOf({ ...(record.styrk === undefined ? {} : { styrk: record.styrk }), title: record.title, text }, context);
  return {
    id,
    title: record.title,
    readings,
    entryLevel: isEntryLevel(readings, { demands, trained: read.trainedOnTheJob ?? false }, context),
    ...demands,
    offers: whole.offers ?? {},
    employment: whole.employment ?? null,
    municipality: record.municipality,
    remote: whole.remote ?? false,
    hours: whole.workingHours === undefined || whole.workingHours.length === 0 ? null : whole.workingHours,
    minPercent: whole.minPercent ?? whole.percent ?? null,
    maxPercent: whole.maxPercent ?? whole.percent ?? null,
    access: read.access ?? { carNeeded: false, outsideBusHours: false },
    ad: adStems(`${record.title} ${text}`),
    welcomed: welcomedStems(text),
  };
}

type Demands = Pick<VacancyProfile, 'education' | 'experienceYears' | 'authorisation' | 'certificates' | 'licences' | 'languages'>;

function demandsOf({ requirements = {} }: VacancyRecord, { tables }: MatchingContext): Demands {
  const names = credentialNames(tables);
  const named = requirements.certificates ?? [];
  // An empty text is a person's word that none is needed, whatever else the ad says.
  const stated = requirements.authorisation ?? named.map(authorisationNamed).find((profession) => profession !== null) ?? '';
  const authorisation = stated.trim() === '' ? null : stated;
  const certificates = named.filter((name) => authorisationNamed(name) === null).map((name) => names.certificate(name));
  return {
    education: requirements.education ?? null,
    experienceYears: requirements.experienceYears ?? null,
    authorisation: authorisation === null ? null : names.profession(authorisation),
    certificates: [...new Set(certificates)].sort(),
    licences: [...new Set(requirements.driversLicence ?? [])].sort(),
    languages: requirements.languages ?? [],
  };
}

/** Nothing is demanded that takes schooling or years, and the work usually takes none, or the ad says that it is learnt on the job. */
function isEntryLevel(readings: readonly Reading[], { demands, trained }: { demands: Demands; trained: boolean }, { tables, policy }: MatchingContext): boolean {
  const { education, experienceYears, authorisation, certificates } = demands;
  if (authorisation !== null || (experienceYears ?? 0) > 0) return false;
  if (education && education.minLevel > policy.occupation.entryLevelMaxLevel) return false;
  if (certificates.some((id) => tables.certificates.get(id)?.courseDays === null)) return false;
  const first = readings[0];
  if (!first) return trained;
  const usual = tables.occupationEducation.get(tables.similarity.codes[first.index] ?? '');
  if (usual === undefined) return false;
  // A degree is never learnt on the job.
  return usual.usualLevel <= policy.occupation.entryLevelMaxLevel || (trained && usual.usualLevel <= policy.occupation.learntOnTheJobMaxLevel);
}
