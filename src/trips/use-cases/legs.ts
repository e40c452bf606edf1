import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  VisitError,
  VisitMoves,
  VisitWholes,
  type ProposedSlot,
  type VisitMode,
} from '../../visits/index.js';
import { TripError } from '../domain/error-codes.js';
import { legsFault, MOST_LEGS, FEWEST_LEGS, type LegTime } from '../domain/trip-rules.js';
import { LegPlaces, type HostPlace } from '../queries/leg-places.js';
import { TripPlaces, type TripPlace } from '../queries/trip-places.js';

/** Holds the legs of trips against the clock and the map, when they are planned and whenever one moves. */
@Injectable()
export class Legs implements OnModuleInit {
  constructor(
    private readonly places: LegPlaces,
    private readonly standing: TripPlaces,
    private readonly moves: VisitMoves,
    private readonly wholes: VisitWholes,
  ) {}

  onModuleInit(): void {
    this.moves.register(async (visitId, _, after) => {
      await this.assertFits(visitId, after);
      return '';
    });
    this.moves.registerCheck((visitId, proposed) => this.assertFits(visitId, proposed));
    this.wholes.register({
      ofVisits: async (ids) =>
        new Map(
          (await this.standing.ofVisits(ids)).map((place) => [
            place.visitId,
            { text: placeWords(place), href: `/perjalanan/${place.tripId}` },
          ]),
        ),
    });
  }

  /** Holds another time of a visit against the other legs of its trip, if it is one of a trip. */
  private async assertFits(visitId: string, { startsAt, endsAt, mode }: ProposedSlot): Promise<void> {
    const tripId = await this.places.tripOf(visitId);
    if (tripId === null) return;
    const legs = await this.places.standing(tripId);
    assertSound(
      legs.map((leg) =>
        leg.visitId === visitId ? { ...leg, startsAt, endsAt, mode: mode ?? leg.mode } : leg,
      ),
    );
  }

  /**
   * @param more legs that are to be added to those of a trip; null for a new one
   * @throws TripError what keeps the party from seeing them one after the other
   * @throws VisitError `unknown-unit`
   */
  async assertSound(
    tripId: string | null,
    more: readonly { hostUnit: string; startsAt: Date; endsAt: Date; mode: VisitMode }[],
  ): Promise<HostPlace[]> {
    const hosts = await this.places.ofUnits(more.map(({ hostUnit }) => hostUnit));
    const added = more.map(({ hostUnit, startsAt, endsAt, mode }): LegTime => {
      const host = hosts.find(({ code }) => code === hostUnit);
      if (!host) throw new VisitError('unknown-unit', { unit: hostUnit });
      return { ...host, startsAt, endsAt, mode, host: host.name };
    });
    const legs = [...(tripId === null ? [] : await this.places.standing(tripId)), ...added];
    if (legs.length < FEWEST_LEGS) throw new TripError('trip-too-few-legs');
    if (legs.length > MOST_LEGS) throw new TripError('trip-too-many-legs');
    assertSound(legs);
    return hosts;
  }
}

/** @throws TripError the first fault */
function assertSound(legs: readonly LegTime[]): void {
  const fault = legsFault(legs);
  if (!fault) return;
  throw new TripError(fault.code, { ...fault });
}

/** `Perjalanan WBK, singgah 2 dari 3`. */
export const placeWords = ({ title, place, count }: TripPlace): string =>
  place === null ? `Perjalanan ${title}` : `Perjalanan ${title}, singgah ${place} dari ${count}`;
