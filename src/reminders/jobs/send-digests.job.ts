import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { SendDigests } from '../use-cases/send-digests.js';

/** Every ten minutes: each office has its own hour. An item is an office. */
@Sweep({
  name: 'reminders.digests',
  cron: '*/10 * * * *',
  missed: { caughtUpUntil: 'two working days after the first of the week' },
})
export class SendDigestsJob extends MailSweep {
  constructor(outbox: Outbox, digests: SendDigests) {
    super(outbox, digests);
  }
}
