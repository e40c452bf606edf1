import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { CalendarPart } from '../../platform/mail/outgoing-mail.js';
import { invitationPhase, planInvitations } from '../domain/invitation-plan.js';
import { InvitationRepository } from '../storage/invitation-repository.js';
import { InvitedEvents } from './invited-events.js';
import { InvitationOccasions } from './invitation-occasions.js';
import { InvitationObjects } from './invitation-objects.js';
import { Invitees } from './invitees.js';

/**
 * The invitation of one person again, with the agenda as it is now: the same SEQUENCE, since time and place stay
 * (RFC 5546 section 2.1.4), so that answers are kept.
 */
@Injectable()
export class RefreshInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: InvitationRepository,
    private readonly events: InvitedEvents,
    private readonly occasions: InvitationOccasions,
    private readonly objects: InvitationObjects,
    private readonly invitees: Invitees,
  ) {}

  /** @returns null for somebody who has no invitation, or for whom a newer one is on its way */
  async execute(visitId: string, email: string): Promise<CalendarPart | null> {
    await this.ledger.lockVisit(visitId);
    const source = await this.occasions.source(visitId);
    const sent = await this.ledger.ofVisit(visitId);
    const last = sent.find((each) => each.email === email && each.eventId === visitId);
    if (!source || last?.method !== 'REQUEST') return null;
    const [event] = await this.events.of(source, await this.invitees.ofVisit(visitId), sent);
    const attendee = event?.invitees.find((invitee) => invitee.email === email);
    if (!event || !attendee) return null;
    const { shown } = event;
    const state = { phase: invitationPhase(source.state), sequence: source.sequence, shown };
    if (state.phase !== 'standing' || planInvitations(state, [attendee], [last]).length > 0) return null;
    const occasion = await this.occasions.of(source, event);
    const written = await this.objects.write('REQUEST', last, attendee, occasion, this.clock.now());
    return written && { method: 'REQUEST', content: written.content };
  }
}
