import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ClsServiceManager } from 'nestjs-cls';
import { Clock } from '../clock/clock.js';
import type { SignedRequest } from '../security/access.js';
import { localDate } from '../text/dates.js';
import { NATIONAL_ZONE } from '../text/zones.js';

const DAY = Symbol('reader-day');

/** Lets `besok` and dates without a year be read: notes how to tell which day it is for whoever sent the present request. */
@Injectable()
export class ReaderDay implements CanActivate {
  constructor(private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): true {
    const { actor } = context.switchToHttp().getRequest<Partial<SignedRequest>>();
    const cls = ClsServiceManager.getClsService();
    if (cls.isActive()) cls.set(DAY, () => localDate(this.clock.now(), actor?.timeZone ?? NATIONAL_ZONE));
    return true;
  }
}

/** The date, `YYYY-MM-DD`, of whoever sent the present request; null outside of one. */
export function readerToday(): string | null {
  const cls = ClsServiceManager.getClsService();
  return (cls.isActive() && cls.get<(() => string) | undefined>(DAY)?.()) || null;
}
