import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { ForgetExpired } from '../use-cases/forget-expired.js';

/** Every hour; an item is a kind of things that expire. */
@Sweep({
  name: 'people.forget-expired',
  cron: '7 * * * *',
  missed: { caughtUpUntil: 'what expired is gone' },
})
export class ForgetExpiredJob implements SweepHandler {
  constructor(private readonly forget: ForgetExpired) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.forget.find(range);
  }

  one(key: string): Promise<void> {
    return this.forget.one(key);
  }
}
