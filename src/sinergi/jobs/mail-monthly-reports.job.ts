import { Sweep, type Candidate, type SweepHandler, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { MailMonthlyReports } from '../use-cases/mail-monthly-reports.js';

/** Every hour: each office has its own morning. An item is an office. */
@Sweep({ name: 'sinergi.mail-reports', cron: '5 * * * *' })
export class MailMonthlyReportsJob implements SweepHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly reports: MailMonthlyReports,
  ) {}

  find(range: SweepRange): Promise<Candidate[]> {
    return this.reports.find(range);
  }

  known(mailKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.outbox.known(mailKeys);
  }

  one(key: string): Promise<void> {
    return this.reports.one(key);
  }
}
