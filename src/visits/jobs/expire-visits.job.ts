import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { ExpireVisits } from '../use-cases/expire-visits.js';

/** Every five minutes. */
@Job({ name: 'visits.expire', cron: '*/5 * * * *' })
export class ExpireVisitsJob implements JobHandler {
  constructor(private readonly expire: ExpireVisits) {}

  handle(): Promise<void> {
    return this.expire.execute();
  }
}
