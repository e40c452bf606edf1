import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfAnswers } from '../use-cases/remind-of-answers.js';

/** Every ten minutes; an item is a visit. */
@Sweep({
  name: 'reminders.answers',
  cron: '*/10 * * * *',
  missed: { caughtUpUntil: 'the request is answered or expires' },
})
export class RemindOfAnswersJob extends MailSweep {
  constructor(outbox: Outbox, remind: RemindOfAnswers) {
    super(outbox, remind);
  }
}
