import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { TripLine } from '../queries/list-trips.js';

interface TripListPageProps {
  actor: Actor;
  trips: readonly TripLine[];
  mayPlan: boolean;
}

/** The latest trips. */
export function TripListPage({ actor, trips, mayPlan }: TripListPageProps): VNode {
  return (
    <Layout title="Perjalanan" actor={actor} path="/kunjungan">
      <PageHeading
        title="Perjalanan"
        lead="Satu rombongan ke dua atau tiga tuan rumah."
        back={['/kunjungan', 'Kunjungan']}
      >
        {mayPlan && (
          <a class="btn btn-primary" href="/perjalanan/baru">
            <Icon name="plus" />
            Rencanakan perjalanan
          </a>
        )}
      </PageHeading>
      <div class="card">
        {trips.length > 0 ? (
          <TripRows trips={trips} zone={actor.timeZone} />
        ) : (
          <Empty icon="visit" title="Belum ada perjalanan">
            Perjalanan muncul di sini setelah sebuah UPT merencanakannya.
          </Empty>
        )}
      </div>
    </Layout>
  );
}

/** Trips as a list of links. */
export function TripRows({ trips, zone }: { trips: readonly TripLine[]; zone: Zone }): VNode {
  return (
    <ul class="list-group list-group-flush">
      {trips.map((trip) => (
        <li class="list-group-item" key={trip.id}>
          <a class="row-link" href={`/perjalanan/${trip.id}`}>
            <span class="fw-medium">{trip.title}</span>
            <span class="text-secondary">{routeOf(trip)}</span>
            <span>{daysOf(trip, zone)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export const routeOf = ({ guestUnitName, hostNames }: TripLine): string =>
  `${guestUnitName} ke ${hostNames.join(', lalu ')}`;

/** The days of a trip, in the reader's zone. */
export function daysOf({ startsAt, endsAt }: TripLine, zone: Zone): string {
  const [first, last] = [formatDate(startsAt, zone), formatDate(endsAt, zone)];
  return first === last ? first : `${first} sampai ${last}`;
}
