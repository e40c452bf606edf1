import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOwners } from '../use-cases/remind-owners.js';

/** Every ten minutes: each reminder knows its own hour, in its recipient's zone. An item is a follow-up. */
@Sweep({
  name: 'follow-ups.remind',
  cron: '*/10 * * * *',
  missed: { caughtUpUntil: '30 days after the due date' },
})
export class RemindOwnersJob extends MailSweep {
  constructor(outbox: Outbox, remind: RemindOwners) {
    super(outbox, remind);
  }
}
