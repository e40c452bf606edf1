import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ClsServiceManager } from 'nestjs-cls';
import type { Observable } from 'rxjs';
import { Clock } from '../clock/clock.js';
import type { SignedRequest } from '../security/access.js';
import { localDate } from '../text/dates.js';
import { NATIONAL_ZONE } from '../text/zones.js';

const DAY = Symbol('reader-day');

/** Notes which day it is for whoever sent the present request, so that `besok` and dates without a year can be read. */
@Injectable()
export class ReaderDay implements NestInterceptor {
  constructor(private readonly clock: Clock) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<Partial<SignedRequest>>();
    const cls = ClsServiceManager.getClsService();
    if (cls.isActive()) cls.set(DAY, localDate(this.clock.now(), actor?.timeZone ?? NATIONAL_ZONE));
    return next.handle();
  }
}

/** The date, `YYYY-MM-DD`, of whoever sent the present request; null outside of one. */
export function readerToday(): string | null {
  const cls = ClsServiceManager.getClsService();
  return cls.isActive() ? (cls.get<string | undefined>(DAY) ?? null) : null;
}
