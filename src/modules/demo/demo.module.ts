import { Module } from '@nestjs/common';
import { ReferenceTablesModule } from '../records/reference-tables.module.js';
import { DemoService } from './demo.service.js';

@Module({ imports: [ReferenceTablesModule], providers: [DemoService] })
export class DemoModule {}
