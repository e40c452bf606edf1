import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { findAsset } from '../../platform/pages/assets.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';

/** The service worker that opens the page of the day without a line. */
@PageController('hari-ini.js')
export class DayWorker {
  @Get()
  @Public('a script without anybody’s data')
  async show(@Res() reply: FastifyReply): Promise<void> {
    const { content, type } = found(findAsset('visit-days/pages/browser/day-worker.js'));
    // As a classic script, which every browser takes for a worker, it may hold no `export`.
    const script = content.toString('utf8').replace(/^export \{\};?\s*$/m, '');
    await reply
      .type(type)
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', '/kunjungan/')
      .send(script);
  }
}
