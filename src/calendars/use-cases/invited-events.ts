import { sameHours, type DayTime } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { AgendaFacts, type PublishedSession } from '../../agendas/index.js';
import { fieldWords } from '../../platform/text/field-words.js';
import { meetingLinkOf, visitFields, type MailedField } from '../../visits/index.js';
import type { CalendarAttendee, CalendarVisit } from '../domain/calendar-visit.js';
import { shownLines, type SentInvitation, type ToldEvent } from '../domain/invitation-plan.js';
import { calendarPlace, calendarTitle, sessionObject, type CalendarSource } from '../domain/visit-object.js';
import { byAddress } from '../domain/shared-attendee.js';
import { CalendarObjects } from './calendar-objects.js';
import type { Invited } from './invitees.js';

/** Something people are invited to: the visit, or a session of it that some come for alone. */
export interface InvitedEvent {
  /** The UID. */
  id: string;
  /** What a mail's subject names. */
  title: string;
  /** What a message shows, to be held against what the last one showed. */
  shown: ToldEvent;
  object: CalendarVisit;
  /** One for each address. */
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
    attendees: readonly Invited[],
    sent: readonly SentInvitation[],
  ): Promise<InvitedEvent[]> {
    const attended = await this.agendas.attendedIn(source.id);
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
    attendees: readonly Invited[],
    attended: ReadonlyMap<string, readonly string[]>,
  ): Promise<InvitedEvent> {
    const [object] = await this.objects.of([source], 'participant');
    if (!object) throw new Error(`no calendar object for visit ${source.id}`);
    return {
      id: source.id,
      title: source.title,
      shown: shownOf(source, source, calendarTitle(source), toldPlace(source)),
      object,
      invitees: attendeesOf(attendees.filter(({ participantId }) => !attended.has(participantId))),
    };
  }

  private session(
    source: CalendarSource,
    session: PublishedSession,
    attendees: readonly Invited[],
    attended: ReadonlyMap<string, readonly string[]>,
  ): InvitedEvent {
    const place = toldPlace({ ...source, place: session.place.trim() || source.place });
    const object = sessionObject(session, source, 'participant', this.objects.pageUrl(source.id));
    return {
      id: session.id,
      title: `${session.title}, ${source.title}`,
      shown: shownOf(source, sameHours(session.startsAt, session.endsAt), object.title, place),
      object,
      invitees: attendeesOf(
        attendees.filter(({ participantId }) => attended.get(participantId)?.includes(session.id)),
      ),
    };
  }
}

const attendeesOf = (invited: readonly Invited[]): CalendarAttendee[] =>
  byAddress(
    invited.map(({ participantId, ...attendee }) => {
      return { ...attendee, people: [{ participantId, name: attendee.name }] };
    }),
  );

/** Mails have the link in a line of its own, so that another link alone is no other place. */
const toldPlace = (source: CalendarSource): string => calendarPlace(source, 'feed');

const wordsOf = (source: CalendarSource, names: readonly MailedField[]): string =>
  names
    .map((name) =>
      fieldWords(visitFields[name], name === 'meetingLink' ? meetingLinkOf(source) : source[name]),
    )
    .filter(Boolean)
    .join(', ');

function shownOf(
  source: CalendarSource,
  { startsAt, endsAt, ownHours }: DayTime,
  title: string,
  place: string,
): ToldEvent {
  return {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    ...(ownHours !== null && { ownHours }),
    place,
    ...Object.fromEntries(shownLines.map(({ key, names }) => [key, wordsOf(source, names)])),
  };
}

/** What a session was when it was last told of; it is no longer in the agenda, or nobody comes for it alone. */
function goneEvent(whole: InvitedEvent, { eventId, shown }: SentInvitation): InvitedEvent {
  const { title, place } = shown;
  const { days: _, otherDays: __, ...object } = whole.object;
  const [startsAt, endsAt] = [new Date(shown.startsAt), new Date(shown.endsAt)];
  return {
    id: eventId,
    title,
    shown,
    object: { ...object, uid: eventId, title, place, startsAt, endsAt },
    invitees: [],
  };
}
