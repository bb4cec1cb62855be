import type { MigrationInterface } from 'typeorm';

/** Every schema change, oldest first. A class name ends in its timestamp (ms), which TypeORM orders by. */
export const migrations: readonly (new () => MigrationInterface)[] = [];
