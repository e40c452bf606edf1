import { Injectable } from '@nestjs/common';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { hasTrait, VisitFactsQuery } from '../../visits/index.js';
import { remindersOf } from './post-reminder.js';

/** Holds back reminders that no longer hold and have not left: of a visit that is off, or of another time. */
@Injectable()
export class WithdrawReminders {
  constructor(
    private readonly mails: OvertakenMails,
    private readonly visits: VisitFactsQuery,
  ) {}

  async execute(visitId: string): Promise<void> {
    const visit = await this.visits.byId(visitId);
    if (!visit) return;
    const startsAt = hasTrait(visit.state, 'standing')
      ? visit.startsAt
      : (visit.proposedStartsAt ?? visit.startsAt);
    const holds = hasTrait(visit.state, 'ahead') ? remindersOf(visitId, startsAt) : null;
    await this.mails.withdraw(visitId, remindersOf(visitId), holds);
  }
}
