import { Body, Controller, Delete, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../platform/http/network.js';
import { found } from '../../platform/http/request-error.js';
import { Public } from '../../platform/security/access.js';
import { SessionCookie } from '../../platform/security/session-cookie.js';
import { FindAccount } from '../queries/account-facts.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';
import { SignInBody } from './people.dto.js';
import { presentAccount } from './people.presenter.js';
import type { SessionView } from './people.view.js';

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly accounts: FindAccount,
  ) {}

  /** Opens a session: its secret in the answer, for `Authorization: Bearer`, and in a cookie. */
  @Post()
  @Public('signing in')
  @Header('cache-control', 'no-store')
  async open(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, personId } = await this.signIn.execute(body.email, body.password, networkOf(request.ip));
    const account = presentAccount(found(await this.accounts.byId(personId)));
    this.cookie.set(reply, token);
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
    const token = bearer ?? this.cookie.read(request);
    if (token) await this.signOut.execute(token);
    this.cookie.clear(reply);
  }
}
