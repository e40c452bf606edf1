import { Sweep } from '../../platform/jobs/sweep.js';
import { MailSweep } from '../../platform/mail/mail-sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { ChaseSummaries } from '../use-cases/chase-summaries.js';

/** Every ten minutes; an item is a visit. */
@Sweep({ name: 'summaries.chase', cron: '*/10 * * * *', missed: { caughtUpUntil: 'the summary is out' } })
export class ChaseSummariesJob extends MailSweep {
  constructor(outbox: Outbox, chase: ChaseSummaries) {
    super(outbox, chase);
  }
}
