import type { VacancyOffers } from '../records/vacancy.js';
import type { Ad } from './ad.js';
import { adLanguage } from './ad-language.js';
import { readAuthorisation } from './authorisations.js';
import { readCertificates, type CertificateReading } from './certificates.js';
import { readEmployment, readRemote, readWorkingHours } from './conditions.js';
import { readEducation } from './education.js';
import { EvidenceList } from './evidence.js';
import { readExperience } from './experience.js';
import type { Advertisement, Extraction, ExtractionTables, VacancyWishes } from './extraction.js';
import { fold } from './fold.js';
import { readLanguages, type LanguageReading } from './languages.js';
import { readLicences } from './licences.js';
import { readOffers } from './offers.js';
import { percentFindings, readPercent } from './percent.js';
import { toPlainBody } from './plain-text.js';
import { splitSentences } from './sentences.js';

/**
 * Reads a job ad: what it demands, what it would like, the conditions and what the employer offers, each with the words it
 * was read from. Languages follow the agreed reading (data/extraction/README.md). Never throws; time is linear in the text.
 *
 * @param advertisement title and text, HTML or plain
 * @param tables names of regulated professions and certificates
 * @example extract({ title: 'Renholder', text: 'Du må snakke litt norsk.' }, tables).requirements
 * // => { languages: [{ anyOf: [{ language: 'no', oral: 'A2', written: 'A2' }] }] }
 */
export function extract(advertisement: Advertisement, tables: ExtractionTables): Extraction {
  const { plainText, ad } = read(advertisement);
  const evidence = new EvidenceList(plainText);
  const languages = readLanguages(ad);
  const demands = readDemands(ad, { tables, languages, evidence });
  const conditions = readConditions(ad, { certificates: demands.certificates, evidence });
  if (languages.notRequired !== null) evidence.add('noLanguageDemand', languages.notRequired);
  const named = languages.requirements.length + languages.wishes.length > 0 || languages.notRequired !== null;
  return {
    plainText,
    requirements: demands.requirements,
    wishes: demands.wishes,
    ...conditions,
    ...(languages.notRequired === null ? {} : { noLanguageDemand: true as const }),
    ...(ad.language === 'en' && !named ? { workingLanguageHint: 'en' as const } : {}),
    evidence: evidence.all(),
  };
}

/** Title and body as one text, cut into sentences. */
function read({ title, text }: Advertisement): { plainText: string; ad: Ad } {
  const titleLine = toPlainBody(title).text.replace(/\s+/g, ' ').trim();
  const body = toPlainBody(text);
  const lead = titleLine === '' ? '' : `${titleLine}\n\n`;
  const marked = new Set([...body.headings].map((offset) => offset + lead.length));
  const plainText = lead + body.text;
  const folded = fold(plainText);
  const sentences = splitSentences({ plainText, folded, titleLength: titleLine.length, marked });
  return { plainText, ad: { folded, sentences, language: adLanguage(folded) } };
}

interface DemandContext { readonly tables: ExtractionTables; readonly languages: LanguageReading; readonly evidence: EvidenceList }
type Demands = Pick<Extraction, 'requirements' | 'wishes'> & { readonly certificates: CertificateReading };

function readDemands(ad: Ad, { tables, languages, evidence }: DemandContext): Demands {
  const education = readEducation(ad);
  const experience = readExperience(ad);
  const licences = readLicences(ad);
  const certificates = readCertificates(ad, tables.certificates);
  const requirements = {
    ...evidence.one('requirements', 'education', education.requirement),
    ...evidence.one('requirements', 'experienceYears', experience.requirement),
    ...evidence.one('requirements', 'authorisation', readAuthorisation(ad, tables.regulatedProfessions)),
    ...evidence.list('requirements', 'certificates', certificates.requirements),
    ...evidence.list('requirements', 'driversLicence', licences.requirements),
    ...evidence.demands('requirements.languages', languages.requirements),
  };
  const wished = evidence.demands('wishes.languages', languages.wishes);
  const wishes: VacancyWishes = {
    languages: wished.languages ?? [],
    ...evidence.one('wishes', 'education', education.wish),
    ...evidence.one('wishes', 'experienceYears', experience.wish),
    ...evidence.list('wishes', 'driversLicence', licences.wishes),
    ...evidence.list('wishes', 'certificates', certificates.wishes),
  };
  return { requirements, wishes, certificates };
}

interface ConditionContext { readonly certificates: CertificateReading; readonly evidence: EvidenceList }
type Conditions = Pick<Extraction, 'percent' | 'minPercent' | 'maxPercent' | 'workingHours' | 'remote' | 'employment' | 'offers'>;

function readConditions(ad: Ad, { certificates, evidence }: ConditionContext): Conditions {
  const percent = readPercent(ad);
  const shares: { percent?: number; minPercent?: number; maxPercent?: number } = {};
  for (const [name, finding] of percent === null ? [] : percentFindings(percent)) {
    shares[name] = finding.value;
    evidence.add(name, finding);
  }
  return {
    ...shares,
    ...evidence.list('', 'workingHours', readWorkingHours(ad)),
    ...evidence.one('', 'remote', readRemote(ad)),
    ...evidence.one('', 'employment', readEmployment(ad)),
    ...offersOf(ad, certificates, evidence),
  };
}

function offersOf(ad: Ad, certificates: CertificateReading, evidence: EvidenceList): { offers?: VacancyOffers } {
  const reading = readOffers(ad);
  const [course] = certificates.offered;
  const all = { ...reading, ...(reading.shortCourse === undefined && course !== undefined ? { shortCourse: { ...course, value: true } } : {}) };
  const offers: Record<string, boolean> = {};
  for (const [name, finding] of Object.entries(all)) {
    offers[name] = finding.value;
    evidence.add(`offers.${name}`, finding);
  }
  return Object.keys(offers).length === 0 ? {} : { offers };
}
