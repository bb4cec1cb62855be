import { Module } from '@nestjs/common';
import { KnowledgeModule } from './knowledge.module.js';
import { MatchingController } from './matching.controller.js';
import { MatchingService } from './matching.service.js';
import { ProfileStore } from './profile-store.js';
import { StatelessMatchingService } from './stateless-matching.service.js';

@Module({
  imports: [KnowledgeModule],
  controllers: [MatchingController],
  providers: [MatchingService, StatelessMatchingService, ProfileStore],
  exports: [MatchingService],
})
export class MatchingModule {}
