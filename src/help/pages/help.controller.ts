import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { MaybeActor, Public } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { GuidePage, HelpPage } from './help-pages.js';
import { guides } from './guides.js';

/** The guide, also for those who have no account. */
@PageController('bantuan')
@Public('invited people have no account and read it too')
export class HelpPages {
  @Get()
  async index(@MaybeActor() actor: Actor | null, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, HelpPage({ actor }));
  }

  @Get(':guide')
  async show(
    @MaybeActor() actor: Actor | null,
    @Param('guide') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const guide = found(guides.find((each) => each.name === name));
    await html(reply, GuidePage({ actor, guide }));
  }
}
