import { Clock } from '../../platform/clock/clock.js';
import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { RemindOwners } from '../use-cases/remind-owners.js';

/** Every ten minutes: each reminder knows its own hour, in its recipient's zone. */
@Job({ name: 'follow-ups.remind', cron: '*/10 * * * *' })
export class RemindOwnersJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly remind: RemindOwners,
  ) {}

  handle(): Promise<void> {
    return this.remind.execute(this.clock.now());
  }
}
