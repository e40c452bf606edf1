import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName, Site } from './access-guard.js';

/** 400 days, the longest a browser keeps one (RFC 6265bis 5.5): the session itself ends on the server. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** The cookie that holds a session's secret. */
@Injectable()
export class SessionCookie {
  constructor(private readonly site: Site) {}

  set(reply: FastifyReply, secret: string): void {
    void reply.setCookie(this.name, secret, { ...this.options, maxAge: COOKIE_SECONDS });
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }

  private get name(): string {
    return sessionCookieName(this.site.overTls);
  }

  private get options() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.site.overTls } as const;
  }
}
