import { Injectable } from '@nestjs/common';
import { ParticipantRepository } from '../../visits/index.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';

/** Participants whom a calendar object can name: those with a mail address. */
@Injectable()
export class Invitees {
  constructor(private readonly participants: ParticipantRepository) {}

  async ofVisit(visitId: string): Promise<CalendarAttendee[]> {
    const all = await this.participants.ofVisit(visitId);
    return all.flatMap(({ name, email, role, answer }) =>
      email === null ? [] : [{ name, email, role, answer } as CalendarAttendee],
    );
  }
}
