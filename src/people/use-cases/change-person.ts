import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor, Role } from '../../platform/security/actor.js';
import { PeopleError } from '../domain/error-codes.js';
import { mayManage, placeFits } from '../domain/policies.js';
import { PersonRepository, type PersonRow } from '../storage/person-repository.js';
import { EndAccess } from './end-access.js';

/** What others may change of an account; what is left out stays. */
export interface PersonChange {
  suspended?: boolean;
  role?: Role;
  position?: string | null;
}

/** Changes somebody else's account. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly end: EndAccess,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed`; PeopleError `own-account`, `role-place-mismatch` */
  async execute(actor: Actor, id: string, change: PersonChange): Promise<void> {
    await this.database.transaction(async () => {
      const person = found(await this.people.lock(id));
      const changed = await this.decide(actor, person, change);
      await this.people.save(changed);
      if (changed.suspendedAt && !person.suspendedAt) await this.end.execute(person);
    });
  }

  private async decide(actor: Actor, person: PersonRow, change: PersonChange): Promise<PersonRow> {
    const { unit, regionalOffice } = person;
    const region = unit === null ? regionalOffice : await this.people.regionalOfficeOf(unit);
    const role = change.role ?? person.role;
    const both = [person.role, role];
    if (!both.every((post) => mayManage(actor, { role: post, unit, regionalOffice: region }))) {
      throw new RequestError('not-allowed');
    }
    const isOwn = person.id === actor.personId;
    if (isOwn && (change.suspended === true || role !== person.role)) throw new PeopleError('own-account');
    if (!placeFits(role, unit, regionalOffice)) throw new PeopleError('role-place-mismatch');
    return {
      ...person,
      role,
      position: change.position === undefined ? person.position : change.position || null,
      suspendedAt: this.suspension(person, change.suspended),
    };
  }

  private suspension({ suspendedAt }: PersonRow, suspended: boolean | undefined): Date | null {
    if (suspended === undefined) return suspendedAt;
    return suspended ? (suspendedAt ?? this.clock.now()) : null;
  }
}
