import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../matching/knowledge.module.js';
import { PlanStore } from './plan-store.js';
import { PlansController } from './plans.controller.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [KnowledgeModule],
  controllers: [PlansController],
  providers: [PlansService, PlanStore],
  exports: [PlanStore],
})
export class PlansModule {}
