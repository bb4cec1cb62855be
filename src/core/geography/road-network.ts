import type { Municipality, TravelLink } from '../reference/tables.js';
import { straightLineKm } from './straight-line.js';

/** Roads are longer than a straight line by about this much, where no fjord or mountain lies between. */
export const ROAD_FACTOR = 1.3;

/** Minutes of each car journey that are spent before and after the road (walking, parking): saved when one only drives through a place. */
const CAR_ENDS_MINUTES = 4;

interface Edge {
  readonly to: number;
  readonly carMinutes: number;
  readonly publicTransportMinutes: number;
  readonly km: number;
}

/** The municipalities as numbered places with the hand-written journeys as edges both ways. */
export interface RoadNetwork {
  readonly places: readonly Municipality[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly edges: readonly (readonly Edge[])[];
}

/** What the network says of one place's journeys to all, by index; `Infinity` = not connected. */
export interface Reach {
  readonly carMinutes: Float64Array;
  readonly publicTransportMinutes: Float64Array;
  /** Along the quickest way by car. */
  readonly km: Float64Array;
}

/** @throws RangeError when a link names a municipality that does not exist, or minutes that are not positive. */
export function buildRoadNetwork(municipalities: ReadonlyMap<string, Municipality>, links: readonly TravelLink[]): RoadNetwork {
  const places = [...municipalities.values()];
  const indexOf = new Map(places.map(({ number }, index) => [number, index]));
  const edges: Edge[][] = places.map(() => []);
  for (const link of links) {
    const [from, to] = [municipalities.get(link.from), municipalities.get(link.to)];
    const [a, b] = [indexOf.get(link.from), indexOf.get(link.to)];
    if (from === undefined || to === undefined || a === undefined || b === undefined) throw new RangeError(`no such municipality in the travel table: ${link.from}–${link.to}`);
    if (!(link.minutesByCar > 0 && link.minutesByPublicTransport > 0)) throw new RangeError(`minutes must be > 0 in the travel table: ${link.from}–${link.to}`);
    if (a === b) continue;
    const edge = { carMinutes: link.minutesByCar, publicTransportMinutes: link.minutesByPublicTransport, km: straightLineKm(from, to) * ROAD_FACTOR };
    edges[a]?.push({ ...edge, to: b });
    edges[b]?.push({ ...edge, to: a });
  }
  return { places, indexOf, edges };
}

/** Quickest ways from one place to all over the hand-written journeys. */
export function reachFrom(network: RoadNetwork, start: number): Reach {
  const byCar = quickest(network, start, ({ carMinutes }) => Math.max(1, carMinutes - CAR_ENDS_MINUTES));
  const byPublicTransport = quickest(network, start, ({ publicTransportMinutes }) => publicTransportMinutes);
  return {
    carMinutes: byCar.minutes.map((minutes) => minutes + CAR_ENDS_MINUTES),
    publicTransportMinutes: byPublicTransport.minutes,
    km: byCar.km,
  };
}

/** Dijkstra. Only a few dozen places are ever open at once, so scanning them is quicker than a heap; ties go to the one opened first. */
function quickest({ edges }: RoadNetwork, start: number, cost: (edge: Edge) => number): { minutes: Float64Array; km: Float64Array } {
  const minutes = new Float64Array(edges.length).fill(Infinity);
  const km = new Float64Array(edges.length).fill(Infinity);
  const open = [start];
  minutes[start] = 0;
  km[start] = 0;
  for (let nearest = takeNearest(open, minutes); nearest !== undefined; nearest = takeNearest(open, minutes)) {
    for (const edge of edges[nearest] ?? []) {
      const before = minutes[edge.to] ?? Infinity;
      const candidate = (minutes[nearest] ?? Infinity) + cost(edge);
      if (candidate >= before) continue;
      if (before === Infinity) open.push(edge.to);
      minutes[edge.to] = candidate;
      km[edge.to] = (km[nearest] ?? Infinity) + edge.km;
    }
  }
  return { minutes, km };
}

/** Removes the nearest of the open places and returns it; undefined when none is left. */
function takeNearest(open: number[], minutes: Float64Array): number | undefined {
  let at = 0;
  for (let other = 1; other < open.length; other += 1) {
    if ((minutes[open[other] ?? 0] ?? Infinity) < (minutes[open[at] ?? 0] ?? Infinity)) at = other;
  }
  return open.splice(at, 1)[0];
}
