import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AdsModule } from './modules/ads/ads.module.js';
import { CandidatesModule } from './modules/candidates/candidates.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { FeedModule } from './modules/feed/feed.module.js';
import { IngestionModule } from './modules/ingestion/ingestion.module.js';
import { LandingModule } from './modules/landing/landing.module.js';
import { MatchingModule } from './modules/matching/matching.module.js';
import { PlansModule } from './modules/plans/plans.module.js';
import { MeasuresModule } from './modules/measures/measures.module.js';
import { FollowUpModule } from './modules/follow-up/follow-up.module.js';
import { VacanciesModule } from './modules/vacancies/vacancies.module.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Runtime } from './platform/runtime.js';

/** The rooms of the house, in the order data flows through them. */
const rooms: readonly Type[] = [CandidatesModule, VacanciesModule, IngestionModule, AdsModule, FeedModule, MatchingModule, PlansModule, MeasuresModule, FollowUpModule, LandingModule, DemoModule];

@Module({})
export class AppModule {
  static register(runtime: Runtime): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.register(runtime), ...rooms] };
  }
}
