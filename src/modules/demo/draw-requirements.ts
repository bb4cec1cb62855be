import type { EducationLevel } from '../../core/records/candidate.js';
import type { DemandedCefrLevel } from '../../core/records/cefr.js';
import type { LanguageAlternative, LanguageDemand, VacancyOffers, VacancyRequirements } from '../../core/records/vacancy.js';
import type { Random } from './random.js';
import type { DemoVocabulary, Trade, Written } from './vocabulary.js';

/** What one advertisement asks for, and the key of the sentence that says its language demand. */
export interface DrawnDemands {
  readonly requirements: VacancyRequirements;
  /** Key of `Phrases.language`. */
  readonly language: string;
}

const oral = (language: string, level: DemandedCefrLevel): LanguageAlternative => ({ language, oral: level });
const both = (language: string, level: DemandedCefrLevel): LanguageAlternative => ({ language, oral: level, written: level });
const one = (...anyOf: LanguageAlternative[]): LanguageDemand => ({ anyOf, strict: false });
const strictly = (...anyOf: LanguageAlternative[]): LanguageDemand => ({ anyOf, strict: true });

/** What each language sentence means as a demand; `silent` says nothing, so nothing is known. */
export const LANGUAGE_DEMANDS: Readonly<Record<string, readonly LanguageDemand[]>> = {
  noA2oral: [one(oral('no', 'A2'))],
  noenA2oral: [one(oral('no', 'A2'), oral('en', 'A2'))],
  noB1oral: [one(oral('no', 'B1'))],
  noB1: [one(both('no', 'B1'))],
  noB1oralStrict: [strictly(oral('no', 'B1'))],
  noenB1oral: [one(oral('no', 'B1'), oral('en', 'B1'))],
  noB2: [one(both('no', 'B2'))],
  noB2test: [strictly(both('no', 'B2'))],
  noB2patient: [strictly(both('no', 'B2'))],
  noC1: [one(both('no', 'C1'))],
  noAndEn: [one(oral('no', 'B1')), one(oral('en', 'B1'))],
  noenB2: [one(both('no', 'B2'), both('en', 'B2'))],
  enB2: [one(both('en', 'B2'))],
  enB1oral: [one(oral('en', 'B1'))],
  scandB1oral: [one(oral('no', 'B1'), oral('sv', 'B1'), oral('da', 'B1'))],
  ukNoB1: [one(both('uk', 'C1')), one(oral('no', 'B1'))],
  ukNoA2: [one(oral('uk', 'C1')), one(oral('no', 'A2'))],
  open: [],
};

const MANUAL = new Set(['manual', 'kitchen', 'guest', 'safety']);

/** The language profile of an advertisement: those in English come from workplaces that work in English. */
function profileOf(trade: Trade, written: Written): string {
  if (written !== 'en') return trade.demand;
  return MANUAL.has(trade.demand) ? 'english-manual' : 'english-tech';
}

/** Draws what one advertisement asks for from what is usual in its trade. */
export function drawDemands(trade: Trade, written: Written, { random, vocabulary }: { readonly random: Random; readonly vocabulary: DemoVocabulary }): DrawnDemands {
  const profile = vocabulary.skeletons.profiles[profileOf(trade, written)] ?? {};
  const language = random.weighted(Object.entries(profile));
  const languages = LANGUAGE_DEMANDS[language];
  const { experience, education, authorisation, licence } = trade;
  const years = experience && random.chance(experience.percent) ? random.int(experience.min, experience.max) : undefined;
  const certificates = trade.certificates.filter(({ percent }) => random.chance(percent)).map(({ id }) => id);
  const asksEducation = education !== undefined && random.chance(education.percent);
  return {
    language,
    requirements: {
      ...(asksEducation && { education: { minLevel: education.level as EducationLevel, fields: [education.field.length === 1 ? Number(education.field) : education.field], strict: education.strict } }),
      ...(years !== undefined && { experienceYears: years }),
      ...(authorisation !== undefined && { authorisation }),
      ...(certificates.length > 0 && { certificates }),
      ...(licence && random.chance(licence.percent) && { driversLicence: [licence.class] }),
      ...(languages !== undefined && { languages }),
    },
  };
}

const OFFERS = ['buddy', 'mentor', 'languageTrainingAtWork', 'workTraining', 'ordinaryEmploymentAfterTrack'] as const;

/** Draws what the employer is willing to do; a third say nothing. A course is offered mostly where a certificate is asked for. */
export function drawOffers(requirements: VacancyRequirements, random: Random): VacancyOffers {
  if (random.chance(33)) return {};
  const offers: Partial<Record<keyof VacancyOffers, boolean>> = {};
  const [first, ...rest] = random.shuffle(OFFERS);
  if (first) offers[first] = true;
  const second = rest[0];
  if (second && random.chance(50)) offers[second] = true;
  const hasCertificates = (requirements.certificates?.length ?? 0) > 0;
  if (random.chance(hasCertificates ? 55 : 8)) offers.shortCourse = true;
  return offers;
}
