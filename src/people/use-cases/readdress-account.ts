import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { PeopleError } from '../domain/error-codes.js';
import { PasswordLinkRepository } from '../storage/password-link-repository.js';
import { PersonRepository } from '../storage/person-repository.js';
import { OtherAddresses } from './other-addresses.js';

/** Gives an account another address, with all that follows it, in the open transaction. */
@Injectable()
export class ReaddressAccount {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly links: PasswordLinkRepository,
    private readonly others: OtherAddresses,
  ) {}

  /**
   * Sessions, feeds and tokens stay; links for a password went to the old address and end.
   *
   * @returns the address as it was
   * @throws PeopleError `account-suspended`, `email-taken`
   */
  async execute(actor: Actor, id: string, to: string): Promise<string> {
    const person = found(await this.people.lock(id));
    if (person.suspendedAt) throw new PeopleError('account-suspended');
    if (person.email === to) return to;
    if (await this.people.findByEmail(to)) throw new PeopleError('email-taken');
    await this.people.save({ ...person, email: to, version: person.version + 1 });
    await this.links.endUnusedOf(id, this.clock.now());
    await this.others.changed({ actor, personId: id, name: person.name, from: person.email, to });
    return person.email;
  }
}
