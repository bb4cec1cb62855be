// Reads a feed of 20,000 ads from the stand-in: undisturbed, and killed twice on the way; compares the end states.
// Usage: tsx scripts/bench-feed.ts [ads]
import { startTestServer } from '../test/support/test-server.js';
import { readInChild, stateOf } from '../test/support/kill-feed.js';
import { fillFeed } from '../test/support/nav-ads.js';
import { NavStandIn } from '../test/support/nav-stand-in.js';
import { freshDatabase } from '../test/support/start-test-app.js';

const ads = Number(process.argv[2] ?? 20_000);
const now = new Date('2026-11-22T12:00:00Z');
const server = await startTestServer();
const standIn = await new NavStandIn(1_000).start();
fillFeed(standIn, ads, now);
const calm = await freshDatabase(), killed = await freshDatabase();
const started = performance.now();
const undisturbed = await readInChild({ databaseUrl: calm.url, standIn, now });
const seconds = (performance.now() - started) / 1_000;
const target = { databaseUrl: killed.url, standIn, now };
standIn.trouble = { cutEvery: 997, tooManyEvery: 1_511 };
await readInChild(target, ({ pages }) => pages >= 10);
await readInChild(target, ({ stored }) => stored >= ads / 3);
await readInChild(target);
const same = (await stateOf(calm.url)) === (await stateOf(killed.url));
console.log(JSON.stringify({ ads, lines: standIn.lines.length, undisturbed, seconds: Math.round(seconds * 10) / 10, adsPerSecond: Math.round(ads / seconds), sameStateAfterKills: same }));
await calm.drop();
await killed.drop();
await standIn.stop();
await server.stop();
process.exit(same ? 0 : 1);
