import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { oldAddressMail } from '../domain/address-mail.js';
import { PeopleError } from '../domain/error-codes.js';
import { Colleagues } from '../queries/colleagues.js';
import { AddressChangeRepository } from '../storage/address-change-repository.js';
import { ReaddressAccount } from './readdress-account.js';

/** What a link asks its holder to say yes to. */
export interface AskedAddress {
  name: string;
  from: string;
  to: string;
}

/** Gives an account the address whose owner said yes by the link that was mailed there. */
@Injectable()
export class TakeAddress {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: AddressChangeRepository,
    private readonly colleagues: Colleagues,
    private readonly readdress: ReaddressAccount,
    private readonly outbox: Outbox,
  ) {}

  /** What a link is about; null for one that cannot be used. Looking at it does not use it up. */
  async find(token: string): Promise<AskedAddress | null> {
    const change = await this.changes.findLive(hashSecret(token), this.clock.now());
    const holder = change && (await this.colleagues.asActor(change.personId));
    return change && holder ? { name: holder.name, from: holder.email, to: change.email } : null;
  }

  /** @throws PeopleError `link-not-valid`, `email-taken` */
  async execute(token: string): Promise<void> {
    const tokenHash = hashSecret(token);
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const change = await this.changes.findLive(tokenHash, now);
      if (!change || !(await this.changes.use(tokenHash, now))) throw new PeopleError('link-not-valid');
      const holder = found(await this.colleagues.asActor(change.personId));
      await this.readdress.execute(holder, change.personId, change.email);
      const words = { name: holder.name, from: holder.email, to: change.email, by: change.askedByName };
      await this.outbox.post({
        key: `address-changed:${tokenHash}`,
        stream: null,
        to: { name: holder.name, email: holder.email },
        ...oldAddressMail(words, 'changed'),
      });
    });
  }
}
