import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { can } from '../../platform/security/capabilities.js';
import { PeopleError } from '../domain/error-codes.js';
import { PersonRepository, type PersonRow } from '../storage/person-repository.js';
import { EndAccess } from './end-access.js';

/** Closes an account for good, in the open transaction: nobody signs in by it, and none of what it opened opens anything. */
@Injectable()
export class CloseAccount {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly end: EndAccess,
    private readonly mails: OvertakenMails,
  ) {}

  /** @throws RequestError `not-found`; PeopleError `account-erased`, `last-administrator` */
  async execute(id: string): Promise<PersonRow> {
    const person = found(await this.people.lock(id));
    if (person.erasedAt !== null) throw new PeopleError('account-erased');
    const keepsAll = can({ role: person.role }, 'people.manage-above');
    if (keepsAll && !(await this.people.hasOtherAdministrator(id)))
      throw new PeopleError('last-administrator');
    const now = this.clock.now();
    const closed: PersonRow = {
      ...person,
      ...{ passwordHash: null, suspendedAt: person.suspendedAt ?? now, erasedAt: now },
      version: person.version + 1,
    };
    await this.people.save(closed);
    await this.end.execute({ ...person, suspendedAt: null }, closed);
    await this.mails.withholdFromClosed();
    return person;
  }
}
