import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { CheckCertificate } from '../use-cases/check-certificate.js';
import { CheckPage } from './check-page.js';

/** Where the codes of certificates lead. */
@PageController('periksa')
@Public('whoever is shown a certificate checks it by its code, which nobody guesses')
export class CheckPages {
  constructor(private readonly check: CheckCertificate) {}

  @Get()
  async ask(@Query() sent: SentForm, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(typed(sent, 'kode').trim(), reply);
  }

  @Get(':code')
  async show(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(code, reply);
  }

  /** Search engines keep no names of those who took part. */
  private async answer(code: string, reply: FastifyReply): Promise<void> {
    const found = code === '' ? null : await this.check.execute(code);
    void reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
    await html(reply, CheckPage({ typed: code, found }), code === '' || found ? 200 : 404);
  }
}
