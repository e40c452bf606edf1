import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindParticipants } from '../use-cases/remind-participants.js';

/** Every ten minutes: each reminder knows its own hour, in its recipient's zone. An item is a participant. */
@Sweep({ name: 'reminders.participants', cron: '*/10 * * * *' })
export class RemindParticipantsJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly remind: RemindParticipants,
  ) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.remind.find(range);
  }

  known(mailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.outbox.known(mailKeys);
  }

  one(key: string): Promise<void> {
    return this.remind.one(key);
  }
}
