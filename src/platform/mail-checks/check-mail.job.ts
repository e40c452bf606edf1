import { Job, type JobHandler } from '../jobs/job.js';
import { JobQueue } from '../jobs/job-queue.js';
import { CHECK_MAIL, MailChecks } from './mail-checks.js';

/** Seconds until all is looked at again by itself. */
const HOUR = 3600;

/** Looks whether mail can be sent and read, and has it looked at again in an hour. */
@Job<{ atStart?: boolean }>({ name: CHECK_MAIL, key: () => 'now' })
export class CheckMailJob implements JobHandler<{ atStart?: boolean }> {
  constructor(
    private readonly checks: MailChecks,
    private readonly queue: JobQueue,
  ) {}

  async handle({ atStart = false }: { atStart?: boolean }): Promise<void> {
    // Stored first: a look that fails for good does not end the looking.
    await this.queue.send(CHECK_MAIL, {}, { key: 'hourly', startAfter: HOUR });
    await this.checks.execute(atStart);
  }
}
