import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../platform/text/grouped.js';
import { nameList } from '../../platform/text/name-list.js';
import { NoticeReaders, ParticipantRepository, type VisitFacts } from '../../visits/index.js';

/** Who gets a visit's summary: every participant, host and guests, and their regional offices. */
@Injectable()
export class SummaryRecipients {
  constructor(
    private readonly participants: ParticipantRepository,
    private readonly readers: NoticeReaders,
  ) {}

  /** Names by address; participants go by the names the visit knows. */
  async of(visit: VisitFacts): Promise<Map<string, string>> {
    const places = {
      units: [visit.guestUnit, visit.hostUnit, ...visit.joinedGuests],
      regionalOffices: [visit.guestRegionalOffice, visit.hostRegionalOffice, ...visit.joinedOffices],
    };
    const readers = await this.readers.execute(visit, places, null);
    const recipients = new Map(readers.map(({ email, name }) => [email, name]));
    const byEmail = groupedBy(await this.participants.ofVisit(visit.id), ({ email }) => email);
    for (const [email, sharers] of byEmail) {
      if (email !== null) recipients.set(email, nameList(sharers.map(({ name }) => name)));
    }
    return recipients;
  }
}
