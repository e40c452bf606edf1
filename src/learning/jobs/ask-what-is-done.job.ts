import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { AskWhatIsDone } from '../use-cases/ask-what-is-done.js';

/** Every half hour; an item is a visit. */
@Sweep({ name: 'learning.ask', cron: '*/30 * * * *', missed: { caughtUpUntil: 'twenty days after its day' } })
export class AskWhatIsDoneJob implements SweepHandler {
  constructor(private readonly ask: AskWhatIsDone) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.ask.find(range);
  }

  one(key: string): Promise<void> {
    return this.ask.one(key);
  }
}
