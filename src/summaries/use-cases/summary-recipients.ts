import { Injectable } from '@nestjs/common';
import { NoticeReaders, ParticipantRepository, type VisitFacts } from '../../visits/index.js';

/** Who gets a visit's summary: every participant, both units and the regional offices. */
@Injectable()
export class SummaryRecipients {
  constructor(
    private readonly participants: ParticipantRepository,
    private readonly readers: NoticeReaders,
  ) {}

  /** Names by address; a participant goes by the name the visit knows. */
  async of(visit: VisitFacts): Promise<Map<string, string>> {
    const places = {
      units: [visit.guestUnit, visit.hostUnit],
      regionalOffices: [visit.guestRegionalOffice, visit.hostRegionalOffice],
    };
    const readers = await this.readers.execute(visit, places, null);
    const recipients = new Map(readers.map(({ email, name }) => [email, name]));
    for (const { email, name } of await this.participants.ofVisit(visit.id)) {
      if (email !== null) recipients.set(email, name);
    }
    return recipients;
  }
}
