import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { FieldFault } from '../../platform/errors/app-error.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { PersonRepository } from '../storage/person-repository.js';
import { InvitePerson } from './invite-person.js';
import type { NewPerson } from './register-person.js';

/** Invites several people at once: all of them, or none and what is wrong with each. */
@Injectable()
export class InviteMany {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly invite: InvitePerson,
  ) {}

  /**
   * @returns ids in the given order
   * @throws RequestError `validation-failed` naming `people.<index>.email`, and what InvitePerson throws
   */
  async execute(actor: Actor, people: readonly NewPerson[]): Promise<string[]> {
    return this.database.transaction(async () => {
      const faults = await this.faultsOf(people);
      if (faults.length > 0) throw new RequestError('validation-failed', {}, faults);
      const ids: string[] = [];
      for (const person of people) ids.push(await this.invite.execute(actor, person));
      return ids;
    });
  }

  private async faultsOf(people: readonly NewPerson[]): Promise<FieldFault[]> {
    const emails = people.map(({ email }) => normaliseEmail(email));
    const faults: FieldFault[] = [];
    for (const [index, email] of emails.entries()) {
      const field = `people.${index}.email`;
      if (email === null) faults.push({ field, message: 'bukan alamat surel yang benar' });
      else if (emails.indexOf(email) < index) faults.push({ field, message: 'ditulis dua kali' });
      else if (await this.people.findByEmail(email))
        faults.push({ field, message: 'sudah dipakai akun lain' });
    }
    return faults;
  }
}
