import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayRecord, ReadVisit } from '../../visits/index.js';
import { VisitDayError } from '../domain/error-codes.js';
import { entryTime, isDayOpen, takesEntries, type DeviceTimes } from '../domain/entry-times.js';

type Readable = Awaited<ReturnType<ReadVisit['execute']>>;

/** An entry that may be stored. */
export interface TakenEntry {
  /** By the server's clock. */
  enteredAt: Date;
  receivedAt: Date;
  /** Arrived after the summary was out. */
  late: boolean;
}

/** Who may see the day of a visit, and who may write in it. */
@Injectable()
export class DayAccess {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadVisit,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  reader(actor: Actor, visitId: string): Promise<Readable> {
    return this.read.execute(actor, visitId);
  }

  /**
   * Judges an entry of somebody who may see the visit.
   *
   * @throws RequestError `not-allowed`; VisitDayError `day-not-open`
   */
  writer(actor: Actor, { visit }: Pick<Readable, 'visit'>, times: DeviceTimes): TakenEntry {
    const { state } = visit;
    const now = this.clock.now();
    if (!takesEntries(state)) throw new VisitDayError('day-not-open', { state });
    if (!mayRecord(visit, actor)) throw new RequestError('not-allowed');
    return { enteredAt: entryTime(times, now), receivedAt: now, late: !isDayOpen(state) };
  }
}
