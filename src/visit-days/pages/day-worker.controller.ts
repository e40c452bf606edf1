import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { classicScript } from '../../platform/pages/classic-script.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';

/** The service worker that opens the page of the day without a line. */
@PageController('hari-ini.js')
export class DayWorker {
  @Get()
  @Public('a script without anybody’s data')
  async show(@Res() reply: FastifyReply): Promise<void> {
    const script = found(classicScript('visit-days/pages/browser/day-worker.js'));
    await reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', '/kunjungan/')
      .send(script);
  }
}
