import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LandingService } from './landing.service.js';

@ApiExcludeController()
@Controller()
export class LandingController {
  constructor(private readonly landing: LandingService) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  page(): Promise<string> {
    return this.landing.page();
  }
}
