import { JobQueue } from '../jobs/job-queue.js';
import { Job, type JobHandler } from '../jobs/job.js';
import { DeliverMails } from './deliver-mails.js';
import { MailQueue } from './mail-queue.js';
import { MailUpkeep } from './mail-upkeep.js';
import { MAIL_QUEUED } from './outbox.js';

const NAME = 'mail.deliver';

/** Seconds until the next look while mails wait for their domain's rate, for the server, or for a claim to end. */
const LOOK_AGAIN = 5;

/** Sends the mails that are due. */
@Job({
  name: NAME,
  cron: '* * * * *',
  missed: { leftOut: 'the next run, within a minute, sends all that waits' },
  alone: 'claims mails by lease, and one that fails waits alone',
  wokenBy: MAIL_QUEUED,
})
export class DeliverMailsJob implements JobHandler {
  constructor(
    private readonly deliverMails: DeliverMails,
    private readonly mails: MailQueue,
    private readonly upkeep: MailUpkeep,
    private readonly queue: JobQueue,
  ) {}

  async handle(): Promise<void> {
    await this.deliverMails.execute();
    await this.upkeep.execute();
    if (await this.mails.isWaited())
      await this.queue.send(NAME, {}, { key: 'again', startAfter: LOOK_AGAIN });
  }
}
