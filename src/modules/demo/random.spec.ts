import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate, createRandom } from './random.js';

const draw = (seed: number, label: string): number[] => {
  const random = createRandom(seed, label);
  return [random.next(), random.next(), random.next()];
};

it('gives the same sequence for the same seed and label, and another for another', () => {
  expect(draw(7, 'a')).toEqual(draw(7, 'a'));
  expect(draw(7, 'b')).not.toEqual(draw(7, 'a'));
  expect(draw(8, 'a')).not.toEqual(draw(7, 'a'));
});

// The sequence is part of what "reproducible" means: it must not change with Node or machine.
it('starts as it did when it was written', () => {
  const random = createRandom(1, 'pinned');
  expect([random.int(1, 1000), random.int(1, 1000), random.int(1, 1000)]).toEqual([462, 383, 490]);
});

it('stays within the bounds of a whole number, both ends reached', () => {
  const random = createRandom(3, 'bounds');
  const seen = new Set(Array.from({ length: 400 }, () => random.int(-1, 2)));
  expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
});

it('never draws what has no weight, and refuses when nothing has', () => {
  const random = createRandom(5, 'weights');
  const drawn = Array.from({ length: 300 }, () => random.weighted([['never', 0], ['often', 3], ['seldom', 1]]));
  expect(new Set(drawn)).toEqual(new Set(['often', 'seldom']));
  expect(() => random.weighted([['never', 0]])).toThrow(RangeError);
});

it('shuffles without losing or doubling', () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
    expect(createRandom(seed, 'shuffle').shuffle(list).sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
  }));
});

// 10 places by 5 : 3 : 1 of 9 are 5.56, 3.33 and 1.11: floors 5 + 3 + 1 = 9, the one left goes to the largest remainder, a.
it('shares out by largest remainder', () => {
  expect(allocate({ a: 5, b: 3, c: 1 }, 10)).toEqual(['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'c']);
});

it('shares out exactly as many places as there are', () => {
  const weights = fc.dictionary(fc.string(), fc.integer({ min: 1, max: 1000 }), { minKeys: 1, maxKeys: 20 });
  fc.assert(fc.property(weights, fc.integer({ min: 0, max: 3000 }), (shares, count) => {
    expect(allocate(shares, count)).toHaveLength(count);
  }));
});
