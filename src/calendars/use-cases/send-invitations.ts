import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { invitationPhase, planInvitations, type SentInvitation } from '../domain/invitation-plan.js';
import type { CalendarSource } from '../domain/visit-object.js';
import { InvitationRepository } from '../storage/invitation-repository.js';
import { InvitationOccasions } from './invitation-occasions.js';
import { InvitedEvents, type InvitedEvent } from './invited-events.js';
import { Invitees } from './invitees.js';
import { PostInvitation } from './post-invitation.js';

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
      const takingPart = new Set(attendees.map(({ email }) => email));
      for (const event of await this.events.of(source, attendees, sent)) {
        await this.bringInStep(source, event, takingPart, sent);
      }
    });
  }

  private async bringInStep(
    source: CalendarSource,
    event: InvitedEvent,
    takingPart: ReadonlySet<string>,
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
    const invited = new Map(event.invitees.map((attendee) => [attendee.email, attendee]));
    const occasion = await this.occasions.of(source, event);
    for (const message of plan) {
      const isReplaced = message.kind === 'removed' && takingPart.has(message.email);
      const told = isReplaced ? { ...message, kind: 'replaced' as const } : message;
      await this.post.execute(told, invited.get(message.email), occasion);
    }
  }
}
