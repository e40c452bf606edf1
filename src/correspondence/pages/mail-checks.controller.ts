import { Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MailChecks } from '../../platform/mail-checks/mail-checks.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { FindMailTraffic } from '../queries/mail-traffic.js';
import { CheckMailAgain } from '../use-cases/check-mail-again.js';
import { MailChecksPage } from './mail-checks-page.js';

/** Whether mail can be sent and read, as the administrator sees it. */
@PageController('surat/pemeriksaan')
@Allow(allows('mails.oversee'))
export class MailCheckPages {
  constructor(
    private readonly checks: MailChecks,
    private readonly traffic: FindMailTraffic,
    private readonly again: CheckMailAgain,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const checks = await this.checks.all();
    await html(reply, MailChecksPage({ actor, checks, traffic: await this.traffic.execute() }));
  }

  @Post('jalankan')
  async check(@Res() reply: FastifyReply): Promise<void> {
    await this.again.execute();
    await seeOther(reply, '/surat/pemeriksaan');
  }
}
