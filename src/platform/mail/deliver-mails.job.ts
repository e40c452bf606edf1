import { Job, type JobHandler } from '../jobs/job.js';
import { DeliverMails } from './deliver-mails.js';

/** Sends the mails that are due. */
@Job({ name: 'mail.deliver', cron: '* * * * *', on: ['mail.queued'] })
export class DeliverMailsJob implements JobHandler {
  constructor(private readonly deliverMails: DeliverMails) {}

  async handle(): Promise<void> {
    await this.deliverMails.execute();
  }
}
