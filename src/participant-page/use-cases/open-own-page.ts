import { Injectable } from '@nestjs/common';
import {
  ParticipantLinks,
  ParticipantRepository,
  visitForParticipant,
  VisitFactsQuery,
  type LinkedParticipant,
  type ParticipantRow,
  type VisitFacts,
} from '../../visits/index.js';

/** Whose page it is, and the visit as that person may see it. */
export interface OwnPage {
  link: LinkedParticipant;
  visit: ReturnType<typeof visitForParticipant<VisitFacts>>;
  participant: ParticipantRow;
}

/** Finds whose page a link opens. */
@Injectable()
export class OpenOwnPage {
  constructor(
    private readonly links: ParticipantLinks,
    private readonly visits: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
  ) {}

  /** Null for a link that opens nothing. */
  async execute(secret: string): Promise<OwnPage | null> {
    const link = await this.links.open(secret);
    if (!link) return null;
    const [visit, all] = await Promise.all([
      this.visits.byId(link.visitId),
      this.participants.ofVisit(link.visitId),
    ]);
    const participant = all.find(({ id }) => id === link.participantId);
    return visit && participant ? { link, participant, visit: visitForParticipant(visit) } : null;
  }
}
