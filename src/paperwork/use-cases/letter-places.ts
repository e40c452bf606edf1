import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadTrip } from '../../trips/index.js';
import {
  ChangeVisit,
  fieldChange,
  mayReadFacts,
  ParticipantRepository,
  VisitFactsQuery,
  type VisitFacts,
} from '../../visits/index.js';
import { mayReadLetter, officesOf } from '../domain/letter-policies.js';
import type { LetterSlot } from '../domain/letter-kinds.js';
import type { LetterSnapshot } from '../domain/letter-snapshot.js';
import type { LetterPlace, LetterRow } from '../storage/letter-repository.js';

/** Where a visit says number and date of a letter that it names. */
const slotFields = {
  request: { number: 'requestLetterNumber', datedOn: 'requestLetterDate' },
  reply: { number: 'replyLetterNumber', datedOn: 'replyLetterDate' },
  assignment: { number: 'assignmentLetterNumber', datedOn: 'assignmentLetterDate' },
} as const;

/** Number and date of a letter, wherever they stand. */
export interface NumberAndDate {
  number: string;
  datedOn: string | null;
}

/** What a visit says of a letter that it names. */
export const namedBy = (visit: VisitFacts, slot: LetterSlot): NumberAndDate => ({
  number: visit[slotFields[slot].number] ?? '',
  datedOn: visit[slotFields[slot].datedOn],
});

/** A visit or a trip, as its register sees it. */
export interface LetterAround {
  place: LetterPlace;
  title: string;
  /** The visit, or the legs that the actor may see. */
  visits: VisitFacts[];
  /** The parties for which the actor keeps letters. */
  offices: string[];
}

/** What a change of the register makes. */
export interface LetterChange<Result> {
  result: Result;
  /** Number and date of a letter that the visit names. */
  named?: { slot: LetterSlot } & NumberAndDate;
  /** The letter in words, before and after; the same for a change of what it says. */
  before: string | null;
  after: string | null;
}

type Work<Result> = (around: LetterAround) => Promise<LetterChange<Result> | null>;
type Action =
  'add-letter' | 'change-letter' | 'send-letter' | 'remove-letter' | 'add-letter-copy' | 'remove-letter-copy';

/** What registers of letters hang on: visits with their history, and trips. */
@Injectable()
export class LetterPlaces {
  constructor(
    private readonly database: Database,
    private readonly visits: VisitFactsQuery,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly trips: ReadTrip,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async around(actor: Actor, place: LetterPlace): Promise<LetterAround> {
    if (place.visitId !== null) {
      const visit = found(await this.visits.byId(place.visitId));
      if (!mayReadFacts(visit, actor)) throw new RequestError('not-found');
      return aroundVisit(visit, actor);
    }
    const { trip, legs, mayPlan } = await this.trips.execute(actor, place.tripId);
    const offices = mayPlan ? [trip.guestUnit] : [];
    return { place, title: trip.title, visits: legs.map(({ visit }) => visit), offices };
  }

  /**
   * Changes the register in one transaction; a visit's history tells it. Null of the work is a change of nothing.
   *
   * @throws RequestError `not-found`, `not-allowed`
   */
  async change<Result>(
    actor: Actor,
    place: LetterPlace,
    action: Action,
    work: Work<Result>,
  ): Promise<Result | null> {
    if (place.visitId === null) {
      return this.database.transaction(async () => {
        const around = await this.around(actor, place);
        if (around.offices.length === 0) throw new RequestError('not-allowed');
        return (await work(around))?.result ?? null;
      });
    }
    return this.changeVisit.execute<Result | null>(
      actor,
      place.visitId,
      action,
      async (visit) => {
        const made = await work(aroundVisit(visit, actor));
        if (made === null) return { visit, result: null, beside: [] };
        const { result, named, before, after } = made;
        const changed = named
          ? {
              ...visit,
              [slotFields[named.slot].number]: named.number || null,
              [slotFields[named.slot].datedOn]: named.datedOn,
            }
          : visit;
        const reason = before === after && after !== null ? { reason: `${after}.` } : {};
        const changes = fieldChange('letter', null, before, after);
        return { visit: changed, result, beside: ['letters'], changes, ...reason };
      },
      { may: (visit, by) => officesOf(visit, by as Actor).length > 0 },
    );
  }

  /** The own people of a party, as they are in it now. */
  async partyOf(
    actor: Actor,
    { place, visits }: LetterAround,
    organisation: string,
  ): Promise<LetterSnapshot['party']> {
    if (place.visitId === null) {
      const { members } = await this.trips.execute(actor, place.tripId);
      return members.map(({ name, nip, rank, position, office }) => ({ name, nip, rank, position, office }));
    }
    const [visit] = visits;
    const people = await this.participants.ofVisit(place.visitId);
    return people
      .filter(({ side, broughtBy }) =>
        side === 'guest'
          ? (broughtBy ?? visit?.guestUnit) === organisation
          : side === 'host' && visit?.hostUnit === organisation,
      )
      .map(({ name, nip, rank, position, office }) => ({ name, nip, rank, position, office }));
  }
}

const aroundVisit = (visit: VisitFacts, actor: Actor): LetterAround => ({
  place: { visitId: visit.id, tripId: null },
  title: visit.title,
  visits: [visit],
  offices: officesOf(visit, actor),
});

/** Whether somebody reads a letter of a visit, or of a trip by one of its legs. */
export const reads = (
  { visits }: LetterAround,
  letter: Pick<LetterRow, 'organisation' | 'sentAt'>,
  actor: Actor,
): boolean => visits.some((visit) => mayReadLetter(visit, letter, actor));
