import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { ChaseSummaries } from '../use-cases/chase-summaries.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'summaries.chase', cron: '*/10 * * * *' })
export class ChaseSummariesJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly chase: ChaseSummaries,
  ) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.chase.find(range);
  }

  known(mailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.outbox.known(mailKeys);
  }

  one(key: string): Promise<void> {
    return this.chase.one(key);
  }
}
