import { z } from 'zod';
import { isIsoDate } from '../../core/records/iso-date.js';
import { LOCALES, MEASURE_IDS } from '../../core/measures/rule-set.js';

const months = z.int().min(0).max(120);
const age = z.int().min(0).max(120);
const percent = z.int().min(0).max(100);
const effortGroup = z.enum(['standard', 'situational', 'specially-adapted', 'partly-permanently-adapted', 'permanently-adapted']);
const goal = z.enum(['work', 'higher-education', 'upper-secondary', 'other']);
const gapKind = z.enum([
  'language', 'education', 'recognition', 'authorisation', 'certificate', 'licence', 'experience', 'distance', 'hours', 'preference',
]);
const date = z.string().refine(isIsoDate, 'must be a date that exists, YYYY-MM-DD');
const localText = z.strictObject(Object.fromEntries(LOCALES.map((locale) => [locale, z.string().min(1)])));
const byGroup = z.partialRecord(effortGroup, months);

const wageRate = z.strictObject({ percent, months: months.nullable(), thenPercent: percent.nullable() });

const measureParameters = z.strictObject({
  effortGroups: z.array(effortGroup).min(1).optional(),
  age: z.strictObject({ minAtStart: age, minFromYearTurning: age, maxAtStart: age, maxAtEnd: age }).partial().optional(),
  maxMonths: z.union([months, byGroup]).optional(),
  extensionMonths: z.union([months, byGroup]).optional(),
  wageRates: z.partialRecord(effortGroup, wageRate).optional(),
  maxNok: z.int().min(0).nullable().optional(),
  capInG: z.number().min(0).optional(),
  ordinaryContract: z.boolean().optional(),
  employerOffers: z.enum(['mentor', 'languageTrainingAtWork', 'workTraining', 'buddy']).optional(),
  programmeParticipant: z.boolean().optional(),
  noProgrammeRight: z.boolean().optional(),
  trainingRight: z.boolean().optional(),
  reasonNotInRecord: z.boolean().optional(),
});

const length = z.strictObject({ months, extensionMonths: months, minMonths: months });
const ages = z.strictObject({ min: age, max: age });

const programmeParameters = z.strictObject({
  age: ages,
  upperSecondaryLevel: z.int().min(0).max(8),
  higherEducationLevel: z.int().min(0).max(8),
  withUpperSecondary: length,
  towardsHigherEducation: length,
  withoutUpperSecondary: length,
  towardsUpperSecondary: length,
  workDirected: z.strictObject({
    afterMonths: months, hours: z.number().min(0).max(60), partTimeMaxPercent: percent, partTimeHours: z.number().min(0).max(60),
  }),
  norwegianTraining: z.strictObject({
    age: ages, months, extensionWithUpperSecondary: months, extensionWithoutUpperSecondary: months, extensionStep: months,
  }),
  goalsNeedingNorwegian: z.array(goal),
});

const closingTimes = z.strictObject({
  monthsToLevel: z.array(months).length(6),
  certificateCourse: months, longCertificate: months, shortCertificateAtMost: months, recognition: months, authorisation: months,
  placement: months, workTraining: months, wageSubsidy: months, fastTrack: months, steppingStonePercent: percent,
});

/** Versions of one row, oldest first: each period is whole, and no two share a day. */
function versionsOf<T extends z.ZodType>(parameters: T) {
  const version = z.strictObject({
    validFrom: date.nullable(), validTo: date.nullable(), checkedOn: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
    verified: z.boolean(), source: z.string().min(1), parameters,
  });
  return z.array(version).min(1).superRefine((versions, context) => {
    versions.forEach(({ validFrom, validTo }, index) => {
      const refuse = (message: string): void => context.addIssue({ code: 'custom', message, path: [index] });
      if (validFrom !== null && validTo !== null && validTo < validFrom) refuse('validTo is before validFrom');
      if (index === 0) return;
      const before = versions[index - 1]?.validTo ?? null;
      if (before === null) refuse('the version before has no validTo');
      else if (validFrom === null || validFrom <= before) refuse('validFrom must be after validTo of the version before');
    });
  });
}

/** One file of `data/measures` that describes a measure. Unknown members are refused, so that a slip of the pen is found. */
export const measureFile = z.strictObject({
  id: z.enum(MEASURE_IDS),
  name: localText,
  description: localText,
  decidedBy: z.enum(['nav', 'municipality', 'municipality-or-nav', 'employer', 'recognition-body']),
  role: z.enum(['main', 'accompanying', 'other']),
  costRank: z.int().min(0).max(9),
  closes: z.array(gapKind),
  versions: versionsOf(measureParameters),
});

export const programmeFile = z.strictObject({ versions: versionsOf(programmeParameters) });
export const closingTimesFile = z.strictObject({ versions: versionsOf(closingTimes) });
