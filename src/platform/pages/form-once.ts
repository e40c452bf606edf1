import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import type { MarkedRequest } from './form-mark.js';
import { SAVED_COOKIE, seeOther } from './html.js';
import { localPath } from './local-path.js';
import { isSecret } from './sent-fields.js';
import { SentForms, type Filling } from './sent-forms.js';

/**
 * Does a form once: the same filling of the same rendering of a form sends on to where the first one did. A form that
 * was refused is not done, and may be sent again. Scripts send a form of their page as often as they like, and say
 * so by Fetch Metadata (Sec-Fetch-Mode).
 */
@Injectable()
export class FormOnce implements NestInterceptor {
  constructor(private readonly forms: SentForms) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<MarkedRequest>();
    const key = request.form?.key;
    const mode = request.headers['sec-fetch-mode'];
    if (!key || (mode !== undefined && mode !== 'navigate')) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const filling = { key, digest: digestOf(request) };
    const location = await this.forms.begin(filling);
    if (location === null) return of(await this.first(filling, reply, next));
    await seeOther(reply, location);
    return of(undefined);
  }

  private async first(filling: Filling, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    let location: string | null = null;
    try {
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      location = onward(reply);
      return result;
    } finally {
      await (location === null ? this.forms.refused(filling) : this.forms.done(filling, location));
    }
  }
}

/** Where a form that was done sent on to; null for one that was not, or that gave its sender a cookie to come with. */
function onward(reply: FastifyReply): string | null {
  const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String);
  const isSent = reply.statusCode === 303 && cookies.every((cookie) => cookie.startsWith(`${SAVED_COOKIE}=`));
  return isSent ? localPath(reply.getHeader('location')) : null;
}

/** Who sent what where. A file is known by the length of what came with it, and no password is read. */
function digestOf(request: MarkedRequest): string {
  const { actor, url, body, headers } = request;
  const filled = Object.entries((body ?? {}) as object).filter(([name]) => !isSecret(name));
  const length = request.isMultipart() ? headers['content-length'] : null;
  return createHash('sha256')
    .update(JSON.stringify([actor?.personId, url, filled, length]))
    .digest('base64url');
}
