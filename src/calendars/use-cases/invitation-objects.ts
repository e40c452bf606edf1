import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { displayName } from '../../platform/mail/header-text.js';
import { ReturnAddresses } from '../../platform/mail/return-addresses.js';
import { CalendarError } from '../domain/calendar-error.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { withoutPage } from '../domain/visit-object.js';
import { cancellation, invitation } from '../domain/invitation.js';
import type { PlannedMessage, SentInvitation } from '../domain/invitation-plan.js';
import type { Occasion } from './invitation-occasions.js';

/** A scheduling message, what its ORGANIZER is called, and whether that is the attendee's own return address. */
interface WrittenObject {
  content: string;
  organizer: string;
  organizerIsPersonal: boolean;
}

/** What a message carries; of a cancellation also which one it is. */
type ToldTo = Pick<SentInvitation, 'sequence' | 'organizerIsPersonal'> &
  Partial<Pick<PlannedMessage, 'kind'>>;

/** What the address of all mails is called when MAIL_FROM gives it no name. */
const HOUSE = 'Sambang';

/** Writes the scheduling message for one person. */
@Injectable()
export class InvitationObjects {
  private readonly logger = new Logger('calendars');

  constructor(
    private readonly addresses: ReturnAddresses,
    private readonly environment: Environment,
  ) {}

  /**
   * The organizer's address is the attendee's own return address, which nobody else knows, and is called like the host;
   * or it is that of all mails, for a calendar that was told that one, and is called as it is in all mails: one address
   * has one name, whoever hosts.
   *
   * @returns null when the stored address fits no calendar object: the others still get theirs
   */
  async write(
    method: 'REQUEST' | 'CANCEL',
    { sequence, organizerIsPersonal, kind }: ToldTo,
    attendee: CalendarAttendee,
    { visit, visitId, hostName, facts, alarms }: Occasion,
    stampedAt: Date,
  ): Promise<WrittenObject | null> {
    const { mailAddress, MAIL_FROM, MAIL_PLUS } = this.environment;
    const isPersonal = organizerIsPersonal && MAIL_PLUS;
    const email = isPersonal ? await this.addresses.of(visitId, attendee.email) : mailAddress;
    const name = isPersonal ? hostName : displayName(MAIL_FROM) || HOUSE;
    const organizer = { name, email };
    const shown = attendee.hasAccount ? visit : withoutPage(visit);
    const dated = { ...shown, sequence, alarmMinutes: alarms.get(attendee.email) ?? [] };
    const ends = kind === 'cancelled' ? 'visit' : 'attendance';
    try {
      const content =
        method === 'REQUEST'
          ? invitation(dated, organizer, attendee, stampedAt)
          : cancellation(dated, organizer, attendee, stampedAt, facts.reason, ends);
      return { content, organizer: name, organizerIsPersonal: isPersonal };
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
      this.logger.error(`${facts.reference}: no calendar object for one participant: ${error.code}`);
      return null;
    }
  }
}
