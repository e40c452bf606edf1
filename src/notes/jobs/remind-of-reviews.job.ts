import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { RemindOfReviews } from '../use-cases/remind-of-reviews.js';

/** Every hour: each unit has its own working hours. */
@Job({ name: 'notes.remind-of-reviews', cron: '20 * * * *' })
export class RemindOfReviewsJob implements JobHandler {
  constructor(private readonly remind: RemindOfReviews) {}

  handle(): Promise<void> {
    return this.remind.execute();
  }
}
