import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfReviews } from '../use-cases/remind-of-reviews.js';

/** Every hour: each unit has its own working hours. An item is a note. */
@Sweep({ name: 'notes.remind-of-reviews', cron: '20 * * * *' })
export class RemindOfReviewsJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly remind: RemindOfReviews,
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
