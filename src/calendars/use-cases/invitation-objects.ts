import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { ReturnAddresses } from '../../platform/mail/return-addresses.js';
import { CalendarError } from '../domain/calendar-error.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { cancellation, invitation } from '../domain/invitation.js';
import type { SentInvitation } from '../domain/invitation-plan.js';
import type { Occasion } from './invitation-occasions.js';

/** A scheduling message, and whether its ORGANIZER is the attendee's own return address. */
interface WrittenObject {
  content: string;
  organizerIsPersonal: boolean;
}

/** Writes the scheduling message for one person. */
@Injectable()
export class InvitationObjects {
  private readonly logger = new Logger('calendars');

  constructor(
    private readonly addresses: ReturnAddresses,
    private readonly environment: Environment,
  ) {}

  /**
   * The organizer is called like the host. Its address is the attendee's own return address, which nobody else
   * knows, or that of all mails for a calendar that was told that one.
   *
   * @returns null when the stored address fits no calendar object: the others still get theirs
   */
  async write(
    method: 'REQUEST' | 'CANCEL',
    { sequence, organizerIsPersonal }: Pick<SentInvitation, 'sequence' | 'organizerIsPersonal'>,
    attendee: CalendarAttendee,
    { visit, visitId, hostName, facts, alarms }: Occasion,
    stampedAt: Date,
  ): Promise<WrittenObject | null> {
    const { mailAddress, MAIL_PLUS } = this.environment;
    const isPersonal = organizerIsPersonal && MAIL_PLUS;
    const email = isPersonal ? await this.addresses.of(visitId, attendee.email) : mailAddress;
    const organizer = { name: hostName, email };
    const dated = { ...visit, sequence, alarmMinutes: alarms.get(attendee.email) ?? [] };
    try {
      const content =
        method === 'REQUEST'
          ? invitation(dated, organizer, attendee, stampedAt)
          : cancellation(dated, organizer, attendee, stampedAt, facts.reason);
      return { content, organizerIsPersonal: isPersonal };
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      this.logger.error(`${facts.reference}: no calendar object for one participant: ${error.code}`);
      return null;
    }
  }
}
