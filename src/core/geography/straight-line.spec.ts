import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { straightLineKm } from './straight-line.js';

const anyPlace = fc.record({ latitude: fc.double({ min: 57, max: 72, noNaN: true }), longitude: fc.double({ min: 4, max: 32, noNaN: true }) });

describe('straightLineKm', () => {
  // One degree of latitude is 2 * pi * 6371 / 360 = 111.19 km.
  it('is 111.19 km along one degree of latitude', () => {
    expect(straightLineKm({ latitude: 60, longitude: 10 }, { latitude: 61, longitude: 10 })).toBeCloseTo(111.19, 2);
  });

  it('knows Oslo to Bergen', () => {
    expect(straightLineKm({ latitude: 59.91, longitude: 10.75 }, { latitude: 60.39, longitude: 5.32 })).toBeCloseTo(305, -1);
  });

  it('is symmetric, never negative, and nothing from a place to itself', () => {
    fc.assert(fc.property(anyPlace, anyPlace, (a, b) => {
      expect(straightLineKm(a, b)).toBeCloseTo(straightLineKm(b, a), 9);
      expect(straightLineKm(a, b)).toBeGreaterThanOrEqual(0);
      expect(straightLineKm(a, a)).toBe(0);
    }));
  });
});
