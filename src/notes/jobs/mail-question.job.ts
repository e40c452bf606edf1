import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { MailAboutNotes } from '../use-cases/mail-about-notes.js';

@Job<{ commentId: string }>({
  name: 'notes.mail-question',
  on: ['note.asked'],
  key: ({ commentId }) => commentId,
})
export class MailQuestionJob implements JobHandler<{ commentId: string }> {
  constructor(private readonly mail: MailAboutNotes) {}

  handle({ commentId }: { commentId: string }): Promise<void> {
    return this.mail.asked(commentId);
  }
}
