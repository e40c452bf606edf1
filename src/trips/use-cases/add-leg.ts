import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { namesOf } from '../../platform/text/field-description.js';
import { visitFields, VisitFactsQuery, type NewVisit, type VisitFacts } from '../../visits/index.js';
import { TripError } from '../domain/error-codes.js';
import { TripRepository } from '../storage/trip-repository.js';
import { AddLegs, type NewLeg } from './add-legs.js';
import { ChangeTrip } from './change-trip.js';
import { Legs } from './legs.js';

/** Adds a leg to a trip that was planned before: it says what the first leg says, and has the whole party. */
@Injectable()
export class AddLeg {
  constructor(
    private readonly trip: ChangeTrip,
    private readonly legs: Legs,
    private readonly trips: TripRepository,
    private readonly visits: VisitFactsQuery,
    private readonly addLegs: AddLegs,
  ) {}

  /**
   * @param read the leg, once it is known that nobody else changed the trip
   * @param submits whether its host is asked at once, or it stays a draft
   * @throws TripError `trip-changed`, `trip-too-many-legs`, and what keeps the party from seeing it after the others
   * @throws VisitError what its host has against it
   */
  execute(actor: Actor, id: string, version: number, read: () => NewLeg, submits: boolean): Promise<void> {
    return this.trip.open(actor, id, version, async (trip) => {
      const leg = read();
      const [first] = await this.visits.byIds(await this.trips.visitsOf(id));
      if (!first) throw new TripError('trip-too-few-legs');
      await this.legs.assertSound(id, [leg]);
      const members = await this.trips.membersOf(id);
      const added = { kind: first.kind, details: detailsOf(first), legs: [leg], members };
      await this.addLegs.execute(actor, trip, added, submits);
    });
  }
}

/** What is of one host alone. */
const ofHost = ['mode', 'meetingLink', 'place', 'replyLetterNumber', 'replyLetterDate'];

/** What all legs say. */
const detailsOf = (visit: VisitFacts): NewVisit['details'] => ({
  ...Object.fromEntries(
    namesOf(visitFields)
      .filter((name) => !ofHost.includes(name))
      .map((name) => [name, visit[name]]),
  ),
  title: visit.title,
});
