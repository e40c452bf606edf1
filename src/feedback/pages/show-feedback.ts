import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../platform/errors/app-error.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { GiveFeedback, type OpenForm } from '../use-cases/give-feedback.js';
import { FeedbackFormBody, handedIn } from './feedback-form-body.js';
import { ClosedFeedbackPage, FeedbackPage, ThanksPage, UnknownFeedbackPage } from './feedback-page.js';

const GONE = 410;
const NOT_FOUND = 404;
const WITHDRAWN = 'Masukan Anda sudah dihapus.';

/** The form of one participant, wherever it stands. */
@Injectable()
export class ShowFeedback {
  constructor(
    private readonly forms: Forms,
    private readonly feedback: GiveFeedback,
  ) {}

  async show(token: string, { info }: SentForm, reply: FastifyReply): Promise<void> {
    void reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex');
    const open = await this.find(token);
    if (!open) return html(reply, UnknownFeedbackPage(), NOT_FOUND);
    const { form, isOpen } = open;
    const notice = info === 'dihapus' && !form.isGiven ? WITHDRAWN : undefined;
    if (!isOpen) return html(reply, ClosedFeedbackPage({ form, notice }), GONE);
    if (info === 'terkirim' && form.isGiven) return html(reply, ThanksPage({ form }));
    await html(reply, FeedbackPage({ form, notice }));
  }

  /** @param here the form's own address */
  async give(token: string, here: string, sent: SentForm | undefined, reply: FastifyReply): Promise<void> {
    const open = await this.find(token);
    if (!open) return html(reply, UnknownFeedbackPage(), NOT_FOUND);
    if (sent?.['aksi'] === 'hapus') {
      await this.feedback.withdraw(token);
      return seeOther(reply, `${here}?info=dihapus`);
    }
    const { faults } = await this.forms.take(FeedbackFormBody, sent, (form) =>
      this.feedback.execute(token, handedIn(form)),
    );
    if (!faults) return seeOther(reply, `${here}?info=terkirim`);
    const { form } = open;
    if (faults.status === GONE) return html(reply, ClosedFeedbackPage({ form }), GONE);
    await html(reply, FeedbackPage({ form, refused: { sent, faults } }), faults.status);
  }

  /** Null for a link that is unknown: its page helps better than the usual one. */
  private async find(token: string): Promise<OpenForm | null> {
    try {
      return await this.feedback.read(token);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    }
  }
}
