import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { invitationMail } from '../domain/invitation-mail.js';
import { invitationPhase, planInvitations, type PlannedMessage } from '../domain/invitation-plan.js';
import { AnswerLinkRepository } from '../storage/answer-link-repository.js';
import { InvitationRepository } from '../storage/invitation-repository.js';
import { InvitationObjects } from './invitation-objects.js';
import { InvitationOccasions, type Occasion } from './invitation-occasions.js';
import { Invitees } from './invitees.js';

/** Posts one message and remembers what it told. */
@Injectable()
export class PostInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly ledger: InvitationRepository,
    private readonly objects: InvitationObjects,
    private readonly links: AnswerLinkRepository,
    private readonly site: Site,
  ) {}

  async execute(
    message: PlannedMessage,
    participant: CalendarAttendee | undefined,
    occasion: Occasion,
  ): Promise<void> {
    const { visit, facts } = occasion;
    const { email, name, role, sequence, messages } = message;
    const now = this.clock.now();
    const method = message.kind === 'invitation' || message.kind === 'update' ? 'REQUEST' : 'CANCEL';
    const attendee = participant ?? ({ email, name, role, answer: 'needs-action' } as CalendarAttendee);
    const content = this.objects.write(method, sequence, attendee, occasion, now);
    if (content === null) return;
    await this.outbox.post({
      key: `invitation:${visit.uid}:${email}:${messages}`,
      stream: visit.uid,
      to: { name, email },
      ...invitationMail(
        message,
        facts,
        method === 'REQUEST' ? await this.answerUrl(visit.uid, email, now) : null,
      ),
      calendar: { method, content },
    });
    const sent = { email, name, role, method, sequence, messages, shown: facts.shown } as const;
    await this.ledger.save(visit.uid, sent, now);
  }

  /** An address that only this mail knows. */
  private async answerUrl(visitId: string, email: string, now: Date): Promise<string> {
    const secret = newSecret();
    await this.links.add(hashSecret(secret), visitId, email, now);
    return `${this.site.publicUrl}/jawab/${secret}`;
  }
}

/** Brings every participant's calendar in step with a visit, by mail; running it again sends nothing. */
@Injectable()
export class SendInvitations {
  constructor(
    private readonly database: Database,
    private readonly invitees: Invitees,
    private readonly ledger: InvitationRepository,
    private readonly occasions: InvitationOccasions,
    private readonly post: PostInvitation,
  ) {}

  async execute(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.ledger.lockVisit(visitId);
      const source = await this.occasions.source(visitId);
      if (!source || invitationPhase(source.state) === 'silent') return;
      const attendees = await this.invitees.ofVisit(visitId);
      const shown = this.occasions.shownOf(source);
      const state = { phase: invitationPhase(source.state), sequence: source.sequence, shown };
      const plan = planInvitations(state, attendees, await this.ledger.ofVisit(visitId));
      if (plan.length === 0) return;
      const known = new Map(attendees.map((attendee) => [attendee.email, attendee]));
      const occasion = await this.occasions.of(source, shown);
      for (const message of plan) await this.post.execute(message, known.get(message.email), occasion);
    });
  }
}
