import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { MailSummary } from '../use-cases/mail-summary.js';

interface Published {
  visitId: string;
  revision: number;
}

@Job<Published>({
  name: 'summaries.mail',
  on: ['summary.published'],
  key: ({ visitId, revision }) => `${visitId}:${revision}`,
})
export class MailSummaryJob implements JobHandler<Published> {
  constructor(private readonly mail: MailSummary) {}

  handle({ visitId, revision }: Published): Promise<void> {
    return this.mail.execute(visitId, revision);
  }
}
