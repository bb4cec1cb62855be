import type { VacancyOffers, VacancyRecord, VacancyRequirements } from '../../core/records/vacancy.js';
import { addDays, mondayFrom } from './calendar.js';
import { drawDemands, drawOffers } from './draw-requirements.js';
import { planVacancies, type PlannedVacancy } from './plan-vacancies.js';
import { createRandom, type Random } from './random.js';
import type { DemoVocabulary } from './vocabulary.js';
import { writeAd, type AdFacts } from './write-ad.js';

/**
 * Vacancies in the form of the contract, the same for the same arguments.
 *
 * @param on ISO date the deadlines and starts are counted from
 */
export function generateVacancies(seed: number, on: string, vocabulary: DemoVocabulary): VacancyRecord[] {
  const taken = new Set<string>();
  return planVacancies(vocabulary, createRandom(seed, 'vacancy plan')).map((plan, index) => {
    const random = createRandom(seed, `vacancy ${String(index)}`);
    const employer = nameEmployer(plan, random, { vocabulary, taken });
    const facts = drawFacts({ ...plan, employer, on }, random, vocabulary);
    return toRecord(facts, { id: `DEMO-V${String(index + 1).padStart(3, '0')}`, random, vocabulary });
  });
}

/** An employer nobody has been given yet. */
function nameEmployer({ trade }: PlannedVacancy, random: Random, { vocabulary, taken }: { readonly vocabulary: DemoVocabulary; readonly taken: Set<string> }): string {
  const stems = random.shuffle(vocabulary.names.stems);
  const names = stems.flatMap((stem) => random.shuffle(trade.employers).map((pattern) => pattern.replace('{stem}', stem)));
  const name = names.find((candidate) => !taken.has(candidate)) ?? `${names[0] ?? trade.id} ${String(taken.size)}`;
  taken.add(name);
  return name;
}

function drawFacts(plan: PlannedVacancy & { readonly employer: string; readonly on: string }, random: Random, vocabulary: DemoVocabulary): AdFacts {
  const { trade, written, on } = plan;
  const { requirements, language } = drawDemands(trade, written, { random, vocabulary });
  const employment = random.pick(trade.employment);
  const percent = random.pick(trade.percents);
  const isRange = percent < 100 && random.chance(25);
  const deadline = random.chance(75) ? addDays(on, random.int(5, 45)) : undefined;
  // Seasons begin in spring, other work a few weeks after the deadline.
  const soonest = employment === 'seasonal' ? random.int(95, 160) : random.int(50, 100);
  return {
    ...plan, requirements, language, employment, deadline,
    offers: drawOffers(requirements, random),
    percent: { min: isRange ? Math.max(20, percent - 20) : percent, max: percent },
    hours: random.pick(trade.hours),
    positions: random.weighted([[1, 68], [2, 18], [3, 8], [4, 4], [6, 2]]),
    startDate: random.chance(employment === 'seasonal' ? 90 : 60) ? mondayFrom(addDays(on, soonest)) : undefined,
  };
}

function toRecord(facts: AdFacts, { id, random, vocabulary }: { readonly id: string; readonly random: Random; readonly vocabulary: DemoVocabulary }): VacancyRecord {
  const { trade, written, employer, percent, startDate, deadline } = facts;
  const { weights, skeletons, phrases, names } = vocabulary;
  const description = writeAd(facts, { random, phrases: phrases[written], skeletons });
  const title = random.pick((trade.texts[written] ?? trade.texts.nb).titles);
  const orgNumber = random.chance(30) ? drawOrgNumber(random) : undefined;
  const inTextOnly = random.chance(weights.demandOnlyInTextPercent);
  return {
    externalId: id,
    title,
    description,
    employer: { name: employer, ...(orgNumber !== undefined && { orgNumber }), sector: trade.sector, industry: random.pick(trade.industries) },
    ...(!random.chance(weights.withoutStyrkPercent) && { styrk: trade.styrk }),
    municipality: facts.place.number,
    ...(trade.remotePercent > 0 && { remote: random.chance(trade.remotePercent) }),
    positions: facts.positions,
    ...(percent.min === percent.max ? { percent: percent.max } : { minPercent: percent.min, maxPercent: percent.max }),
    employment: facts.employment,
    workingHours: facts.hours,
    ...(startDate !== undefined && { startDate }),
    ...(deadline !== undefined && { applicationDeadline: deadline }),
    ...structured(facts, inTextOnly),
    contact: contactOf(employer, random, names),
  };
}

/** Demands and offers as fields, or nothing when the advertisement has them in its text alone. */
function structured({ requirements, offers }: AdFacts, inTextOnly: boolean): { requirements?: VacancyRequirements; offers?: VacancyOffers } {
  if (inTextOnly) return {};
  return {
    ...(Object.keys(requirements).length > 0 && { requirements }),
    ...(Object.keys(offers).length > 0 && { offers }),
  };
}

/** A number with the right control digit from a range that has not been given out: real ones begin with 8, 9 or 3. */
function drawOrgNumber(random: Random): string | undefined {
  const digits = `100${String(random.int(10_000, 99_999))}`;
  const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const control = (11 - (sum % 11)) % 11;
  return control === 10 ? undefined : `${digits}${String(control)}`;
}

function contactOf(employer: string, random: Random, { contacts, contactFamily }: DemoVocabulary['names']): { name: string; email: string } {
  const domain = employer.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'o').replace(/å/g, 'a').normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-(as|sa)$|-$/g, '');
  return { name: `${random.pick(contacts)} ${random.pick(contactFamily)}`, email: `jobb@${domain}.example` };
}
