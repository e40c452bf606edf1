import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { MailSamples } from '../../platform/mail/mail-samples.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { MAIL_POLICY } from '../../platform/pages/mail-policy.js';
import { MailSamplePage, MailSamplesPage } from './mail-samples-page.js';

/** A sample of each kind of mail, with made-up content. */
@PageController('surat/contoh')
@Allow(allows('mails.oversee'))
export class MailSamplePages {
  constructor(private readonly samples: MailSamples) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, MailSamplesPage({ actor, samples: this.samples.all() }));
  }

  @Get(':name')
  async show(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, MailSamplePage({ actor, sample: found(this.samples.byName(name)) }));
  }

  /** What the sample says, for the frame in its page. */
  @Get(':name/html')
  async body(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-security-policy', MAIL_POLICY)
      .type('text/html; charset=utf-8')
      .send(found(this.samples.byName(name)).html);
  }
}
