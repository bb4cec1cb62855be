import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../matching/knowledge.module.js';
import { FeedMetrics } from './feed-metrics.js';
import { FeedController } from './feed.controller.js';
import { FeedPlatform, FeedService } from './feed.service.js';

@Module({
  imports: [KnowledgeModule],
  controllers: [FeedController],
  providers: [FeedService, FeedPlatform, FeedMetrics],
})
export class FeedModule {}
