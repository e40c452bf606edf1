import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { feedbackRequest } from '../domain/feedback-mail.js';
import type { AskedPerson } from '../queries/feedback-due.js';
import { FeedbackRepository } from '../storage/feedback-repository.js';

/** Mails somebody the form, in the open transaction; each mail has a link of its own, which nobody else knows. */
@Injectable()
export class PostFeedbackRequest {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly feedback: FeedbackRepository,
  ) {}

  async execute(person: AskedPerson, expiresAt: Date, kind: 'first' | 'reminder'): Promise<void> {
    const { participantId, visitId, name, email } = person;
    const secret = newSecret();
    await this.feedback.addLink(hashSecret(secret), participantId, this.clock.now());
    const link = { formUrl: `${this.site.publicUrl}/masukan/${secret}`, expiresAt };
    await this.outbox.post({
      key: `feedback:${kind}:${participantId}`,
      stream: visitId,
      to: { name, email },
      ...feedbackRequest(name, person, link, kind),
    });
  }
}
