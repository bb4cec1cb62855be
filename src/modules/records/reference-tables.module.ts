import { Module } from '@nestjs/common';
import { defaultDataDir } from '../reference/data-files.js';
import { loadReferenceTables } from '../reference/load-reference.js';

/** Injection token of the shipped `ReferenceTables`, loaded once for the whole process. */
export const REFERENCE_TABLES = Symbol('ReferenceTables');

@Module({
  providers: [{ provide: REFERENCE_TABLES, useFactory: () => loadReferenceTables(defaultDataDir()) }],
  exports: [REFERENCE_TABLES],
})
export class ReferenceTablesModule {}
