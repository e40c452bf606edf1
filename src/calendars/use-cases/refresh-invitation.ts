import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { CalendarPart } from '../../platform/mail/outgoing-mail.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import {
  invitationPhase,
  planInvitations,
  type SentInvitation,
  repeated,
} from '../domain/invitation-plan.js';
import type { CalendarSource } from '../domain/visit-object.js';
import { InvitationRepository } from '../storage/invitation-repository.js';
import { InvitedEvents, type InvitedEvent } from './invited-events.js';
import { InvitationOccasions, type Occasion } from './invitation-occasions.js';
import { InvitationObjects } from './invitation-objects.js';
import { Invitees } from './invitees.js';
import { PostInvitation } from './post-invitation.js';

/** An invitation that somebody holds. */
interface StandingInvitation {
  last: SentInvitation;
  attendee: CalendarAttendee;
  occasion: Occasion;
}

interface HeldInvitation {
  source: CalendarSource;
  event: InvitedEvent;
  last: SentInvitation;
  attendee: CalendarAttendee;
}

/** Finds what one person's calendar was told last and still holds. */
@Injectable()
export class StandingInvitations {
  constructor(
    private readonly ledger: InvitationRepository,
    private readonly events: InvitedEvents,
    private readonly occasions: InvitationOccasions,
    private readonly invitees: Invitees,
  ) {}

  /**
   * Holds off other messages of the visit until the transaction ends.
   *
   * @param eventId UID: the visit's id, or a session's
   * @returns null for somebody who has no invitation, or for whom a newer one is on its way
   */
  async inStep(visitId: string, eventId: string, email: string): Promise<StandingInvitation | null> {
    const held = await this.held(visitId, eventId, email);
    if (!held) return null;
    const { source, event, last, attendee } = held;
    const state = { phase: 'standing', sequence: source.sequence, shown: event.shown } as const;
    return planInvitations(state, [attendee], [last]).length > 0 ? null : this.standing(held);
  }

  /** The same, though a newer one may be on its way. */
  async latest(visitId: string, eventId: string, email: string): Promise<StandingInvitation | null> {
    const held = await this.held(visitId, eventId, email);
    return held && this.standing(held);
  }

  private async held(visitId: string, eventId: string, email: string): Promise<HeldInvitation | null> {
    await this.ledger.lockVisit(visitId);
    const source = await this.occasions.source(visitId);
    if (!source || invitationPhase(source.state) !== 'standing') return null;
    const sent = await this.ledger.ofVisit(visitId);
    const last = sent.find((each) => each.email === email && each.eventId === eventId);
    if (last?.method !== 'REQUEST') return null;
    const events = await this.events.of(source, await this.invitees.ofVisit(visitId), sent);
    const event = events.find(({ id }) => id === eventId);
    const attendee = event?.invitees.find((invitee) => invitee.email === email);
    return event && attendee ? { source, event, last, attendee } : null;
  }

  private async standing({ source, event, last, attendee }: HeldInvitation): Promise<StandingInvitation> {
    return { last, attendee, occasion: await this.occasions.of(source, event) };
  }
}

/**
 * The invitation of one person again, with the agenda as it is now: the same SEQUENCE, since time and place stay
 * (RFC 5546 section 2.1.4), so that answers are kept.
 */
@Injectable()
export class RefreshInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly standing: StandingInvitations,
    private readonly objects: InvitationObjects,
  ) {}

  /** @returns null for somebody who has no invitation, or for whom a newer one is on its way */
  async execute(visitId: string, email: string): Promise<CalendarPart | null> {
    const found = await this.standing.inStep(visitId, visitId, email);
    if (!found) return null;
    const { last, attendee, occasion } = found;
    const written = await this.objects.write('REQUEST', last, attendee, occasion, this.clock.now());
    return written && { method: 'REQUEST', content: written.content, organizer: written.organizer };
  }
}

/** Mails somebody the same invitation again, with a new answer link and the same SEQUENCE. */
@Injectable()
export class RepeatInvitation {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingInvitations,
    private readonly post: PostInvitation,
  ) {}

  /** Nothing for somebody who has no invitation, or for whom a newer one is on its way. */
  async execute(visitId: string, eventId: string, email: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.standing.inStep(visitId, eventId, email);
      if (!found) return;
      const { last, attendee, occasion } = found;
      await this.post.execute(repeated(last, attendee), attendee, occasion);
    });
  }
}
