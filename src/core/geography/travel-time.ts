import type { Municipality, ReferenceTables, TravelLink, TravelTable } from '../reference/tables.js';
import { buildRoadNetwork, reachFrom, ROAD_FACTOR, type Reach, type RoadNetwork } from './road-network.js';
import { straightLineKm } from './straight-line.js';

/** A typical journey from where people live in one municipality to where they work in another, one way, door to door. */
export interface Travel {
  /** By road, whole km >= 0. */
  readonly distanceKm: number;
  /** Whole minutes > 0, ferries and waiting included. */
  readonly minutesByCar: number;
  readonly minutesByPublicTransport: number;
}

export type TravelTables = Pick<ReferenceTables, 'municipalities' | 'travel'>;

/** Inside a municipality of which the travel table says nothing: most of the 357 are a small town or village with its surroundings. */
const INSIDE: Travel = { distanceKm: 6, minutesByCar: 12, minutesByPublicTransport: 25 };

/** A way over the hand-written journeys is believed until it takes this many times what a straight line promises; then a link is missing. */
const LONGEST_DETOUR = 3;

/**
 * Estimates the journey between two municipalities, or inside one.
 *
 * A journey in the travel table is taken as it stands. Others are the quickest way over the table's journeys, but no more than
 * three times what the straight line gives: road = 1.3 x the line; by car 6 min + the first 30 km at 50 km/h and the rest at 68;
 * by public transport 18 min + 30 km at 36 km/h and the rest at 50. Symmetric. Where the table connects nothing, a longer
 * line never takes less time.
 *
 * @param from four-digit municipality number (2024), as `to`
 * @throws RangeError when a number is not among the municipalities: resolve it first
 */
export function estimateTravel(from: string, to: string, tables: TravelTables): Travel {
  const known = journeysOf(tables);
  const [a, b] = from < to ? [from, to] : [to, from];
  let row = known.rows.get(a);
  if (row === undefined) {
    row = journeysFrom(a, known, tables.municipalities);
    known.rows.set(a, row);
  }
  const travel = row.get(b);
  if (travel === undefined) throw new RangeError(`no such municipality: ${b}`);
  return travel;
}

interface Journeys {
  readonly network: RoadNetwork;
  /** Hand-written journeys, keyed by both numbers, the lower first. */
  readonly direct: ReadonlyMap<string, TravelLink>;
  readonly rows: Map<string, ReadonlyMap<string, Travel>>;
}

/** What has been worked out so far, remembered as long as the table lives: a pure function's answers, so nobody can tell. */
const remembered = new WeakMap<TravelTable, Journeys>();

function journeysOf({ municipalities, travel }: TravelTables): Journeys {
  let journeys = remembered.get(travel);
  if (journeys === undefined) {
    const direct = new Map(travel.links.map((link) => [pairKey(link.from, link.to), link]));
    journeys = { network: buildRoadNetwork(municipalities, travel.links), direct, rows: new Map() };
    remembered.set(travel, journeys);
  }
  return journeys;
}

function pairKey(from: string, to: string): string {
  return from < to ? `${from}-${to}` : `${to}-${from}`;
}

function journeysFrom(number: string, { network, direct }: Journeys, municipalities: ReadonlyMap<string, Municipality>): ReadonlyMap<string, Travel> {
  const start = network.indexOf.get(number);
  const from = municipalities.get(number);
  if (start === undefined || from === undefined) throw new RangeError(`no such municipality: ${number}`);
  const reach = reachFrom(network, start);
  return new Map(network.places.map((to, index) => {
    const link = direct.get(pairKey(number, to.number));
    if (to.number === number) return [to.number, insideOne(link)];
    const line = alongTheLine(straightLineKm(from, to));
    return [to.number, link === undefined ? overTheNetwork(line, reach, index) : overTheLink(line, link)];
  }));
}

function insideOne(link: TravelLink | undefined): Travel {
  return link === undefined ? INSIDE : overTheLink(INSIDE, link);
}

function overTheLink({ distanceKm }: Travel, { minutesByCar, minutesByPublicTransport }: TravelLink): Travel {
  return { distanceKm, minutesByCar, minutesByPublicTransport };
}

function overTheNetwork(line: Travel, reach: Reach, to: number): Travel {
  const shorter = (network: number | undefined, byLine: number): number => Math.round(Math.min(network ?? Infinity, byLine * LONGEST_DETOUR));
  if (!Number.isFinite(reach.carMinutes[to] ?? Infinity)) return line;
  return {
    distanceKm: Math.max(line.distanceKm, shorter(reach.km[to], line.distanceKm)),
    minutesByCar: shorter(reach.carMinutes[to], line.minutesByCar),
    minutesByPublicTransport: shorter(reach.publicTransportMinutes[to], line.minutesByPublicTransport),
  };
}

function alongTheLine(straightKm: number): Travel {
  const km = straightKm * ROAD_FACTOR;
  const near = Math.min(km, 30);
  const far = km - near;
  return {
    distanceKm: Math.round(km),
    minutesByCar: Math.round(6 + (near / 50 + far / 68) * 60),
    minutesByPublicTransport: Math.round(18 + (near / 36 + far / 50) * 60),
  };
}
