import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readInChild, stateOf } from './support/kill-feed.js';
import { fillFeed } from './support/nav-ads.js';
import { NavStandIn } from './support/nav-stand-in.js';
import { freshDatabase } from './support/start-test-app.js';

const ADS = 2_000;
const NOW = new Date('2026-11-22T12:00:00Z');

const standIn = new NavStandIn(100);
beforeAll(async () => {
  await standIn.start();
  fillFeed(standIn, ADS, NOW);
  standIn.trouble = { cutEvery: 97, tooManyEvery: 151 };
});
afterAll(() => standIn.stop());

it('comes to the same state when it is killed again and again as when nothing disturbs it', async () => {
  const calm = await freshDatabase(), killed = await freshDatabase();
  try {
    await readInChild({ databaseUrl: calm.url, standIn, now: NOW });
    const target = { databaseUrl: killed.url, standIn, now: NOW };
    expect(await readInChild(target, ({ pages }) => pages >= 5)).toBe('killed');
    expect(await readInChild(target, ({ stored }) => stored >= 500)).toBe('killed');
    expect(await readInChild(target, ({ stored }) => stored >= 300)).toBe('killed');
    expect(await readInChild(target)).toMatchObject({ outcome: 'caught-up' });
    expect(await stateOf(killed.url)).toBe(await stateOf(calm.url));
    // Every seventh ad has ended.
    expect(await stateOf(killed.url)).toMatch(new RegExp(`${ADS - Math.ceil(ADS / 7)}$`));
  } finally {
    await calm.drop();
    await killed.drop();
  }
}, 240_000);
