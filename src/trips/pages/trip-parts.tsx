import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { SearchSources } from '../../platform/pages/search/search-sources.js';
import { ProgramChoices } from '../../visits/index.js';
import { ListTrips } from '../queries/list-trips.js';
import { TripPlaces } from '../queries/trip-places.js';
import { placeWords } from '../use-cases/legs.js';
import { ReadTrip, type ReadableTrip } from '../use-cases/read-trip.js';
import { SideBySide } from './side-by-side.js';
import { daysOf, routeOf, TripRows } from './trip-list-page.js';

const NEXT = 3;

/** What trips add to pages of others: the stops of a visit's trip, the next trips, what is searched, and the hosts beside a summary. */
@Injectable()
export class TripParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly search: SearchSources,
    private readonly places: TripPlaces,
    private readonly list: ListTrips,
    private readonly read: ReadTrip,
    private readonly programs: ProgramChoices,
  ) {}

  onModuleInit(): void {
    this.parts.register('start', 15, async ({ actor, now }) => {
      const trips = await this.list.execute(actor, { from: now, limit: NEXT });
      return trips.length > 0 ? (
        <Card title="Perjalanan berikutnya">
          <TripRows trips={trips} zone={actor.timeZone} />
        </Card>
      ) : null;
    });
    this.parts.register('visit', 6, async ({ actor, visitId }) => {
      const [place] = await this.places.ofVisits([visitId]);
      if (!place) return null;
      return OfTrip({
        words: placeWords(place),
        readable: await this.read.execute(actor, place.tripId),
        visitId,
      });
    });
    this.parts.register('summary-sources', 30, async ({ actor, visitId }) => {
      const [place] = await this.places.ofVisits([visitId]);
      if (!place) return null;
      const readable = await this.read.execute(actor, place.tripId);
      const programs = new Map((await this.programs.execute()).map(({ code, title }) => [code, title]));
      return SideBySide({ readable, programs });
    });
    this.search.register({
      name: 'Perjalanan',
      icon: 'visit',
      order: 25,
      find: async (actor, query, limit) =>
        (await this.list.execute(actor, { query, limit })).map((trip) => ({
          href: `/perjalanan/${trip.id}`,
          title: trip.title,
          detail: `${routeOf(trip)} · ${daysOf(trip, actor.timeZone)}`,
        })),
    });
  }
}

interface OfTripProps {
  words: string;
  readable: ReadableTrip;
  visitId: string;
}

function OfTrip({ words, readable: { trip, legs }, visitId }: OfTripProps): VNode {
  return (
    <Card title="Bagian dari perjalanan">
      <div class="card-body">
        <p class="mb-2">
          <a href={`/perjalanan/${trip.id}`}>{words}</a>
        </p>
        <ol class="mb-0">
          {legs.map(({ visit, isOut }) => (
            <li key={visit.id}>
              {visit.id === visitId ? (
                <b>{visit.hostUnitName}</b>
              ) : (
                <a href={`/kunjungan/${visit.id}`}>{visit.hostUnitName}</a>
              )}
              {isOut && ' (tidak jadi)'}
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}
