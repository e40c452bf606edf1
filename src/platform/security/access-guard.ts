import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from '../http/request-error.js';
import { ACCESS, type Access, type SignedRequest } from './access.js';
import type { Actor } from './actor.js';

/** The name of the session cookie; `__Host-` binds it to this host and to TLS (RFC 6265bis 4.1.3.2). */
export const sessionCookieName = (overTls: boolean): string => (overTls ? '__Host-sambang' : 'sambang');

/** Finds out who a session or API token belongs to; the feature `people` provides it. */
export abstract class Authenticator {
  abstract byBearer(token: string): Promise<Actor | null>;
  abstract bySession(token: string): Promise<Actor | null>;
  /** The name of an account; null when there is none. */
  abstract nameOf(personId: string): Promise<string | null>;
}

/** Where people reach the system, for cookies and for telling foreign origins. */
export abstract class Site {
  abstract readonly publicUrl: string;
  abstract readonly overTls: boolean;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request of this method only reads (RFC 9110 section 9.2.1). */
export const isSafeMethod = (method: string): boolean => SAFE_METHODS.has(method);

/** Lets a request through when its route is public or its policy holds for whoever is signed in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly site: Site,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    // A route that declares nothing is closed to everybody.
    if (!access) throw new RequestError('not-allowed');

    const actor = await this.actorOf(request);
    request.actor = actor;
    if (access.public) return true;
    void reply.header('cache-control', 'no-store');
    if (!actor) throw new RequestError('sign-in-required');
    if (!access.policy(actor)) throw new RequestError('not-allowed');
    return true;
  }

  private async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const bearer = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.authenticator.byBearer(bearer);
    const cookie = request.cookies[sessionCookieName(this.site.overTls)];
    // A cookie is sent along by any site that makes the browser call us, so unsafe methods prove their origin.
    if (!isSafeMethod(request.method)) this.refuseForeignOrigin(request, cookie !== undefined);
    return cookie ? this.authenticator.bySession(cookie) : null;
  }

  private refuseForeignOrigin(request: FastifyRequest, hasCookie: boolean): void {
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const own = new URL(this.site.publicUrl).origin;
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (site === undefined &&
        origin !== undefined &&
        origin !== own &&
        origin !== `http://${request.headers.host}`);
    if (isForeign && (hasCookie || origin !== undefined)) throw new RequestError('foreign-origin');
  }
}
