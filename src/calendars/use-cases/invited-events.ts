import { Injectable } from '@nestjs/common';
import { AgendaFacts, type PublishedSession } from '../../agendas/index.js';
import type { CalendarAttendee, CalendarVisit } from '../domain/calendar-visit.js';
import type { SentInvitation, Shown } from '../domain/invitation-plan.js';
import { calendarPlace, calendarTitle, sessionObject, type CalendarSource } from '../domain/visit-object.js';
import { CalendarObjects } from './calendar-objects.js';

/** Something people are invited to: the visit, or a session of it that some come for alone. */
export interface InvitedEvent {
  /** The UID. */
  id: string;
  /** What a mail's subject names. */
  title: string;
  /** What a message shows, to be held against what the last one showed. */
  shown: Shown;
  object: CalendarVisit;
  invitees: CalendarAttendee[];
}

/** Tells apart who is invited to the visit and who to sessions of it. */
@Injectable()
export class InvitedEvents {
  constructor(
    private readonly agendas: AgendaFacts,
    private readonly objects: CalendarObjects,
  ) {}

  /** @param sent so that a session is among them that nobody is invited to any more, but somebody was */
  async of(
    source: CalendarSource,
    attendees: readonly CalendarAttendee[],
    sent: readonly SentInvitation[],
  ): Promise<InvitedEvent[]> {
    const attended =
      (await this.agendas.attendedIn([source.id])).get(source.id) ?? new Map<string, string[]>();
    const whole = await this.whole(source, attendees, attended);
    const published = attended.size > 0 ? await this.agendas.published(source.id) : [];
    const sessions = published
      .map((session) => this.session(source, session, attendees, attended))
      .filter(({ id, invitees }) => invitees.length > 0 || sent.some(({ eventId }) => eventId === id));
    const standing = new Set([whole, ...sessions].map(({ id }) => id));
    const gone = new Map(
      sent.filter(({ eventId }) => !standing.has(eventId)).map((last) => [last.eventId, last]),
    );
    return [whole, ...sessions, ...[...gone.values()].map((last) => goneEvent(whole, last))];
  }

  private async whole(
    source: CalendarSource,
    attendees: readonly CalendarAttendee[],
    attended: ReadonlyMap<string, readonly string[]>,
  ): Promise<InvitedEvent> {
    const [object] = await this.objects.of([source], 'participant');
    if (!object) throw new Error(`no calendar object for visit ${source.id}`);
    return {
      id: source.id,
      title: source.title,
      shown: shownOf(source, source, calendarTitle(source), calendarPlace(source)),
      object,
      invitees: attendees.filter(({ email }) => !attended.has(email)),
    };
  }

  private session(
    source: CalendarSource,
    session: PublishedSession,
    attendees: readonly CalendarAttendee[],
    attended: ReadonlyMap<string, readonly string[]>,
  ): InvitedEvent {
    const object = sessionObject(session, source, 'participant', this.objects.pageUrl(source.id));
    return {
      id: session.id,
      title: `${session.title}, ${source.title}`,
      shown: shownOf(source, session, object.title, object.place),
      object,
      invitees: attendees.filter(({ email }) => attended.get(email)?.includes(session.id)),
    };
  }
}

function shownOf(
  source: CalendarSource,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  title: string,
  place: string,
): Shown {
  return {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
    purpose: source.purpose,
    contact: [source.contactName, source.contactPhone, source.contactEmail].filter(Boolean).join(', '),
  };
}

/** What a session was when it was last told of; it is no longer in the agenda, or nobody comes for it alone. */
function goneEvent(whole: InvitedEvent, { eventId, shown }: SentInvitation): InvitedEvent {
  const { title, place } = shown;
  const [startsAt, endsAt] = [new Date(shown.startsAt), new Date(shown.endsAt)];
  return {
    id: eventId,
    title,
    shown,
    object: { ...whole.object, uid: eventId, title, place, startsAt, endsAt },
    invitees: [],
  };
}
