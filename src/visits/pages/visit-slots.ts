import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitState } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';

/** What those who add a link to a visit's page are told of the visit. */
export interface LinkedVisit {
  id: string;
  state: VisitState;
  startsAt: Date;
  endsAt: Date;
  /** The host's. */
  timeZone: Zone;
  guestUnit: string;
  hostUnit: string;
}

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** A section of a visit's page, which the actor may see. */
    visit: {
      actor: Actor;
      visitId: string;
      /** As the actor may see it. */
      visit: VisitFacts;
      timeZone: Zone;
      state: VisitState;
      hostUnit: string;
      hostUnitType: string | null;
      mayEdit: boolean;
      /** Whether its guest named something to be learned. */
      asksToLearn: boolean;
      /** Whether the reader may enter what happened. */
      mayRecord: boolean;
    };
    /** A link (`<a class="btn">`) in the heading of a visit's page, to what is done next about the visit. */
    'visit-links': { actor: Actor; visit: LinkedVisit; mayEdit: boolean; mayRecord: boolean };
  }
}

/** A visit as links to what belongs to it see it. */
export function linkedVisit(visit: VisitFacts): LinkedVisit {
  const { id, startsAt, endsAt, guestUnit, hostUnit } = visit;
  return {
    id,
    state: visit.state,
    startsAt,
    endsAt,
    timeZone: visit.timeZone,
    guestUnit,
    hostUnit,
  };
}
