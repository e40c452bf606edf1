import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { WithdrawReminders } from '../use-cases/withdraw-reminders.js';

@Job({ name: 'reminders.withdraw', on: ['visit.changed'] })
export class WithdrawRemindersJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly withdraw: WithdrawReminders) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.withdraw.execute(visitId);
  }
}
