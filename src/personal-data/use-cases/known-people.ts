import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { FindKnown, type KnownPerson } from '../queries/find-known.js';
import { FindStanding, type Standing } from '../queries/standing.js';
import type { OwnIds } from '../storage/subject-facts.js';
import { FindOwnRows } from './find-own-rows.js';

/** Somebody whose data is asked for, with what stands and falls with it. */
export interface Known {
  person: KnownPerson;
  rows: OwnIds;
  standing: Standing;
}

/** Finds somebody by what they are known by: the account, the place in a visit, or an address. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly clock: Clock,
    private readonly known: FindKnown,
    private readonly own: FindOwnRows,
    private readonly standing: FindStanding,
  ) {}

  async byAccount(personId: string): Promise<Known> {
    return this.of(found(await this.known.account(personId)));
  }

  /** @param isProven whether the address is theirs for certain, so that places under it are theirs, too */
  async byParticipant(participantId: string, isProven: boolean): Promise<Known> {
    const person = found(await this.known.participant(participantId));
    return this.of(isProven ? person : { ...person, email: null });
  }

  /** Those under an address: an account, and each name in visits that is no part of it. */
  async byAddress(address: string): Promise<Known[]> {
    const email = normaliseEmail(address);
    const people = email === null ? [] : await this.known.underAddress(email);
    const all: Known[] = [];
    for (const person of people) {
      const isThere = all.some(({ rows }) => rows.participants.includes(person.participantId ?? ''));
      if (!isThere) all.push(await this.of(person));
    }
    return all;
  }

  private async of(person: KnownPerson): Promise<Known> {
    const rows = await this.own.execute(person);
    const standing = await this.standing.of(person.personId, rows.participants, this.clock.now());
    return { person, rows, standing };
  }
}
