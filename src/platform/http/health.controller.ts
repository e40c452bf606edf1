import { Controller, Get, Header } from '@nestjs/common';
import { Readiness, type NotReady } from '../database/readiness.js';
import { Public } from '../security/access.js';
import type { LiveView, ReadyView } from './health.view.js';
import { RequestError } from './request-error.js';

const reasons: Readonly<Record<NotReady, string>> = {
  stopping: 'sedang berhenti',
  'database-away': 'basis data tidak terjangkau',
  'database-read-only': 'basis data hanya dapat dibaca',
  'not-migrated': 'susunan basis data belum diperbarui',
};

/** Whether the process lives, and whether it can do its work. */
@Controller('health')
@Public('watched by whatever keeps the process running')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): LiveView {
    return { status: 'ok' };
  }

  /** 200 when the server can read and write what the program needs; else 503 `not-ready` with the reason; `jobs` says how the work behind does. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<ReadyView> {
    const trouble = await this.readiness.trouble();
    if (trouble) throw new RequestError('not-ready', { reason: reasons[trouble] });
    return { status: 'ok', jobs: await this.readiness.jobs() };
  }
}
