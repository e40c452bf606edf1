import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { MailMonthlyReports } from '../use-cases/mail-monthly-reports.js';

/** Every hour: each office has its own morning. An item is an office. */
@Sweep({
  name: 'sinergi.mail-reports',
  cron: '5 * * * *',
  missed: { caughtUpUntil: 'the seventh of the month' },
})
export class MailMonthlyReportsJob extends MailSweep {
  constructor(outbox: Outbox, reports: MailMonthlyReports) {
    super(outbox, reports);
  }
}
