import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import type { NewVisit } from '../../visits/index.js';
import { TripRepository } from '../storage/trip-repository.js';
import { AddLegs, type NewLeg } from './add-legs.js';
import { Legs } from './legs.js';
import { membersFrom, type GivenMember } from './members.js';
import { arrangesFor } from '../../platform/security/capabilities.js';

/** A trip as it is planned: what all legs have in common, its legs, and the one party. */
export interface NewTrip {
  kind: NewVisit['kind'];
  details: NewVisit['details'];
  legs: readonly NewLeg[];
  party: readonly GivenMember[];
}

/** Plans a trip: each leg is a visit of its own, which its host answers for. */
@Injectable()
export class CreateTrip {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly legs: Legs,
    private readonly trips: TripRepository,
    private readonly addLegs: AddLegs,
  ) {}

  /**
   * @param submits whether the hosts are asked, or all legs stay drafts
   * @returns the id of the trip
   * @throws TripError, VisitError what is wrong with any leg; nothing is stored then
   */
  async execute(actor: Actor, { kind, details, legs, party }: NewTrip, submits: boolean): Promise<string> {
    const own = arrangesFor(actor);
    if (own === null) throw new RequestError('not-allowed');
    return this.database.transaction(async () => {
      await this.legs.assertSound(null, legs);
      const trip = {
        id: newId(),
        version: 1,
        title: details.title,
        guestUnit: own,
        createdBy: actor.personId,
        createdAt: this.clock.now(),
      };
      await this.trips.insert(trip);
      const members = membersFrom(trip.id, party, []);
      await this.trips.putMembers(members);
      await this.addLegs.execute(actor, trip, { kind, details, legs, members }, submits);
      return trip.id;
    });
  }
}
