import { Injectable } from '@nestjs/common';
import { isSamePerson } from '../../platform/text/same-person.js';
import { SubjectFacts, type OwnIds } from '../storage/subject-facts.js';

/** Somebody as an account or a place in a visit names them. */
export interface WhoAsks {
  /** The account; null for a participant. */
  personId: string | null;
  name: string;
  /** Null where it is not proven that the address is theirs, so that nothing goes by it. */
  email: string | null;
  /** The place in a visit by which they are known. */
  participantId: string | null;
}

/** Finds which rows are somebody: those of the account, and those of the same address under the same name. */
@Injectable()
export class FindOwnRows {
  constructor(private readonly facts: SubjectFacts) {}

  async execute({ personId, name, email, participantId }: WhoAsks): Promise<OwnIds> {
    const rows = await this.facts.participantsOf(personId, email);
    const isOwn = (row: { name: string; email: string | null }) => isSamePerson({ name, email }, row);
    const own = rows.filter((row) => (personId !== null && row.personId === personId) || isOwn(row));
    const participants = new Set([
      ...own.map(({ id }) => id),
      ...(participantId === null ? [] : [participantId]),
    ]);
    const linked = await this.facts.membersOf([...participants], email);
    const fromVisits = await this.facts.membersOf([...participants], null);
    const members = new Set([...fromVisits, ...linked.filter(isOwn)].map(({ id }) => id));
    return {
      persons: personId === null ? [] : [personId],
      participants: [...participants],
      members: [...members],
    };
  }
}
