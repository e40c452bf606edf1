import { Injectable } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import { VisitFactsQuery } from '../../visits/index.js';
import { remindersOf } from './post-reminder.js';

const remindedStates = ['requested', 'counter-proposed', 'confirmed'];

/** Holds back reminders that no longer hold and have not left: of a visit that is off, or of another time. */
@Injectable()
export class WithdrawReminders {
  constructor(
    private readonly outbox: Outbox,
    private readonly visits: VisitFactsQuery,
  ) {}

  async execute(visitId: string): Promise<void> {
    const visit = await this.visits.byId(visitId);
    if (!visit) return;
    const startsAt =
      visit.state === 'confirmed' ? visit.startsAt : (visit.proposedStartsAt ?? visit.startsAt);
    const holds = remindedStates.includes(visit.state) ? remindersOf(visitId, startsAt) : null;
    await this.outbox.withdraw(visitId, remindersOf(visitId), holds);
  }
}
