import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfLinks } from '../use-cases/remind-of-links.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'reminders.links', cron: '*/10 * * * *', missed: { caughtUpUntil: 'the visit begins' } })
export class RemindOfLinksJob extends MailSweep {
  constructor(outbox: Outbox, remind: RemindOfLinks) {
    super(outbox, remind);
  }
}
