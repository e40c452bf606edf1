import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { invitationMail } from '../domain/invitation-mail.js';
import {
  invitationPhase,
  planInvitations,
  type PlannedMessage,
  type SentInvitation,
} from '../domain/invitation-plan.js';
import type { CalendarSource } from '../domain/visit-object.js';
import { AnswerLinkRepository } from '../storage/answer-link-repository.js';
import { InvitationRepository } from '../storage/invitation-repository.js';
import { InvitationObjects } from './invitation-objects.js';
import { InvitationOccasions, type Occasion } from './invitation-occasions.js';
import { InvitedEvents, type InvitedEvent } from './invited-events.js';
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
    const { visit, visitId, facts } = occasion;
    const { email, name, role, sequence, messages } = message;
    const now = this.clock.now();
    const method = message.kind === 'invitation' || message.kind === 'update' ? 'REQUEST' : 'CANCEL';
    const attendee = participant ?? ({ email, name, role, answer: 'needs-action' } as CalendarAttendee);
    const written = await this.objects.write(method, message, attendee, occasion, now);
    if (written === null) return;
    const { content, organizerIsPersonal } = written;
    await this.outbox.post({
      key: `invitation:${visit.uid}:${email}:${messages}`,
      stream: visitId,
      to: { name, email },
      ...invitationMail(
        message,
        facts,
        method === 'REQUEST' ? await this.answerUrl(visitId, email, now) : null,
      ),
      calendar: { method, content },
    });
    const told = { eventId: visit.uid, email, name, role, method, sequence, messages } as const;
    await this.ledger.save(visitId, { ...told, organizerIsPersonal, shown: facts.shown }, now);
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
    private readonly events: InvitedEvents,
    private readonly occasions: InvitationOccasions,
    private readonly post: PostInvitation,
  ) {}

  async execute(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.ledger.lockVisit(visitId);
      const source = await this.occasions.source(visitId);
      if (!source || invitationPhase(source.state) === 'silent') return;
      const attendees = await this.invitees.ofVisit(visitId);
      const sent = await this.ledger.ofVisit(visitId);
      for (const event of await this.events.of(source, attendees, sent)) {
        await this.bringInStep(source, event, attendees, sent);
      }
    });
  }

  private async bringInStep(
    source: CalendarSource,
    event: InvitedEvent,
    attendees: readonly CalendarAttendee[],
    sent: readonly SentInvitation[],
  ): Promise<void> {
    const state = {
      phase: invitationPhase(source.state),
      sequence: source.sequence,
      shown: event.shown,
    };
    const sentOfIt = sent.filter(({ eventId }) => eventId === event.id);
    const plan = planInvitations(state, event.invitees, sentOfIt);
    if (plan.length === 0) return;
    const known = new Map(attendees.map((attendee) => [attendee.email, attendee]));
    const occasion = await this.occasions.of(source, event);
    for (const message of plan) {
      const attendee = known.get(message.email);
      const isReplaced = message.kind === 'removed' && attendee !== undefined;
      await this.post.execute(isReplaced ? { ...message, kind: 'replaced' } : message, attendee, occasion);
    }
  }
}
