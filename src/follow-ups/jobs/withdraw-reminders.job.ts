import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { WithdrawFollowUpReminders } from '../use-cases/remind-owners.js';

@Job<{ followUpId: string }>({
  name: 'follow-ups.withdraw-reminders',
  on: ['follow-up.due-changed'],
  key: ({ followUpId }) => followUpId,
})
export class WithdrawFollowUpRemindersJob implements JobHandler<{ followUpId: string }> {
  constructor(private readonly withdraw: WithdrawFollowUpReminders) {}

  handle({ followUpId }: { followUpId: string }): Promise<void> {
    return this.withdraw.execute(followUpId);
  }
}
