import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { KnowledgeModule } from '../matching/knowledge.module.js';
import { VacanciesModule } from '../vacancies/vacancies.module.js';
import { FollowUpStore } from './follow-up-store.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpService } from './follow-up.service.js';

@Module({
  imports: [CandidatesModule, VacanciesModule, KnowledgeModule],
  controllers: [FollowUpController],
  providers: [FollowUpService, FollowUpStore],
})
export class FollowUpModule {}
