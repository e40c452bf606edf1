import type { Announcements } from '../../platform/jobs/job.js';
import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { AskConfirmation } from '../use-cases/ask-confirmation.js';

type Change = Announcements['follow-up.changed'];

@Job({ name: 'follow-ups.ask-confirmation', on: ['follow-up.changed'] })
export class AskConfirmationJob implements JobHandler<Change> {
  constructor(private readonly ask: AskConfirmation) {}

  handle({ followUpId, version }: Change): Promise<void> {
    return this.ask.execute(followUpId, version);
  }
}
