import { allocate, type Random } from './random.js';
import type { DemoPlace, DemoVocabulary, Trade, Written } from './vocabulary.js';

/** One vacancy before anything is drawn for it. */
export interface PlannedVacancy {
  readonly trade: Trade;
  readonly place: DemoPlace;
  readonly written: Written;
}

/**
 * Shares out trades by industry, counties and written languages exactly by the published figures, and puts each trade
 * where it is found: fish farms by the sea, farms outside the towns.
 */
export function planVacancies(vocabulary: DemoVocabulary, random: Random): PlannedVacancy[] {
  const { weights } = vocabulary;
  const trades = random.shuffle(allocateTrades(vocabulary));
  const areas = random.shuffle(allocate(weights.areas, weights.vacancies));
  const placed = new Map<number, DemoPlace>();
  // The choosy first, or the last ones would find only places they cannot use.
  const order = [...trades.keys()].sort((a, b) => choosiness(trades[a]) - choosiness(trades[b]) || a - b);
  for (const index of order) placed.set(index, takePlace(trades[index] as Trade, areas, { vocabulary, random }));
  const plan = trades.map((trade, index) => ({ trade, place: placed.get(index) as DemoPlace }));
  return withLanguages(plan, vocabulary, random);
}

function allocateTrades({ weights, trades }: DemoVocabulary): Trade[] {
  const byId = new Map(trades.map((trade) => [trade.id, trade]));
  const places = allocate(weights.industries, weights.vacancies);
  return [...new Set(places)].flatMap((group) => {
    const shares = Object.fromEntries(trades.filter((trade) => trade.group === group).map(({ id, weight }) => [id, weight]));
    return allocate(shares, places.filter((place) => place === group).length).flatMap((id) => byId.get(id) ?? []);
  });
}

function choosiness(trade: Trade | undefined): number {
  return ['coast', 'rural', 'town', 'any'].indexOf(trade?.place ?? 'any');
}

function suits(place: DemoPlace, trade: Trade): boolean {
  return trade.place === 'any' || place.kinds.includes(trade.place);
}

/** Takes the first county left that has a fitting place, and draws a place in it by weight. */
function takePlace(trade: Trade, areas: string[], { vocabulary, random }: { readonly vocabulary: DemoVocabulary; readonly random: Random }): DemoPlace {
  const fitting = (area: string): DemoPlace[] => vocabulary.places.filter((place) => place.area === area && suits(place, trade));
  const at = Math.max(0, areas.findIndex((area) => fitting(area).length > 0));
  const [area = ''] = areas.splice(at, 1);
  return random.weighted(fitting(area).map((place) => [place, place.weight] as const));
}

/** Counties where nynorsk is written too, nearest first. */
const NYNORSK_NEARBY: Readonly<Record<string, number>> = { vestland: 1, 'more-romsdal': 1, rogaland: 2, innlandet: 3, agder: 3 };

/** Gives nynorsk to advertisements from places that write it first, English to trades that have English words. */
function withLanguages(plan: readonly Omit<PlannedVacancy, 'written'>[], { weights }: DemoVocabulary, random: Random): PlannedVacancy[] {
  const share = (percent: number): number => Math.round((percent / 100) * plan.length);
  const mixed = random.shuffle([...plan.keys()]);
  const hasText = (index: number, written: 'nn' | 'en'): boolean => plan[index]?.trade.texts[written] !== undefined;
  const distance = (index: number): number => {
    const place = plan[index]?.place;
    return place?.written === 'nn' ? 0 : (NYNORSK_NEARBY[place?.area ?? ''] ?? 4);
  };
  const english = new Set(mixed.filter((index) => hasText(index, 'en')).slice(0, share(weights.englishPercent)));
  const nynorsk = new Set(mixed.filter((index) => hasText(index, 'nn') && !english.has(index))
    .sort((a, b) => distance(a) - distance(b)).slice(0, share(weights.nynorskPercent)));
  return plan.map((one, index) => ({ ...one, written: english.has(index) ? 'en' : nynorsk.has(index) ? 'nn' : 'nb' }));
}
