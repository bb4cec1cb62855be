import type { MigrationInterface } from 'typeorm';
import { Records1763800000000 } from './1763800000000-records.js';
import { Imports1763800001000 } from './1763800001000-imports.js';
import { Feed1763810000000 } from './1763810000000-feed.js';
import { Corrections1763810001000 } from './1763810001000-corrections.js';
import { Plans1763820000000 } from './1763820000000-plans.js';
import { FollowUp1763820001000 } from './1763820001000-follow-up.js';

/** Every schema change, oldest first. A class name ends in its timestamp (ms), which TypeORM orders by. */
export const migrations: readonly (new () => MigrationInterface)[] = [Records1763800000000, Imports1763800001000, Feed1763810000000, Corrections1763810001000, Plans1763820000000, FollowUp1763820001000];
