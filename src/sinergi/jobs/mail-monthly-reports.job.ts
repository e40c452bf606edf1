import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { MailMonthlyReports } from '../use-cases/mail-monthly-reports.js';

/** Every hour: each office has its own morning. */
@Job({ name: 'sinergi.mail-reports', cron: '5 * * * *' })
export class MailMonthlyReportsJob implements JobHandler {
  constructor(private readonly reports: MailMonthlyReports) {}

  handle(): Promise<void> {
    return this.reports.execute();
  }
}
