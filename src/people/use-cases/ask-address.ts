import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { confirmAddressMail, oldAddressMail } from '../domain/address-mail.js';
import { PeopleError } from '../domain/error-codes.js';
import { expiryOf, LINKS_KEPT, waitForLink } from '../domain/lifetimes.js';
import { mayManage } from '../domain/policies.js';
import { AddressChangeRepository } from '../storage/address-change-repository.js';
import { PersonRepository, type PersonRow } from '../storage/person-repository.js';
import { storedEmail } from './register-person.js';

/** Asks the owner of a mailbox whether an account may have its address, and tells the address that it has now. */
@Injectable()
export class AskAddress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly people: PersonRepository,
    private readonly changes: AddressChangeRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * For the own account, or one that the actor looks after; a program asks for nobody.
   *
   * @throws RequestError `not-found`, `not-allowed`; PeopleError `bad-email`, `email-taken`, `account-suspended`, `too-many-links`
   */
  async execute(actor: Actor, id: string, address: string): Promise<void> {
    const email = storedEmail(address);
    await this.database.transaction(async () => {
      const person = found(await this.people.lock(id));
      await this.assertAllowed(actor, person);
      if (await this.people.findByEmail(email)) throw new PeopleError('email-taken');
      await this.send(actor, person, email);
    });
  }

  private async assertAllowed(actor: Actor, person: PersonRow): Promise<void> {
    const isOwn = person.id === actor.personId && !actor.isByToken;
    const post = found(await this.people.postOf(person));
    if (!isOwn && (actor.isByToken || !mayManage(actor, post))) throw new RequestError('not-allowed');
    if (person.suspendedAt) throw new PeopleError('account-suspended');
  }

  private async send(actor: Actor, person: PersonRow, email: string): Promise<void> {
    const now = this.clock.now();
    const made = await this.changes.madeSince(person.id, new Date(now.getTime() - LINKS_KEPT));
    const wait = waitForLink(made, now);
    if (wait > 0) throw new PeopleError('too-many-links', { retryAfter: Math.ceil(wait / 1000) });
    await this.changes.endUnusedOf(person.id, now);
    const token = newSecret();
    const tokenHash = hashSecret(token);
    const expiresAt = expiryOf('address', now);
    await this.changes.add({
      ...{ tokenHash, email, expiresAt },
      personId: person.id,
      askedByName: actor.name,
      createdAt: now,
    });
    const words = { name: person.name, from: person.email, to: email, by: actor.name };
    const link = `${this.site.publicUrl}/alamat/${token}`;
    await this.outbox.post({
      key: `address-new:${tokenHash}`,
      stream: null,
      to: { name: person.name, email },
      ...confirmAddressMail(words, link),
    });
    await this.outbox.post({
      key: `address-asked:${tokenHash}`,
      stream: null,
      to: { name: person.name, email: person.email },
      ...oldAddressMail(words, 'asked'),
    });
  }
}
