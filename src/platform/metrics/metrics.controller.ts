import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isLoopback } from '../config.js';
import type { HttpReply, HttpRequest } from '../http/http-types.js';
import { AppError } from '../problems/app-error.js';
import { Metrics } from './metrics.js';

/** Prometheus figures, for this machine only: whoever comes through a proxy is told that there is nothing. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async show(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const isProxied = request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined;
    if (isProxied || !isLoopback(request.ip.replace(/^::ffff:/, ''))) throw new AppError('request.unknown-route', 'Ingenting svarer på denne adressen.');
    reply.header('content-type', this.metrics.contentType).send(await this.metrics.text());
  }
}
