import { Body, Controller, Delete, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { Public } from '../../platform/security/access.js';
import { sessionCookieName, Site } from '../../platform/security/access-guard.js';
import { FindAccount } from '../queries/account-facts.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';
import { SignInBody } from './people.dto.js';
import { presentAccount } from './people.presenter.js';

/** 400 days, the longest a browser keeps one (RFC 6265bis 5.5): the session itself ends on the server. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly site: Site,
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly accounts: FindAccount,
  ) {}

  /** Opens a session: its secret in the answer, for `Authorization: Bearer`, and in a cookie. */
  @Post()
  @Public('signing in')
  @Header('cache-control', 'no-store')
  async open(@Body() body: SignInBody, @Res({ passthrough: true }) reply: FastifyReply) {
    const { token, personId } = await this.signIn.execute(body.email, body.password);
    const account = presentAccount(found(await this.accounts.byId(personId)));
    void reply.setCookie(this.cookieName, token, { ...this.cookieOptions, maxAge: COOKIE_SECONDS });
    return { token, account };
  }

  /** Ends the session of the bearer token or the cookie, also one that has ended already. */
  @Delete()
  @Public('signing out works with an expired session too')
  @HttpCode(204)
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[this.cookieName];
    if (token) await this.signOut.execute(token);
    void reply.clearCookie(this.cookieName, this.cookieOptions);
  }

  private get cookieName(): string {
    return sessionCookieName(this.site.overTls);
  }

  private get cookieOptions() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.site.overTls } as const;
  }
}
