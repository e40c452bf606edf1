import { Injectable, Logger } from '@nestjs/common';
import { CalendarError } from '../domain/calendar-error.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { cancellation, invitation } from '../domain/invitation.js';
import type { Occasion } from './invitation-occasions.js';

/** Writes the scheduling message for one person. */
@Injectable()
export class InvitationObjects {
  private readonly logger = new Logger('calendars');

  /** @returns null when the stored address fits no calendar object: the others still get theirs */
  write(
    method: 'REQUEST' | 'CANCEL',
    sequence: number,
    attendee: CalendarAttendee,
    { visit, organizer, facts, alarms }: Occasion,
    stampedAt: Date,
  ): string | null {
    const dated = { ...visit, sequence, alarmMinutes: alarms.get(attendee.email) ?? [] };
    try {
      return method === 'REQUEST'
        ? invitation(dated, organizer, attendee, stampedAt)
        : cancellation(dated, organizer, attendee, stampedAt, facts.reason);
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      this.logger.error(`${facts.reference}: no calendar object for one participant: ${error.code}`);
      return null;
    }
  }
}
