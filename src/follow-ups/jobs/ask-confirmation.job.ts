import { Job, type Announcements, type JobHandler } from '../../platform/jobs/job.js';
import { AskConfirmation } from '../use-cases/ask-confirmation.js';

type Done = Announcements['follow-up.done'];

@Job<Done>({
  name: 'follow-ups.ask-confirmation',
  on: ['follow-up.done'],
  key: ({ followUpId, version }) => `${followUpId}:${version}`,
})
export class AskConfirmationJob implements JobHandler<Done> {
  constructor(private readonly ask: AskConfirmation) {}

  handle({ followUpId, version }: Done): Promise<void> {
    return this.ask.execute(followUpId, version);
  }
}
