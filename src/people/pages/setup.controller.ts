import { Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { SeeToSetup } from '../use-cases/see-to-setup.js';

/** The button that puts something of setting up away. */
@PageController('persiapan/:item/singkirkan')
@Allow(signedIn)
export class SetupPages {
  constructor(private readonly setup: SeeToSetup) {}

  @Post()
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('item') item: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.setup.dismiss(actor, item);
    await seeOther(reply, '/');
  }
}
