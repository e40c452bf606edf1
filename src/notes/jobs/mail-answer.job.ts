import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { MailAboutNotes } from '../use-cases/mail-about-notes.js';

@Job({ name: 'notes.mail-answer', on: ['note.answered'] })
export class MailAnswerJob implements JobHandler<{ commentId: string; by: string }> {
  constructor(private readonly mail: MailAboutNotes) {}

  handle({ commentId, by }: { commentId: string; by: string }): Promise<void> {
    return this.mail.answered(commentId, by);
  }
}
