import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { ExpireVisits } from '../use-cases/expire-visits.js';

/** Every five minutes. */
@Sweep({ name: 'visits.expire', cron: '*/5 * * * *', missed: { caughtUpUntil: 'what was due has ended' } })
export class ExpireVisitsJob implements SweepHandler {
  constructor(private readonly expire: ExpireVisits) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.expire.find(range);
  }

  one(visitId: string): Promise<void> {
    return this.expire.one(visitId);
  }
}
