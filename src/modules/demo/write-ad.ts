import type { EmploymentKind, VacancyOffers, VacancyRequirements, WorkingHours } from '../../core/records/vacancy.js';
import type { Random } from './random.js';
import type { DemoPlace, Phrases, Skeletons, Trade, TradeText, Written } from './vocabulary.js';

/** The facts an advertisement is written from. */
export interface AdFacts {
  readonly trade: Trade;
  readonly written: Written;
  readonly place: DemoPlace;
  readonly employer: string;
  readonly requirements: VacancyRequirements;
  /** Key of `Phrases.language`. */
  readonly language: string;
  readonly offers: VacancyOffers;
  readonly employment: EmploymentKind;
  readonly percent: { readonly min: number; readonly max: number };
  readonly hours: readonly WorkingHours[];
  readonly positions: number;
  readonly startDate: string | undefined;
  readonly deadline: string | undefined;
}

/** What an advertisement is written with. */
export interface AdTools {
  readonly random: Random;
  readonly phrases: Phrases;
  readonly skeletons: Skeletons;
}

/** Fewer words than this look like a note, not an advertisement. */
const FEWEST_WORDS = 88;

type Part = (facts: AdFacts, tools: AdTools) => readonly string[];

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const textOf = ({ trade, written }: AdFacts): TradeText => trade.texts[written] ?? trade.texts.nb;

const some = (list: readonly string[], count: number, random: Random): string[] => {
  const chosen = new Set(random.shuffle(list).slice(0, count));
  return list.filter((sentence) => chosen.has(sentence));
};

const toneOf = ({ trade }: AdFacts, { skeletons }: AdTools): string => skeletons.tone[trade.group] ?? 'craft';

function formal(facts: AdFacts, { random, phrases }: AdTools): string[] {
  const { requirements, offers } = facts;
  const text = textOf(facts);
  const sentences: string[] = [];
  if (requirements.authorisation !== undefined) sentences.push(filled(random.pick(phrases.authorisation), { name: text.authorisationName ?? '' }));
  if (requirements.education) {
    const templates = requirements.education.strict === true ? phrases.educationStrict : phrases.educationOpen;
    sentences.push(filled(random.pick(templates), { name: text.educationName ?? '' }));
  }
  for (const id of requirements.certificates ?? []) {
    const name = text.certificateNames[facts.trade.certificates.findIndex((certificate) => certificate.id === id)] ?? id;
    sentences.push(filled(random.pick(offers.shortCourse === true ? phrases.certificateCourse : phrases.certificate), { name }));
  }
  for (const licence of requirements.driversLicence ?? []) sentences.push(filled(random.pick(phrases.licence), { class: licence, why: text.licenceWhy ?? '' }));
  return sentences;
}

const demands: Part = (facts, tools) => {
  const { requirements, language } = facts;
  const { random, phrases } = tools;
  const text = textOf(facts);
  const years = requirements.experienceYears;
  const experience = (): string | undefined => {
    if (years !== undefined) return filled(random.pick(phrases.experience), { years: phrases.years[years] ?? '', in: text.experienceIn ?? '' });
    if (text.experienceIn !== undefined) return random.chance(60) ? filled(random.pick(phrases.experienceWish), { in: text.experienceIn }) : undefined;
    return requirements.education || requirements.authorisation !== undefined ? undefined : random.pick(phrases.noExperience);
  };
  const sentences = phrases.language[language] ?? [];
  const spoken = sentences.length > 0 ? filled(random.pick(sentences), { why: text.languageWhy }) : undefined;
  return [...formal(facts, tools), experience(), spoken].filter((sentence): sentence is string => sentence !== undefined);
};

const offered: Part = ({ offers, requirements }, { random, phrases }) => {
  const promised = Object.entries(offers).filter(([kind, value]) => value === true && !(kind === 'shortCourse' && requirements.certificates));
  return [...promised.map(([kind]) => random.pick(phrases.offers[kind] ?? [])), random.pick(phrases.pay)];
};

function percentage({ percent: { min, max } }: AdFacts, { percentage: templates }: Phrases): string {
  if (min !== max) return filled(templates.range, { min: String(min), max: String(max) });
  return max === 100 ? templates.full : filled(templates.part, { percent: String(max) });
}

function dateIn(date: string, { months, date: template }: Phrases): string {
  const [, month, day] = date.split('-').map(Number);
  return filled(template, { day: String(day), month: months[(month ?? 1) - 1] ?? '' });
}

const practical: Part = (facts, tools) => {
  const { employment, hours, positions, startDate, deadline } = facts;
  const { random, phrases } = tools;
  // Care works in "turnus" where others work in "skift".
  const when = hours.join(' ') === 'shift' && toneOf(facts, tools) === 'care' ? 'shift care' : hours.join(' ');
  const dated = (templates: readonly string[], open: readonly string[], date: string | undefined): string =>
    (date === undefined ? random.pick(open) : filled(random.pick(templates), { date: dateIn(date, phrases) }));
  return [
    filled(random.pick(phrases.practical), { employment: phrases.employment[employment] ?? '', percentage: percentage(facts, phrases), hours: phrases.hours[when] ?? '' }),
    ...(positions > 1 ? [filled(phrases.positions, { number: phrases.numbers[positions] ?? String(positions) })] : []),
    dated(phrases.start, phrases.startOpen, startDate),
    dated(phrases.deadline, phrases.deadlineOpen, deadline),
  ];
};

const PARTS: Readonly<Record<string, Part>> = {
  hook: (facts, tools) => [tools.random.pick(tools.phrases.hooks[toneOf(facts, tools)] ?? [])],
  about: (facts, { random }) => [random.pick(textOf(facts).about)],
  tasks: (facts, { random }) => some(textOf(facts).tasks, random.int(2, 3), random),
  duties: (facts) => textOf(facts).duties,
  detail: (facts, { random }) => some(textOf(facts).details, 1, random),
  demands,
  suitability: (facts, tools) => [tools.random.pick(tools.phrases.suitability[toneOf(facts, tools)] ?? [])],
  offers: offered,
  practical,
  place: ({ place, trade }, { random, phrases }) => {
    const kind = trade.place === 'any' ? (place.kinds[0] ?? 'town') : trade.place;
    return [random.pick(phrases.place[kind] ?? [])];
  },
  apply: (_facts, { random, phrases }) => [random.pick(phrases.apply)],
};

const HEADINGS: Readonly<Record<string, 'tasks' | 'demands' | 'offers'>> = { duties: 'tasks', demands: 'demands', offers: 'offers' };

function asList(name: string, lines: readonly string[], { random, phrases }: AdTools): string {
  const heading = HEADINGS[name];
  return [...(heading ? [`${random.pick(phrases.headings[heading])}:`] : []), ...lines.map((line) => `- ${line}`)].join('\n');
}

/** One paragraph: sentences run on, lists stand on lines of their own. */
function paragraph(plan: string, facts: AdFacts, tools: AdTools): string {
  const blocks: string[] = [];
  let running: string[] = [];
  for (const word of plan.trim().split(' ')) {
    const name = word.replace('*', '');
    const said = PARTS[name]?.(facts, tools) ?? [];
    // "You need no experience" is no line for a list of demands.
    const lines = word.startsWith('*') ? said.filter((line) => !tools.phrases.noExperience.includes(line)) : said;
    if (!word.startsWith('*') || lines.length < 2) running.push(...lines);
    else {
      if (running.length > 0) blocks.push(running.join(' '));
      running = [];
      blocks.push(asList(name, lines, tools));
    }
  }
  if (running.length > 0) blocks.push(running.join(' '));
  return blocks.join('\n');
}

/** What a short advertisement may still say, most telling first. */
const MORE = ['suitability', 'place', 'detail', 'apply', 'hook'];

/**
 * Writes an advertisement from its facts: every demand, offer, date and percentage in the text is the one in the facts.
 *
 * @returns plain text of about 80–200 words, paragraphs parted by an empty line
 */
export function writeAd(facts: AdFacts, tools: AdTools): string {
  const skeleton = tools.random.pick(tools.skeletons.skeletons[toneOf(facts, tools)] ?? []);
  const values = { employer: facts.employer, inPlace: facts.place.inPlace, place: facts.place.inPlace.replace(/^\S+ /, '') };
  const paragraphs = skeleton.split('|').map((plan) => paragraph(plan, facts, tools));
  const used = new Set(skeleton.replace(/[|*]/g, ' ').split(/ +/));
  for (const name of MORE) {
    if (countWords(paragraphs.join(' ')) >= FEWEST_WORDS) break;
    if (!used.has(name)) paragraphs.push(paragraph(name, facts, tools));
  }
  return filled(joinLastShort(paragraphs).join('\n\n'), values);
}

/** Sentences added at the end share one paragraph. */
function joinLastShort(paragraphs: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of paragraphs) {
    const last = joined.at(-1);
    if (last !== undefined && !text.includes('\n') && !last.includes('\n') && countWords(text) < 18 && countWords(last) < 30) joined[joined.length - 1] = `${last} ${text}`;
    else joined.push(text);
  }
  return joined;
}

/** Words as people count them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
}
