import { Job, type JobHandler } from '../jobs/job.js';
import { SentForms } from './sent-forms.js';

/** Forms are sent again within minutes, or not at all. */
@Job({
  name: 'pages.forget-sent-forms',
  cron: '25 1 * * *',
  alone: 'one statement that deletes by age',
  missed: { caughtUpUntil: 'the next night' },
})
export class ForgetSentFormsJob implements JobHandler {
  constructor(private readonly forms: SentForms) {}

  handle(): Promise<void> {
    return this.forms.forgetOld();
  }
}
