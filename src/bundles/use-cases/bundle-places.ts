import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangesOf, can, organisationOf } from '../../platform/security/capabilities.js';
import { instantAt } from '../../platform/text/instant-at.js';
import { mayTakePaper } from '../../paperwork/index.js';
import { ReadTrip } from '../../trips/index.js';
import { UnitFacts } from '../../units/index.js';
import { mayReadFacts, VisitFactsQuery, type VisitFacts, type VisitParties } from '../../visits/index.js';
import { MOST_VISITS, type BundlePlace } from '../domain/bundle.js';
import { VisitsOfYear } from '../queries/visits-of-year.js';

/** What a bundle is of. */
export interface BundleSubject {
  place: BundlePlace;
  /** Whose year it is; null for a visit or a trip. */
  subject: string | null;
}

/** The same as somebody may see it. */
export interface BundleAround extends BundleSubject {
  /** The office for which it is made. */
  organisation: string;
  title: string;
}

/** Finds what bundles are of, for those who may take the papers. */
@Injectable()
export class BundlePlaces {
  constructor(
    private readonly visits: VisitFactsQuery,
    private readonly trips: ReadTrip,
    private readonly units: UnitFacts,
    private readonly ofYear: VisitsOfYear,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it; `not-allowed` for those who take no papers of it */
  async around(actor: Actor, of: BundleSubject): Promise<BundleAround> {
    const title = await this.titleOf(actor, of);
    const organisation = organisationOf(actor);
    if (organisation === null) throw new RequestError('not-allowed');
    return { ...of, organisation, title };
  }

  /** The visits that a bundle tells of, the first one first. @throws as `around` */
  async visitsOf(actor: Actor, { place, subject }: BundleSubject): Promise<VisitFacts[]> {
    if (place.visitId !== null) return this.visits.byIds([place.visitId]);
    if (place.tripId !== null)
      return (await this.trips.execute(actor, place.tripId)).legs.map(({ visit }) => visit);
    const { timeZone, code } = found(await this.units.byCode(subject ?? ''));
    const begin = (year: number): Date => instantAt(`${year}-01-01`, '00:00', timeZone);
    const ids = await this.ofYear.execute(code, begin(place.year), begin(place.year + 1), MOST_VISITS);
    return (await this.visits.byIds(ids)).filter((visit) => mayReadFacts(visit, actor));
  }

  private async titleOf(actor: Actor, { place, subject }: BundleSubject): Promise<string> {
    if (place.visitId !== null) {
      const visit = found(await this.visits.byId(place.visitId));
      if (!mayReadFacts(visit, actor)) throw new RequestError('not-found');
      if (!mayBundle(visit, actor)) throw new RequestError('not-allowed');
      return visit.title;
    }
    if (place.tripId !== null) {
      const { trip, legs } = await this.trips.execute(actor, place.tripId);
      if (!legs.some(({ visit }) => mayBundle(visit, actor))) throw new RequestError('not-allowed');
      return trip.title;
    }
    const unit = found(await this.units.byCode(subject ?? ''));
    if (!mayBundleYears(unit, actor)) throw new RequestError('not-allowed');
    return `${unit.name} tahun ${place.year}`;
  }
}

/** Whether somebody takes papers of a party of the visit. */
export const mayBundle = (visit: VisitParties, actor: Actor): boolean =>
  [visit.guestUnit, visit.hostUnit, ...visit.joinedGuests].some((organisation) =>
    mayTakePaper(visit, { organisation, sentAt: null }, actor),
  );

/** Whether somebody takes all papers of an organisation's years: its own people, and its Kanwil. */
export const mayBundleYears = (
  { code, regionalOffice }: { code: string; regionalOffice: string | null },
  actor: Actor,
): boolean =>
  arrangesOf(actor, code) ||
  (can(actor, 'visits.oversee') && regionalOffice !== null && regionalOffice === actor.regionalOffice);
