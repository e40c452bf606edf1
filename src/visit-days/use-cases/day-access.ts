import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayEdit, ReadVisit } from '../../visits/index.js';
import { VisitDayError } from '../domain/error-codes.js';
import { isDayOpen } from '../domain/entry-times.js';

type Readable = Awaited<ReturnType<ReadVisit['execute']>>;

/** Who may see the day of a visit, and who may write in it. */
@Injectable()
export class DayAccess {
  constructor(private readonly read: ReadVisit) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  reader(actor: Actor, visitId: string): Promise<Readable> {
    return this.read.execute(actor, visitId);
  }

  /** @throws RequestError `not-found`, `not-allowed`; VisitDayError `day-not-open` */
  async writer(actor: Actor, visitId: string): Promise<Readable> {
    const readable = await this.read.execute(actor, visitId);
    const { state } = readable.visit;
    if (!mayEdit(readable.visit, actor) && isDayOpen(state)) throw new RequestError('not-allowed');
    if (!isDayOpen(state)) throw new VisitDayError('day-not-open', { state });
    return readable;
  }
}
