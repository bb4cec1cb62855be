import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FeedItem } from './nav-forms.js';
import { newestStates } from './store-page.js';

const start = new Date('2026-05-22T00:00:00Z');
const line = (uuid: string, status: FeedItem['status'], changed: string | undefined): FeedItem => ({ uuid, status, changed, municipal: 'OSLO', businessName: 'A' });
const stateOf = (items: readonly FeedItem[]) => newestStates(items, start).map(({ uuid, status }) => [uuid, status]);

describe('newestStates', () => {
  it('lets the latest time win whatever the order, and "inactive" at the same time', () => {
    expect(stateOf([line('a', 'INACTIVE', '2026-11-02T00:00:00Z'), line('a', 'ACTIVE', '2026-11-01T00:00:00Z')])).toEqual([['a', 'INACTIVE']]);
    expect(stateOf([line('a', 'INACTIVE', '2026-11-01T00:00:00Z'), line('a', 'ACTIVE', '2026-11-02T00:00:00Z')])).toEqual([['a', 'ACTIVE']]);
    expect(stateOf([line('a', 'INACTIVE', '2026-11-01T00:00:00Z'), line('a', 'ACTIVE', '2026-11-01T00:00:00Z')])).toEqual([['a', 'INACTIVE']]);
  });

  it('counts a line without a readable time as old as the newest before it', () => {
    const [, second] = newestStates([line('a', 'ACTIVE', '2026-11-01T00:00:00Z'), line('b', 'ACTIVE', undefined)], start);
    expect(second?.changed).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(newestStates([line('a', 'ACTIVE', 'i går')], start)[0]?.changed).toEqual(start);
  });

  it('keeps nothing about who and where of an ad that is gone', () => {
    expect(newestStates([line('a', 'INACTIVE', '2026-11-01T00:00:00Z')], start)[0]).toMatchObject({ municipal: null, business: null });
  });

  it('comes to the same in any order when every line has its time', () => {
    const lines = fc.array(fc.record({ uuid: fc.constantFrom('a', 'b', 'c'), status: fc.constantFrom('ACTIVE' as const, 'INACTIVE' as const), day: fc.integer({ min: 10, max: 20 }) }), { maxLength: 20 });
    fc.assert(fc.property(lines, (made) => {
      const items = made.map(({ uuid, status, day }) => line(uuid, status, `2026-11-${day}T00:00:00Z`));
      expect(newestStates([...items].reverse(), start)).toEqual(newestStates(items, start));
    }));
  });
});
