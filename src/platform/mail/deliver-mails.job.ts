import { Job, type JobHandler } from '../jobs/job.js';
import { DeliverMails } from './deliver-mails.js';
import { MAIL_QUEUED } from './outbox.js';

/** Sends the mails that are due. */
@Job({ name: 'mail.deliver', cron: '* * * * *', wokenBy: MAIL_QUEUED })
export class DeliverMailsJob implements JobHandler {
  constructor(private readonly deliverMails: DeliverMails) {}

  async handle(): Promise<void> {
    await this.deliverMails.execute();
  }
}
