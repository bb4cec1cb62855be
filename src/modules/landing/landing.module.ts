import { Module } from '@nestjs/common';
import { MatchingModule } from '../matching/matching.module.js';
import { LandingController } from './landing.controller.js';
import { LandingService } from './landing.service.js';

@Module({ imports: [MatchingModule], controllers: [LandingController], providers: [LandingService] })
export class LandingModule {}
