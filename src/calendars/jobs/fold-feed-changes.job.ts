import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { FoldFeedChanges } from '../use-cases/fold-feed-changes.js';

/** Every ten minutes. */
@Job({
  name: 'calendars.fold-feed-changes',
  cron: '*/10 * * * *',
  missed: { leftOut: 'the next run folds what came meanwhile' },
  alone: 'marks are folded by one statement, which looks at no row apart',
})
export class FoldFeedChangesJob implements JobHandler {
  constructor(private readonly fold: FoldFeedChanges) {}

  handle(): Promise<void> {
    return this.fold.execute();
  }
}
