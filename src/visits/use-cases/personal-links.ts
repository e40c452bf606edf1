import { Injectable } from '@nestjs/common';
import type { PersonalLink } from '../domain/personal-links.js';
import { WithoutAccount } from '../queries/without-account.js';
import { ParticipantLinks } from './participant-links.js';

/** What mails about a visit lead those to who have no account: each to a page of the own. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly without: WithoutAccount,
    private readonly links: ParticipantLinks,
  ) {}

  /** New links, in the open transaction, for who takes part with an address; none where it is that of an account. */
  async at(visitId: string, email: string): Promise<PersonalLink[]> {
    const links: PersonalLink[] = [];
    for (const { id, name } of await this.without.at(visitId, email)) {
      links.push({ name, href: await this.links.newFor(id) });
    }
    return links;
  }
}
