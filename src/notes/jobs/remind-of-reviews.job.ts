import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfReviews } from '../use-cases/remind-of-reviews.js';

/** Every hour: each unit has its own working hours. An item is a note. */
@Sweep({
  name: 'notes.remind-of-reviews',
  cron: '20 * * * *',
  missed: { caughtUpUntil: 'the note is reviewed' },
})
export class RemindOfReviewsJob extends MailSweep {
  constructor(outbox: Outbox, remind: RemindOfReviews) {
    super(outbox, remind);
  }
}
