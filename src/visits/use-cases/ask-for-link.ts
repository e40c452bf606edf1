import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { ParticipantLinkRepository } from '../storage/participant-link-repository.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { PostNewLink } from './post-new-link.js';

/** Lets whoever holds a link that opens nothing any more have another. */
@Injectable()
export class AskForLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
    private readonly stored: ParticipantLinkRepository,
    private readonly post: PostNewLink,
  ) {}

  /**
   * Nothing comes back, so that nothing is told. It goes to the address that is known, a few times a day at most, and
   * ends no other link: who holds an old one is not known.
   */
  async execute(secret: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const link = await this.stored.find(hashSecret(secret), now);
      if (!link || now >= link.until) return;
      const visit = await this.facts.byId(link.visitId);
      const all = await this.participants.ofVisit(link.visitId);
      const participant = all.find(({ id }) => id === link.participantId);
      if (visit && participant) await this.post.execute(visit, participant);
    });
  }
}
