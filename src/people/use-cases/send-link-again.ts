import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { PeopleError } from '../domain/error-codes.js';
import { mayManage } from '../domain/policies.js';
import { PersonRepository } from '../storage/person-repository.js';
import { SendPasswordLink } from './send-password-link.js';

/** Mails somebody a fresh link: the invitation again, or one for a new password once there is one. */
@Injectable()
export class SendLinkAgain {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly send: SendPasswordLink,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed`; PeopleError `account-suspended` */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = found(await this.people.lock(id));
      const post = found(await this.people.postOf(person));
      if (!mayManage(actor, post)) throw new RequestError('not-allowed');
      if (person.suspendedAt) throw new PeopleError('account-suspended');
      if (person.passwordHash === null) await this.send.execute('invitation', person, actor.name);
      else await this.send.execute('reset', person);
    });
  }
}
