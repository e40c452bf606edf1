import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { AskForFeedback } from '../use-cases/ask-for-feedback.js';

/** Every ten minutes; an item is a participant. */
@Sweep({ name: 'feedback.ask', cron: '*/10 * * * *', missed: { caughtUpUntil: 'everybody was asked' } })
export class AskForFeedbackJob implements SweepHandler {
  constructor(private readonly ask: AskForFeedback) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.ask.find(range);
  }

  one(key: string): Promise<void> {
    return this.ask.one(key);
  }
}
