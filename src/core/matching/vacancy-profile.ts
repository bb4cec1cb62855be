import type { AccessReading } from '../extraction/access.js';
import type { EmploymentKind, EducationDemand, LanguageDemand, VacancyOffers, VacancyRecord, VacancyRequirements, WorkingHours } from '../records/vacancy.js';
import type { AdReading, MatchingContext } from './context.js';
import { authorisationNamed, credentialNames } from './credentials.js';
import { readingsOf, type Reading } from './readings.js';
import { adStems, type AdStems } from './skill-terms.js';

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
}

/**
 * Reads a vacancy: its own fields first, then what its text says where a field is silent.
 *
 * @param id what the vacancy is called in matches; the record's own id unless the house gives it another
 */
export function profileVacancy(record: VacancyRecord, context: MatchingContext, id = record.externalId): VacancyProfile {
  const text = record.description ?? '';
  const read = context.readAd({ title: record.title, text });
  const demands = demandsOf(record, read, context);
  const readings = readingsOf({ ...(record.styrk === undefined ? {} : { styrk: record.styrk }), title: record.title, text }, context);
  const hours = record.workingHours ?? read.workingHours;
  return {
    id,
    title: record.title,
    readings,
    entryLevel: isEntryLevel(readings, demands, context),
    ...demands,
    offers: { ...read.offers, ...record.offers },
    employment: record.employment ?? read.employment ?? null,
    municipality: record.municipality,
    remote: record.remote ?? read.remote ?? false,
    hours: hours === undefined || hours.length === 0 ? null : hours,
    ...percentOf(record, read),
    access: read.access ?? { carNeeded: false, outsideBusHours: false },
    ad: adStems(`${record.title} ${text}`),
  };
}

type Demands = Pick<VacancyProfile, 'education' | 'experienceYears' | 'authorisation' | 'certificates' | 'licences' | 'languages'>;

function demandsOf(record: VacancyRecord, read: AdReading, { tables }: MatchingContext): Demands {
  const names = credentialNames(tables);
  const demanded: VacancyRequirements = { ...read.requirements, ...record.requirements };
  const named = demanded.certificates ?? [];
  const authorisation = demanded.authorisation ?? named.map(authorisationNamed).find((profession) => profession !== null) ?? null;
  const certificates = named.filter((name) => authorisationNamed(name) === null).map((name) => names.certificate(name));
  return {
    education: demanded.education ?? null,
    experienceYears: demanded.experienceYears ?? null,
    authorisation: authorisation === null ? null : names.profession(authorisation),
    certificates: [...new Set(certificates)].sort(),
    licences: [...new Set(demanded.driversLicence ?? [])].sort(),
    languages: demanded.languages ?? [],
  };
}

/** A range when the record or the ad gives one; a single percentage is a range of one. */
function percentOf(record: VacancyRecord, read: AdReading): { minPercent: number | null; maxPercent: number | null } {
  const said = record.percent ?? record.minPercent ?? record.maxPercent;
  const { percent, minPercent, maxPercent } = said === undefined ? read : record;
  return { minPercent: minPercent ?? percent ?? null, maxPercent: maxPercent ?? percent ?? null };
}

function isEntryLevel(readings: readonly Reading[], demands: Demands, { tables, policy }: MatchingContext): boolean {
  const { education, experienceYears, authorisation, certificates } = demands;
  if (authorisation !== null || (experienceYears ?? 0) > 0) return false;
  if (education && education.minLevel > policy.occupation.entryLevelMaxLevel) return false;
  if (certificates.some((id) => tables.certificates.get(id)?.courseDays === null)) return false;
  const first = readings[0];
  if (!first) return false;
  const usual = tables.occupationEducation.get(tables.similarity.codes[first.index] ?? '');
  return usual !== undefined && usual.usualLevel <= policy.occupation.entryLevelMaxLevel;
}
