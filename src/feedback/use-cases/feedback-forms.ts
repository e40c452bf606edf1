import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { ParticipantLinks } from '../../visits/index.js';
import type { Feedback } from '../domain/feedback-form.js';
import { openUntil } from '../domain/feedback-times.js';
import { FindFeedbackForm, type FeedbackForm } from '../queries/feedback-form.js';

/** A form that can be looked at, and until when it may be filled in. */
export interface DatedForm extends FeedbackForm {
  expiresAt: Date;
  /** Whether it was filled in; what was said is in `given`, unless somebody else knows the link, too. */
  isGiven: boolean;
}

/** Where somebody stands with the form: it may be filled in, was and may be changed, or its time is over. */
export type FeedbackStanding = 'open' | 'given' | 'closed';

/** Finds forms by the links of the mails that ask for them, and by those of participants' pages. */
@Injectable()
export class FeedbackForms {
  constructor(
    private readonly clock: Clock,
    private readonly forms: FindFeedbackForm,
    private readonly links: ParticipantLinks,
  ) {}

  /** Null for a link that is unknown, or of somebody who is not asked. */
  async bySecret(secret: string): Promise<DatedForm | null> {
    const mailed = await this.forms.participantOf(hashSecret(secret));
    if (mailed !== null) return this.of(mailed);
    const link = await this.links.open(secret);
    const form = link && (await this.of(link.participantId));
    return form && link.byMessage ? { ...form, given: null } : form;
  }

  /** Null for somebody who is not asked. */
  async standingOf(participantId: string): Promise<FeedbackStanding | null> {
    const form = await this.of(participantId);
    if (!form) return null;
    if (this.clock.now() >= form.expiresAt) return form.isGiven ? 'closed' : null;
    return form.isGiven ? 'given' : 'open';
  }

  /** What somebody said, for the person alone. */
  async saidBy(participantId: string): Promise<Feedback | null> {
    return (await this.forms.of(participantId, this.clock.now()))?.given ?? null;
  }

  /** Whoever was not asked by mail may come before it, or without it. */
  private async of(participantId: string): Promise<DatedForm | null> {
    const now = this.clock.now();
    const form = await this.forms.of(participantId, now);
    if (!form) return null;
    const expiresAt = form.expiresAt ?? (form.mayStart ? openUntil(now) : null);
    return expiresAt && { ...form, expiresAt, isGiven: form.given !== null };
  }
}
