import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { ForgetExpired } from '../use-cases/forget-expired.js';

/** Every hour. */
@Job({ name: 'people.forget-expired', cron: '7 * * * *' })
export class ForgetExpiredJob implements JobHandler {
  constructor(private readonly forget: ForgetExpired) {}

  handle(): Promise<void> {
    return this.forget.execute();
  }
}
