import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { nextVersion } from '../domain/account-version.js';
import { PersonRepository } from '../storage/person-repository.js';
import { storedPhone } from './register-person.js';

/** What people may change of themselves; what is left out stays, null or an empty text empties it. */
export interface OwnChange {
  /** The version that was seen. */
  version: number;
  name?: string;
  phone?: string | null;
  position?: string | null;
  rank?: string | null;
  nip?: string | null;
}

/** Changes the actor's own account. */
@Injectable()
export class ChangeOwnAccount {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
  ) {}

  /** @throws PeopleError `account-changed`, `bad-phone` */
  async execute(actor: Actor, change: OwnChange): Promise<void> {
    await this.database.transaction(async () => {
      const person = found(await this.people.lock(actor.personId));
      await this.people.save({
        ...person,
        name: change.name ?? person.name,
        phone: change.phone === undefined ? person.phone : storedPhone(change.phone),
        version: nextVersion(person.version, change.version),
        position: change.position === undefined ? person.position : change.position || null,
        rank: change.rank === undefined ? person.rank : change.rank || null,
        nip: change.nip === undefined ? person.nip : change.nip,
      });
    });
  }
}
