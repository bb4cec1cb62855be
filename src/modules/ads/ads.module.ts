import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../matching/knowledge.module.js';
import { AdsController } from './ads.controller.js';
import { CorrectionsService } from './corrections.service.js';
import { DuplicatesService } from './duplicates.service.js';

/** Reading single ads, correcting what was read, and ads put out twice. */
@Module({
  imports: [KnowledgeModule],
  controllers: [AdsController],
  providers: [CorrectionsService, DuplicatesService],
})
export class AdsModule {}
