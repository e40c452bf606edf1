import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReportSubscriptions } from '../storage/report-subscriptions.js';

/** Whether a regional office gets the report of each month by mail: its own people say so. */
@Injectable()
export class ChooseMonthlyReport {
  constructor(
    private readonly clock: Clock,
    private readonly subscriptions: ReportSubscriptions,
  ) {}

  /** Null for somebody who is of no regional office. */
  async isOn(actor: Actor): Promise<boolean | null> {
    return actor.regionalOffice === null ? null : this.subscriptions.isOn(actor.regionalOffice);
  }

  /** @throws RequestError `not-allowed` to somebody who is of no regional office */
  async choose(actor: Actor, isWanted: boolean): Promise<void> {
    if (actor.regionalOffice === null) throw new RequestError('not-allowed');
    if (isWanted) await this.subscriptions.switchOn(actor.regionalOffice, this.clock.now());
    else await this.subscriptions.switchOff(actor.regionalOffice);
  }
}
