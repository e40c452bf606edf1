import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Environment } from '../../../config/environment.js';
import { RequestError } from '../../platform/http/request-error.js';
import { Public } from '../../platform/security/access.js';
import { Gauges } from './gauges.js';

/** What a collector of metrics (Prometheus) reads, with METRICS_TOKEN as its bearer token; without that setting, nothing. */
@Controller('metrics')
@ApiExcludeController()
@Public('a collector shows a token of its own')
export class MetricsController {
  constructor(
    private readonly gauges: Gauges,
    private readonly environment: Environment,
  ) {}

  @Get()
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { METRICS_TOKEN } = this.environment;
    if (!METRICS_TOKEN || !isSame(authorization ?? '', `Bearer ${METRICS_TOKEN}`))
      throw new RequestError('not-found');
    const { contentType, text } = await this.gauges.read();
    await reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  }
}

/** Takes the same time wherever two texts differ. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
