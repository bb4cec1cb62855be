import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { KnowledgeModule } from '../matching/knowledge.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { VacanciesModule } from '../vacancies/vacancies.module.js';
import { MeasuresController } from './measures.controller.js';
import { MeasuresService } from './measures.service.js';
import { StatelessMeasuresService } from './stateless-measures.service.js';

@Module({
  imports: [CandidatesModule, VacanciesModule, PlansModule, KnowledgeModule],
  controllers: [MeasuresController],
  providers: [MeasuresService, StatelessMeasuresService],
})
export class MeasuresModule {}
