import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RepeatInvitation } from '../../calendars/index.js';
import type { Outcome } from '../domain/outcome.js';
import { ReceivedMails } from '../queries/received-mails.js';

const DAY = 86_400_000;
/** Most invitations of one visit that are sent again in a day. */
const MOST_REFRESHES = 20;

/** Sends somebody the invitation again whose calendar asked for it (RFC 5546 section 3.2.6). */
@Injectable()
export class SendAgain {
  constructor(
    private readonly clock: Clock,
    private readonly received: ReceivedMails,
    private readonly repeat: RepeatInvitation,
  ) {}

  async execute(visitId: string, eventId: string, email: string): Promise<Outcome> {
    const since = new Date(this.clock.now().getTime() - DAY);
    if ((await this.received.refreshesOf(visitId, since)) >= MOST_REFRESHES) return 'refreshed-too-often';
    await this.repeat.execute(visitId, eventId, email);
    return 'refresh';
  }
}
