import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KnownPlace } from '../../platform/text/distance.js';
import type { Zone } from '../../platform/text/zones.js';
import { everNamed, nameOnVisit } from '../../units/index.js';
import type { LegTime } from '../domain/trip-rules.js';

/** A unit as somewhere that a trip leads to. */
export interface HostPlace extends KnownPlace {
  code: string;
  name: string;
  timeZone: Zone;
}

/** A leg with its time and place. */
export interface PlacedLeg extends LegTime {
  visitId: string;
  tripId: string;
}

/** Where the legs of trips are, and when. */
@Injectable()
export class LegPlaces {
  constructor(private readonly database: Database) {}

  ofUnits(codes: readonly string[]): Promise<HostPlace[]> {
    return this.database.query<HostPlace>(
      `SELECT code, name, time_zone AS "timeZone", latitude, longitude,
         position_confirmed_at IS NOT NULL AS "positionConfirmed" FROM unit WHERE code = ANY ($1)`,
      [codes],
    );
  }

  /** Units whose name has these words, or is them; a few. */
  named(words: string, limit: number): Promise<HostPlace[]> {
    return this.database.query<HostPlace>(
      `SELECT code, name, time_zone AS "timeZone", latitude, longitude,
         position_confirmed_at IS NOT NULL AS "positionConfirmed" FROM unit
       WHERE active AND (code = $1 OR ${everNamed('unit', '$2')}) ORDER BY (lower(name) = lower($1)) DESC, (code = $1) DESC, name LIMIT $3`,
      [words, `%${words.replace(/[\\%_]/g, '\\$&')}%`, limit],
    );
  }

  /** Those legs of a trip that did not fall out. */
  standing(tripId: string): Promise<PlacedLeg[]> {
    return this.database.query<PlacedLeg>(
      `SELECT l.visit_id AS "visitId", l.trip_id AS "tripId", v.starts_at AS "startsAt", v.ends_at AS "endsAt",
         ${nameOnVisit('h')} AS host, v.mode, h.latitude, h.longitude, h.position_confirmed_at IS NOT NULL AS "positionConfirmed"
       FROM trip_leg l JOIN visit v ON v.id = l.visit_id JOIN unit h ON h.code = v.host_unit
       WHERE l.trip_id = $1 AND l.during IS NOT NULL ORDER BY v.starts_at`,
      [tripId],
    );
  }

  /** The trip that a visit is a leg of. */
  async tripOf(visitId: string): Promise<string | null> {
    const [row] = await this.database.query<{ tripId: string }>(
      'SELECT trip_id AS "tripId" FROM trip_leg WHERE visit_id = $1',
      [visitId],
    );
    return row?.tripId ?? null;
  }
}
