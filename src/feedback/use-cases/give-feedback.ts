import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { FeedbackError } from '../domain/error-codes.js';
import { asksWelcome, type Feedback, type Mark } from '../domain/feedback-form.js';
import { FindFeedbackForm, type FeedbackForm } from '../queries/feedback-form.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';

/** What somebody with a feedback link sees. */
export interface OpenForm {
  form: FeedbackForm;
  /** Whether it may still be filled in or changed. */
  isOpen: boolean;
}

/** What is handed in: whether all that is asked for was answered depends on whose form it is. */
export type UncheckedFeedback = Omit<Feedback, 'usefulness'> & { usefulness: Mark | null };

/** Lets a participant say what came of a visit by the link of a mail, without an account, and think better of it. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly clock: Clock,
    private readonly forms: FindFeedbackForm,
    private readonly feedback: FeedbackRepository,
  ) {}

  /** @throws RequestError `not-found` for a link that is unknown, or of somebody who no longer takes part */
  async read(secret: string): Promise<OpenForm> {
    const form = found(await this.forms.byTokenHash(hashSecret(secret)));
    return { form, isOpen: this.clock.now() < form.expiresAt };
  }

  /**
   * @throws FeedbackError `feedback-closed` when the form's time is over
   * @throws RequestError `validation-failed` naming each mark that is asked for and missing
   */
  async execute(secret: string, { usefulness, ...given }: UncheckedFeedback): Promise<void> {
    const { form, isOpen } = await this.read(secret);
    if (!isOpen) throw new FeedbackError('feedback-closed');
    const welcome = asksWelcome(form.side) ? given.welcome : null;
    const isUnjudged = asksWelcome(form.side) && welcome === null;
    if (usefulness === null || isUnjudged) {
      const missing = [...(usefulness === null ? ['usefulness'] : []), ...(isUnjudged ? ['welcome'] : [])];
      throw new RequestError(
        'validation-failed',
        {},
        missing.map((field) => ({ field, message: 'wajib dipilih' })),
      );
    }
    await this.feedback.save(form.participantId, { ...given, usefulness, welcome }, this.clock.now());
  }

  /** Takes back what was said, at any time: it is the person's own. */
  async withdraw(secret: string): Promise<void> {
    const { form } = await this.read(secret);
    await this.feedback.remove(form.participantId);
  }
}
