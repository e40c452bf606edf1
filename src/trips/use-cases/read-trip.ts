import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangesOf } from '../../platform/security/capabilities.js';
import {
  allowedActions,
  hasTrait,
  isOnSite,
  mayRead,
  VisitFactsQuery,
  wayOut,
  type VisitFacts,
} from '../../visits/index.js';
import { distanceBetween, type Distance } from '../../platform/text/distance.js';
import { travelMinutes } from '../domain/travel.js';
import { LegPlaces, type HostPlace } from '../queries/leg-places.js';
import { SeenThereQuery, type SeenThere } from '../queries/seen-there.js';
import { TripRepository, type TripMemberRow, type TripRow } from '../storage/trip-repository.js';

export type { TripMemberRow };

/** A leg as somebody may see it. */
export interface ReadableLeg {
  visit: VisitFacts;
  /** Whether it fell out. */
  isOut: boolean;
  /** Whether the reader could end it now. */
  mayCallOff: boolean;
  maySubmit: boolean;
  /** The way from the leg before it that stands; null for the first, where a place is not known, and to what is online. */
  way: { distance: Distance; minutes: number } | null;
}

export interface ReadableTrip {
  trip: TripRow;
  guestUnitName: string;
  legs: ReadableLeg[];
  /** Who comes along; their addresses, numbers and NIP only for the own unit. */
  members: TripMemberRow[];
  seen: SeenThere[];
  /** Whether the reader plans it. */
  mayPlan: boolean;
}

/** A trip with those of its legs that somebody may see, in the order of time. */
@Injectable()
export class ReadTrip {
  constructor(
    private readonly clock: Clock,
    private readonly trips: TripRepository,
    private readonly visits: VisitFactsQuery,
    private readonly places: LegPlaces,
    private readonly seen: SeenThereQuery,
  ) {}

  /** @throws RequestError `not-found` also for those who may see none of its legs */
  async execute(actor: Actor, id: string): Promise<ReadableTrip> {
    const trip = found(await this.trips.find(id));
    const visits = await this.visits.byIds(await this.trips.visitsOf(id));
    const shown = visits.filter((visit) => mayRead(visit, actor));
    const [first] = shown;
    if (!first) throw new RequestError('not-found');
    const mayPlan = mayPlanTrip(actor, trip);
    const members = await this.trips.membersOf(id);
    return {
      trip,
      guestUnitName: first.guestUnitName,
      legs: this.legsOf(actor, shown, await this.places.ofUnits(shown.map(({ hostUnit }) => hostUnit))),
      members: mayPlan
        ? members
        : members.map((member) => ({ ...member, email: null, phone: null, nip: null })),
      seen: await this.seen.ofVisits(shown.map(({ id: visitId }) => visitId)),
      mayPlan,
    };
  }

  private legsOf(actor: Actor, visits: readonly VisitFacts[], hosts: readonly HostPlace[]): ReadableLeg[] {
    const now = this.clock.now();
    let before: HostPlace | undefined;
    return visits.map((visit): ReadableLeg => {
      const allowed = visit.endsAt <= now ? [] : allowedActions(visit, actor, { now, missingApprovals: [] });
      const isOut = hasTrait(visit.state, 'endedEarly');
      const here = hosts.find(({ code }) => code === visit.hostUnit);
      const isReached = !isOut && isOnSite(visit);
      const distance = isReached && before && here ? distanceBetween(before, here) : null;
      if (isReached) before = here;
      return {
        visit,
        isOut,
        mayCallOff: wayOut(allowed) !== null,
        maySubmit: allowed.includes('submit'),
        way: distance && { distance, minutes: travelMinutes(distance.km) },
      };
    });
  }
}

/** Whether somebody plans a trip: people of the unit that goes. */
export const mayPlanTrip = (actor: Actor, { guestUnit }: Pick<TripRow, 'guestUnit'>): boolean =>
  arrangesOf(actor, guestUnit);
