import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { RemindOwners } from '../use-cases/remind-owners.js';

@Job({ name: 'follow-ups.withdraw-reminders', on: ['follow-up.changed'] })
export class WithdrawFollowUpRemindersJob implements JobHandler<{ followUpId: string }> {
  constructor(private readonly remind: RemindOwners) {}

  handle({ followUpId }: { followUpId: string }): Promise<void> {
    return this.remind.withdraw(followUpId);
  }
}
