import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { RemindOfFeedback } from '../use-cases/remind-of-feedback.js';

/** Every ten minutes; an item is a participant. */
@Sweep({ name: 'feedback.remind', cron: '*/10 * * * *', missed: { caughtUpUntil: 'the form closes' } })
export class RemindOfFeedbackJob implements SweepHandler {
  constructor(private readonly remind: RemindOfFeedback) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.remind.find(range);
  }

  one(key: string): Promise<void> {
    return this.remind.one(key);
  }
}
