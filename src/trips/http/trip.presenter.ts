import { toOffsetIso } from '../../platform/text/dates.js';
import { shownKilometres } from '../../platform/text/distance.js';
import { maskNip } from '../../platform/text/nip.js';
import type { Zone } from '../../platform/text/zones.js';
import type { TripLine } from '../queries/list-trips.js';
import type { LegOutcome } from '../use-cases/change-trip.js';
import type { ReadableLeg, ReadableTrip } from '../use-cases/read-trip.js';
import type { TripLegView, TripLineView, TripOutcomeView, TripView } from './trip.view.js';

/** Times of a list carry the offset of the reader's zone. */
export const presentTripLine = (
  { id, title, guestUnitName, hostNames, startsAt, endsAt }: TripLine,
  zone: Zone,
): TripLineView => ({
  id,
  title,
  guestUnitName,
  hostNames,
  startsAt: toOffsetIso(startsAt, zone),
  endsAt: toOffsetIso(endsAt, zone),
});

/** A trip with the legs that the caller may see; times carry the offset of each host's zone. */
export const presentTrip = ({ trip, guestUnitName, legs, members }: ReadableTrip): TripView => ({
  id: trip.id,
  version: trip.version,
  title: trip.title,
  guestUnit: trip.guestUnit,
  guestUnitName,
  legs: legs.map(presentLeg),
  party: members.map(({ id, name, office, position, rank, nip, email, phone, role }) => ({
    ...{ id, name, office, position, rank, email, phone, role },
    nip: nip && maskNip(nip),
  })),
});

const presentLeg = ({ visit, isOut, way }: ReadableLeg): TripLegView => ({
  visit: visit.id,
  reference: visit.reference,
  state: visit.state,
  hostUnit: visit.hostUnit,
  hostUnitName: visit.hostUnitName,
  timeZone: visit.timeZone,
  startsAt: toOffsetIso(visit.startsAt, visit.timeZone),
  endsAt: toOffsetIso(visit.endsAt, visit.timeZone),
  mode: visit.mode,
  programs: visit.programs,
  out: isOut,
  way: way && {
    kilometres: shownKilometres(way.distance),
    confirmed: way.distance.confirmed,
    minutes: way.minutes,
  },
});

export const presentLegOutcome = ({ visitId, refusal }: LegOutcome): TripOutcomeView => ({
  visit: visitId,
  done: refusal === null,
  code: refusal?.code ?? null,
});
