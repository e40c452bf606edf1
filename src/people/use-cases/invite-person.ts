import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { PeopleError, placeClosed } from '../domain/error-codes.js';
import { mayManage, placeFits } from '../domain/policies.js';
import { PersonRepository } from '../storage/person-repository.js';
import { RegisterPerson, type NewPerson } from './register-person.js';
import { SendPasswordLink } from './send-password-link.js';

/** Makes an account without a password and mails its holder a link to choose one. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly register: RegisterPerson,
    private readonly send: SendPasswordLink,
  ) {}

  /**
   * @returns the id of the person
   * @throws RequestError `not-allowed`, `reference-unknown`; PeopleError `place-closed`, and as RegisterPerson
   */
  async execute(actor: Actor, person: NewPerson): Promise<string> {
    const { role, unit = null, regionalOffice = null } = person;
    if (!placeFits(role, unit, regionalOffice)) throw new PeopleError('role-place-mismatch');
    return this.database.transaction(async () => {
      const post = await this.people.postOf({ role, unit, regionalOffice });
      if (post === null) throw new RequestError('reference-unknown');
      if (!mayManage(actor, post)) throw new RequestError('not-allowed');
      if (unit !== null && (await this.people.isClosed(unit))) throw placeClosed();
      const row = await this.register.execute(person, null);
      await this.send.execute('invitation', row, actor.name);
      return row.id;
    });
  }
}
