import { Job, type JobHandler } from '../../platform/jobs/job.js';
import { AnswerForgottenPassword } from '../use-cases/answer-forgotten-password.js';

/** Mails the reset link that somebody asked for, out of the asking request's time. */
@Job({ name: 'people.answer-forgotten-password', on: ['password-link.wanted'] })
export class AnswerForgottenPasswordJob implements JobHandler<{ email: string }> {
  constructor(private readonly answer: AnswerForgottenPassword) {}

  handle({ email }: { email: string }): Promise<void> {
    return this.answer.execute(email);
  }
}
