import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { UnsentPage } from './unsent-page.js';

/** What the device has not sent of all visit days, also of visits that are closed by now. */
@PageController('kunjungan/belum-terkirim')
@Allow(signedIn)
export class UnsentPages {
  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, UnsentPage({ actor }));
  }
}
