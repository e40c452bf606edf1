import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { RemindOfficers } from '../use-cases/remind-officers.js';
import { RemindParticipants } from '../use-cases/remind-participants.js';
import { SendDigests } from '../use-cases/send-digests.js';

/** Every ten minutes: each reminder knows its own hour, in its recipient's zone. */
@Job({ name: 'reminders.send', cron: '*/10 * * * *' })
export class SendRemindersJob implements JobHandler {
  constructor(
    private readonly participants: RemindParticipants,
    private readonly officers: RemindOfficers,
    private readonly digests: SendDigests,
  ) {}

  async handle(): Promise<void> {
    await this.participants.execute();
    await this.officers.execute();
    await this.digests.execute();
  }
}
