import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceTablesModule } from '../records/reference-tables.module.js';
import { ImportBatch } from './import-batch.entity.js';
import { ImportsController } from './imports.controller.js';
import { IMPORT_LIMIT_BYTES, ImportsPlatform, ImportsService } from './imports.service.js';

/** Largest file taken unless the installation says otherwise. */
const DEFAULT_LIMIT_BYTES = 200_000_000;

@Module({
  imports: [TypeOrmModule.forFeature([ImportBatch]), ReferenceTablesModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportsPlatform, { provide: IMPORT_LIMIT_BYTES, useValue: DEFAULT_LIMIT_BYTES }],
})
export class IngestionModule {}
