import { Injectable } from '@nestjs/common';
import { ParticipantRepository, WithoutAccount } from '../../visits/index.js';
import type { CalendarAttendee } from '../domain/calendar-visit.js';
import { SuspendedPeople } from '../queries/suspended-people.js';

/** A participant with a mail address, which others may have, too. */
export type Invited = Omit<CalendarAttendee, 'people'> & { participantId: string };

/** Participants whom a calendar object can name: those with a mail address. */
@Injectable()
export class Invitees {
  constructor(
    private readonly participants: ParticipantRepository,
    private readonly suspended: SuspendedPeople,
    private readonly without: WithoutAccount,
  ) {}

  async ofVisit(visitId: string): Promise<Invited[]> {
    const all = await this.participants.ofVisit(visitId);
    const suspended = await this.suspended.among(all.flatMap(({ email }) => email ?? []));
    const accounts = await this.without.accountsAmong(all.flatMap(({ email }) => email ?? []));
    return all.flatMap(({ id, name, email, role, answer }) =>
      email === null
        ? []
        : [
            {
              participantId: id,
              name,
              email,
              role,
              answer,
              isSuspended: suspended.has(email),
              hasAccount: accounts.has(email),
            },
          ],
    );
  }
}
