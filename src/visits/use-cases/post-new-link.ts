import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { newLinkMail } from '../domain/participant-mails.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { ParticipantRow } from '../storage/participant-repository.js';
import { ParticipantLinks } from './participant-links.js';

/** Most links that are sent to one participant in a day by hand. */
const MOST_IN_A_DAY = 3;

/** Mails a participant a new link to the own page, in the open transaction. */
@Injectable()
export class PostNewLink {
  constructor(
    private readonly clock: Clock,
    private readonly links: ParticipantLinks,
    private readonly outbox: Outbox,
  ) {}

  /** @returns false for who has no address, or was sent enough of them today */
  async execute(visit: VisitFacts, { id, name, email }: ParticipantRow): Promise<boolean> {
    if (email === null) return false;
    const day = this.clock.now().toISOString().slice(0, 10);
    for (let nth = 1; nth <= MOST_IN_A_DAY; nth += 1) {
      const key = `participant-link:${id}:${day}:${nth}`;
      if (await this.outbox.knows(key)) continue;
      const letter = newLinkMail(name, visit, await this.links.newFor(id));
      await this.outbox.post({
        key,
        stream: visit.id,
        cause: 'participation',
        to: { name, email },
        ...letter,
      });
      return true;
    }
    return false;
  }
}
