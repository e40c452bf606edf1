import { Injectable } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import { ParticipantLinks } from '../../visits/index.js';
import { feedbackRequest } from '../domain/feedback-mail.js';
import type { AskedPerson } from '../queries/feedback-due.js';

/** Mails somebody the form, in the open transaction; each mail has a link of its own to the participant's page, which nobody else knows. */
@Injectable()
export class PostFeedbackRequest {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: ParticipantLinks,
  ) {}

  async execute(person: AskedPerson, expiresAt: Date, kind: 'first' | 'reminder'): Promise<void> {
    const { participantId, visitId, name, email } = person;
    const link = { formUrl: `${await this.links.newFor(participantId)}/masukan`, expiresAt };
    await this.outbox.post({
      key: `feedback:${kind}:${participantId}`,
      stream: visitId,
      cause: 'participation',
      to: { name, email },
      ...feedbackRequest(name, person, link, kind),
    });
  }
}
