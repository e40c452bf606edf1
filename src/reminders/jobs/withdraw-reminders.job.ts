import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { hearingOf } from '../../visits/index.js';
import { WithdrawReminders } from '../use-cases/withdraw-reminders.js';

/** A reminder holds for a state of the visit and for the time it has or that was proposed last. */
const hears = {
  state: true,
  time: true,
  place: false,
  proposal: true,
  approvals: false,
  details: false,
  letters: false,
  guests: false,
  people: false,
  answers: false,
  reached: false,
  attendance: false,
  'attended-sessions': false,
  agenda: false,
  files: false,
} as const;

@Job<{ visitId: string }>({
  name: 'reminders.withdraw',
  on: hearingOf(hears),
  key: ({ visitId }) => visitId,
})
export class WithdrawRemindersJob implements JobHandler<{ visitId: string }> {
  constructor(private readonly withdraw: WithdrawReminders) {}

  handle({ visitId }: { visitId: string }): Promise<void> {
    return this.withdraw.execute(visitId);
  }
}
