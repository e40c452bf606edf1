import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfAnswers } from '../use-cases/remind-of-answers.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'reminders.answers', cron: '*/10 * * * *' })
export class RemindOfAnswersJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly remind: RemindOfAnswers,
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
