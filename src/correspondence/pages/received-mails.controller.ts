import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Environment } from '../../../config/environment.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ReceivedMails } from '../../replies/index.js';
import { ReceivedMailsPage } from './received-mails-page.js';

/** The mails that came in, as the administrator reads them. */
@PageController('surat/masuk')
@Allow(allows('mails.oversee'))
export class ReceivedMailPages {
  constructor(
    private readonly mails: ReceivedMails,
    private readonly environment: Environment,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.mails.execute(limit, cursor);
    await html(
      reply,
      ReceivedMailsPage({ actor, page, cursor, months: this.environment.KEEP_RECEIVED_MAILS }),
    );
  }
}
