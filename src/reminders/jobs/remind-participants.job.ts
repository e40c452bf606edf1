import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindParticipants } from '../use-cases/remind-participants.js';

/** Every ten minutes: each reminder knows its own hour, in its recipient's zone. An item is a participant. */
@Sweep({
  name: 'reminders.participants',
  cron: '*/10 * * * *',
  missed: { caughtUpUntil: 'the visit begins' },
})
export class RemindParticipantsJob extends MailSweep {
  constructor(outbox: Outbox, remind: RemindParticipants) {
    super(outbox, remind);
  }
}
