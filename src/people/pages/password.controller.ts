import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Public } from '../../platform/security/access.js';
import { FindPasswordLink } from '../queries/find-password-link.js';
import { RequestPasswordLink } from '../use-cases/request-password-link.js';
import { SetPassword } from '../use-cases/set-password.js';
import { ForgottenPage, ForgottenSentPage, LinkNotValidPage, PasswordPage } from './password-pages.js';
import { ForgottenForm, PasswordForm } from './people-forms.js';

const GONE = 410;

/** The pages behind the links of invitations and forgotten passwords, and of the first administrator. */
@PageController()
@Public('who has no password yet, or forgot it, cannot sign in')
export class PasswordPages {
  constructor(
    private readonly forms: Forms,
    private readonly links: FindPasswordLink,
    private readonly requestLink: RequestPasswordLink,
    private readonly setPassword: SetPassword,
  ) {}

  @Get('lupa-sandi')
  async showForgotten(@Query() query: SentForm, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, 'terkirim' in query ? ForgottenSentPage() : ForgottenPage({ faults: null }));
  }

  @Post('lupa-sandi')
  async forgotten(@Body() sent: SentForm | undefined, @Res() reply: FastifyReply): Promise<void> {
    const taken = await this.forms.take(ForgottenForm, sent, ({ email }) => this.requestLink.execute(email));
    if (taken.faults) {
      const { faults } = taken;
      return html(reply, ForgottenPage({ email: typed(sent, 'email'), faults }), faults.status);
    }
    await seeOther(reply, '/lupa-sandi?terkirim');
  }

  @Get('sandi/:token')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const link = await this.links.byToken(token);
    if (!link) return html(reply, LinkNotValidPage(), GONE);
    await html(reply, PasswordPage({ token, link, faults: null }));
  }

  @Post('sandi/:token')
  async set(
    @Param('token') token: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const link = await this.links.byToken(token);
    if (!link) return html(reply, LinkNotValidPage(), GONE);
    const taken = await this.forms.take(PasswordForm, sent, ({ repeat, ...choice }) => {
      if (repeat !== choice.password) throw differs();
      return this.setPassword.execute(token, choice);
    });
    if (taken.faults) {
      const { faults } = taken;
      if (faults.status === GONE) return html(reply, LinkNotValidPage(), GONE);
      const kept = { name: typed(sent, 'name'), email: typed(sent, 'email') };
      return html(reply, PasswordPage({ token, link, ...kept, faults }), faults.status);
    }
    await seeOther(reply, '/masuk?info=sandi');
  }
}

const differs = (): RequestError =>
  new RequestError('validation-failed', {}, [
    { field: 'repeat', message: 'tidak sama dengan kata sandi di atasnya' },
  ]);
