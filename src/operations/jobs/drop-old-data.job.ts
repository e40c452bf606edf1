import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { DropOldData } from '../use-cases/drop-old-data.js';

/** Every night, after the backup; an item is a kind of old things. */
@Sweep({
  name: 'operations.drop-old-data',
  cron: '40 2 * * *',
  missed: { caughtUpUntil: 'what is too old is gone' },
})
export class DropOldDataJob implements SweepHandler {
  constructor(private readonly old: DropOldData) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.old.find(range);
  }

  one(key: string): Promise<void> {
    return this.old.one(key);
  }
}
