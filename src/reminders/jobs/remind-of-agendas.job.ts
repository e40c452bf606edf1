import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RemindOfAgendas } from '../use-cases/remind-of-agendas.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'reminders.agendas', cron: '*/10 * * * *', missed: { caughtUpUntil: 'the visit begins' } })
export class RemindOfAgendasJob extends MailSweep {
  constructor(outbox: Outbox, remind: RemindOfAgendas) {
    super(outbox, remind);
  }
}
