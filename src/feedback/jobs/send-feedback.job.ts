import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { AskForFeedback } from '../use-cases/ask-for-feedback.js';
import { TellResults } from '../use-cases/tell-results.js';

/** Every ten minutes. */
@Job({ name: 'feedback.send', cron: '*/10 * * * *' })
export class SendFeedbackJob implements JobHandler {
  constructor(
    private readonly ask: AskForFeedback,
    private readonly tell: TellResults,
  ) {}

  async handle(): Promise<void> {
    await this.ask.execute();
    await this.tell.execute();
  }
}
