import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Municipality, TravelLink } from '../reference/tables.js';
import { estimateTravel, type TravelTables } from './travel-time.js';

/** A municipality `km` north of the first; one degree of latitude is 111.19 km. */
function at(number: string, km: number): Municipality {
  return {
    number, name: number, names: [number], countyNumber: '99', county: 'X', latitude: 60 + km / 111.19, longitude: 10,
    regionNumber: '1', regionName: 'X', minutesToCentre: 10, formerNumbers: [],
  };
}

function tables(places: readonly Municipality[], links: readonly TravelLink[] = []): TravelTables {
  return { municipalities: new Map(places.map((place) => [place.number, place])), travel: { links } };
}

const link = (from: string, to: string, [minutesByCar, minutesByPublicTransport]: readonly [number, number]): TravelLink => ({ from, to, minutesByCar, minutesByPublicTransport });

describe('estimateTravel', () => {
  // 20 km line: road 26 km; car 6 + 26 / 50 * 60 = 37.2; public transport 18 + 26 / 36 * 60 = 61.3.
  it('follows a short line on slow roads', () => {
    expect(estimateTravel('1', '2', tables([at('1', 0), at('2', 20)]))).toEqual({ distanceKm: 26, minutesByCar: 37, minutesByPublicTransport: 61 });
  });

  // 100 km line: road 130 km; car 6 + 36 + 100 / 68 * 60 = 130.2; public transport 18 + 50 + 100 / 50 * 60 = 188.
  it('follows a long line on faster roads', () => {
    expect(estimateTravel('1', '2', tables([at('1', 0), at('2', 100)]))).toEqual({ distanceKm: 130, minutesByCar: 130, minutesByPublicTransport: 188 });
  });

  it('takes a journey of the table as it stands, both ways', () => {
    const fjord = tables([at('1', 0), at('2', 5)], [link('2', '1', [75, 110])]);
    expect(estimateTravel('1', '2', fjord)).toMatchObject({ minutesByCar: 75, minutesByPublicTransport: 110 });
    expect(estimateTravel('2', '1', fjord)).toEqual(estimateTravel('1', '2', fjord));
  });

  // By car 30 + 25 less the 4 minutes of parking and walking in the middle; public transport 40 + 35.
  it('joins journeys of the table', () => {
    const joined = tables([at('1', 0), at('2', 20), at('3', 40)], [link('1', '2', [30, 40]), link('2', '3', [25, 35])]);
    expect(estimateTravel('1', '3', joined)).toEqual({ distanceKm: 52, minutesByCar: 51, minutesByPublicTransport: 75 });
  });

  // Line 5 km: road 6.5; car 6 + 7.8 = 14 (rounded), three times that is 42; public transport 18 + 10.8 = 29, 87.
  it('believes no detour of more than three times the line', () => {
    const around = tables([at('1', 0), at('2', 60), at('3', 5)], [link('1', '2', [90, 120]), link('2', '3', [90, 120])]);
    expect(estimateTravel('1', '3', around)).toMatchObject({ minutesByCar: 42, minutesByPublicTransport: 87 });
  });

  it('has a typical journey inside a municipality, and the written one where there is one', () => {
    const places = [at('1', 0), at('2', 20)];
    expect(estimateTravel('1', '1', tables(places))).toEqual({ distanceKm: 6, minutesByCar: 12, minutesByPublicTransport: 25 });
    expect(estimateTravel('1', '1', tables(places, [link('1', '1', [22, 30])]))).toEqual({ distanceKm: 6, minutesByCar: 22, minutesByPublicTransport: 30 });
  });

  it('refuses a municipality that does not exist, in the question and in the table', () => {
    expect(() => estimateTravel('1', '9', tables([at('1', 0)]))).toThrow(RangeError);
    expect(() => estimateTravel('9', '9', tables([at('1', 0)]))).toThrow(RangeError);
    expect(() => estimateTravel('1', '1', tables([at('1', 0)], [link('1', '9', [10, 10])]))).toThrow(RangeError);
    expect(() => estimateTravel('1', '1', tables([at('1', 0)], [link('1', '1', [0, 10])]))).toThrow(RangeError);
  });

  it('never takes less time for a longer line where the table says nothing', () => {
    const km = fc.double({ min: 0, max: 1500, noNaN: true });
    fc.assert(fc.property(km, km, (a, b) => {
      const [near, far] = a < b ? [a, b] : [b, a];
      const three = tables([at('1', 0), at('2', near), at('3', far)]);
      const [shorter, longer] = [estimateTravel('1', '2', three), estimateTravel('1', '3', three)];
      expect(longer.distanceKm).toBeGreaterThanOrEqual(shorter.distanceKm);
      expect(longer.minutesByCar).toBeGreaterThanOrEqual(shorter.minutesByCar);
      expect(longer.minutesByPublicTransport).toBeGreaterThanOrEqual(shorter.minutesByPublicTransport);
      expect(shorter.minutesByCar).toBeGreaterThan(0);
    }));
  });
});
