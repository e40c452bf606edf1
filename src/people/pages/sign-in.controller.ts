import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../platform/http/network.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { KEPT_FORM, readKeptForm } from '../../platform/pages/kept-form.js';
import { localPath } from '../../platform/pages/local-path.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { ResumeFormPage } from '../../platform/pages/resume-form-page.js';
import { MaybeActor, Public } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { SessionCookie } from '../../platform/security/session-cookie.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';
import { SignInForm } from './people-forms.js';
import { SignInPage, signInNotices } from './sign-in-page.js';

/** The page for signing in, and the button for signing out. */
@PageController()
export class SignInPages {
  constructor(
    private readonly forms: Forms,
    private readonly cookie: SessionCookie,
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
  ) {}

  @Get('masuk')
  @Public('signing in')
  async show(
    @MaybeActor() actor: Actor | null,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const onward = localPath(query['lanjut']);
    if (actor) return seeOther(reply, onward ?? '/');
    const notice = Object.entries(signInNotices).find(([name]) => name === query['info'])?.[1];
    await html(reply, SignInPage({ onward, kept: null, notice, faults: null }));
  }

  @Post('masuk')
  @Public('signing in')
  async open(
    @Body() sent: SentForm | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const onward = localPath(sent?.['lanjut']);
    const kept = readKeptForm(sent?.[KEPT_FORM]);
    const taken = await this.forms.take(SignInForm, sent, (form) =>
      this.signIn.execute(form.email, form.password, networkOf(request.ip)),
    );
    if (taken.faults) {
      const { faults } = taken;
      if (faults.retryAfter !== undefined) void reply.header('retry-after', faults.retryAfter);
      return html(reply, SignInPage({ email: typed(sent, 'email'), onward, kept, faults }), faults.status);
    }
    this.cookie.set(reply, taken.result.token);
    if (kept) return html(reply, ResumeFormPage({ kept }));
    await seeOther(reply, onward ?? '/');
  }

  @Post('keluar')
  @Public('signing out works with an expired session too')
  async close(
    @Req() request: FastifyRequest,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const secret = this.cookie.read(request);
    if (secret) await this.signOut.execute(secret);
    this.cookie.clear(reply);
    // Pages in the browser's own cache go; what a device keeps to be sent goes only when it says that nothing waits.
    const isEmpty = sent?.['perangkat'] === 'kosong';
    void reply.header('clear-site-data', isEmpty ? '"cache", "storage"' : '"cache"');
    const onward = localPath(sent?.['lanjut']);
    const query = new URLSearchParams({ info: 'keluar', ...(onward === null ? {} : { lanjut: onward }) });
    await seeOther(reply, `/masuk?${query.toString()}`);
  }
}
