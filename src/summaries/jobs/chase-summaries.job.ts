import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { ChaseSummaries } from '../use-cases/chase-summaries.js';

/** Every ten minutes. */
@Job({ name: 'summaries.chase', cron: '*/10 * * * *' })
export class ChaseSummariesJob implements JobHandler {
  constructor(private readonly chase: ChaseSummaries) {}

  handle(): Promise<void> {
    return this.chase.execute();
  }
}
