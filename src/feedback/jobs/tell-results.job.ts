import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { TellResults } from '../use-cases/tell-results.js';

/** Every ten minutes; an item is a visit. */
@Sweep({
  name: 'feedback.tell-results',
  cron: '*/10 * * * *',
  missed: { caughtUpUntil: 'the results are told' },
})
export class TellResultsJob implements SweepHandler {
  constructor(private readonly tell: TellResults) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.tell.find(range);
  }

  one(key: string): Promise<void> {
    return this.tell.one(key);
  }
}
