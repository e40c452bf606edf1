import { Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { MailRefusals } from '../../platform/mail/mail-refusals.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { RefusalPage } from './refusal-page.js';

/**
 * Where List-Unsubscribe of a mail leads. Showing it changes nothing, since scanners of mail open every address; a mail
 * program posts to it on its own (RFC 8058 section 3.2) and follows no redirection.
 */
@PageController('berhenti')
@Public('the address is the secret, and whoever gets mails needs no account')
export class RefusalPages {
  constructor(private readonly refusals: MailRefusals) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const refusal = found(await this.refusals.find(token));
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    await html(reply, RefusalPage({ token, refusal }));
  }

  @Post(':token')
  @HttpCode(200)
  async refuse(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.refusals.refuse(token);
    await this.show(token, reply);
  }

  @Post(':token/batal')
  @HttpCode(200)
  async wantAgain(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.refusals.wantAgain(token);
    await this.show(token, reply);
  }
}
