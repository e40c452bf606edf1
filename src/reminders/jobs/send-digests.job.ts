import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { SendDigests } from '../use-cases/send-digests.js';

/** Every ten minutes: each office has its own hour. An item is an office. */
@Sweep({ name: 'reminders.digests', cron: '*/10 * * * *' })
export class SendDigestsJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly digests: SendDigests,
  ) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.digests.find(range);
  }

  known(mailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.outbox.known(mailKeys);
  }

  one(key: string): Promise<void> {
    return this.digests.one(key);
  }
}
