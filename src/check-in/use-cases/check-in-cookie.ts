import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '../../platform/security/access-guard.js';
import { SESSION_MS } from '../domain/code-times.js';

/** The cookie that holds a scan: with it a participant's own page knows that its reader stands at the door. */
@Injectable()
export class CheckInCookie {
  constructor(private readonly site: Site) {}

  set(reply: FastifyReply, token: string): void {
    const { overTls } = this.site;
    void reply.setCookie(this.name, token, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: overTls,
      maxAge: SESSION_MS / 1000,
    });
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  private get name(): string {
    return this.site.overTls ? '__Host-sambang-hadir' : 'sambang-hadir';
  }
}
