import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { FeedbackError } from '../domain/error-codes.js';
import { asksWelcome, type Feedback, type Mark } from '../domain/feedback-form.js';
import { FeedbackForms, type DatedForm } from './feedback-forms.js';
import { FeedbackReleases } from '../storage/feedback-releases.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';

/** What somebody with a feedback link sees. */
export interface OpenForm {
  form: DatedForm;
  /** Whether it may still be filled in or changed. */
  isOpen: boolean;
}

/** What is handed in: whether all that is asked for was answered depends on whose form it is. */
export type UncheckedFeedback = Omit<Feedback, 'usefulness'> & { usefulness: Mark | null };

/** Lets a participant say what came of a visit by the link of a mail, without an account, and think better of it. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly forms: FeedbackForms,
    private readonly feedback: FeedbackRepository,
    private readonly releases: FeedbackReleases,
  ) {}

  /** @throws RequestError `not-found` for a link that is unknown, or of somebody who no longer takes part */
  async read(secret: string): Promise<OpenForm> {
    const form = found(await this.forms.bySecret(secret));
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
    const said = { ...given, usefulness, welcome };
    const { participantId, expiresAt } = form;
    const now = this.clock.now();
    await this.changing(participantId, async (visitId) => {
      await this.feedback.ask(participantId, now, expiresAt);
      await this.feedback.save(visitId, participantId, said, now);
    });
  }

  /** Takes back what was said, at any time: it is the person's own. Texts that are shown go at once. */
  async withdraw(secret: string): Promise<void> {
    const { form } = await this.read(secret);
    await this.changing(form.participantId, async () => {
      await this.feedback.remove(form.participantId);
      await this.releases.forgetTexts(form.participantId);
    });
  }

  private changing(participantId: string, change: (visitId: string) => Promise<void>): Promise<void> {
    return this.database.transaction(async () => {
      const visitId = found(await this.releases.lock(participantId));
      await change(visitId);
      await this.releases.renew(visitId);
    });
  }
}
