import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor, Role } from '../../platform/security/actor.js';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { eventsBetween } from '../domain/access-ends.js';
import { nextVersion } from '../domain/account-version.js';
import { PeopleError, placeClosed } from '../domain/error-codes.js';
import { nobodyTakes, type Successors } from '../domain/hanging.js';
import { mayManage, placeFits } from '../domain/policies.js';
import { PersonRepository, type PersonRow } from '../storage/person-repository.js';
import { EndAccess } from './end-access.js';
import { HandOver } from './hand-over.js';
import { storedPhone } from './register-person.js';

/** What others may change of an account; what is left out stays. */
export interface PersonChange {
  /** The version that was seen; null for a step that takes the place of nothing that others wrote. */
  version: number | null;
  suspended?: boolean;
  role?: Role;
  name?: string;
  position?: string | null;
  rank?: string | null;
  nip?: string | null;
  phone?: string | null;
  /** Another place, of the kind that the role has. */
  unit?: string | null;
  regionalOffice?: string | null;
  /** Who takes what hangs on somebody who is suspended or moves. */
  successors?: Successors;
}

/** Changes somebody else's account. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly end: EndAccess,
    private readonly handOver: HandOver,
    private readonly mails: OvertakenMails,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed`, `reference-unknown`; PeopleError `account-changed`, `own-account`, `role-place-mismatch`, `place-closed`, `bad-phone`, `successor-unfit` */
  async execute(actor: Actor, id: string, change: PersonChange): Promise<void> {
    await this.database.transaction(async () => {
      const person = found(await this.people.lock(id));
      if (person.erasedAt !== null) throw new PeopleError('account-erased');
      const changed = this.changed(person, change);
      await this.assertAllowed(actor, person, changed);
      await this.handOver.inTransaction(actor, person, change.successors ?? nobodyTakes);
      await this.people.save({ ...changed, version: nextVersion(person.version, change.version) });
      await this.end.execute(person, changed);
      await this.follow(person, changed);
    });
  }

  private changed(person: PersonRow, change: PersonChange): PersonRow {
    return {
      ...person,
      role: change.role ?? person.role,
      unit: change.unit === undefined ? person.unit : change.unit,
      regionalOffice: change.regionalOffice === undefined ? person.regionalOffice : change.regionalOffice,
      name: change.name ?? person.name,
      phone: change.phone === undefined ? person.phone : storedPhone(change.phone),
      position: change.position === undefined ? person.position : change.position || null,
      rank: change.rank === undefined ? person.rank : change.rank || null,
      nip: change.nip === undefined ? person.nip : change.nip,
      suspendedAt: this.suspension(person, change.suspended),
    };
  }

  /** What waits for who is suspended does not leave; what stays with who moves says where that is. */
  private async follow(before: PersonRow, after: PersonRow): Promise<void> {
    const events = eventsBetween(before, after);
    if (events.includes('suspended')) await this.mails.withholdFromClosed();
    if (events.includes('moved')) await this.handOver.tellMoved(after);
  }

  /** The actor must be allowed to manage who somebody is, and who somebody is to be. */
  private async assertAllowed(actor: Actor, person: PersonRow, changed: PersonRow): Promise<void> {
    const before = await this.people.postOf(person);
    if (!mayManage(actor, found(before))) throw new RequestError('not-allowed');
    const hasMoved =
      changed.role !== person.role ||
      changed.unit !== person.unit ||
      changed.regionalOffice !== person.regionalOffice;
    const isSuspended = changed.suspendedAt !== null && person.suspendedAt === null;
    if (person.id === actor.personId && (hasMoved || isSuspended)) throw new PeopleError('own-account');
    if (!hasMoved) return;
    if (!placeFits(changed.role, changed.unit, changed.regionalOffice)) {
      throw new PeopleError('role-place-mismatch');
    }
    const after = await this.people.postOf(changed);
    if (!after) throw new RequestError('reference-unknown');
    if (!mayManage(actor, after)) throw new RequestError('not-allowed');
    const comes = changed.unit !== null && changed.unit !== person.unit;
    if (comes && (await this.people.isClosed(changed.unit ?? ''))) throw placeClosed();
  }

  private suspension({ suspendedAt }: PersonRow, suspended: boolean | undefined): Date | null {
    if (suspended === undefined) return suspendedAt;
    return suspended ? (suspendedAt ?? this.clock.now()) : null;
  }
}
