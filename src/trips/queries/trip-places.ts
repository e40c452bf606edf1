import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Which stop of its trip a visit is; of one that fell out there is no place. */
export interface TripPlace {
  visitId: string;
  tripId: string;
  title: string;
  place: number | null;
  count: number;
}

/** Where visits stand in their trips, counted by time. */
@Injectable()
export class TripPlaces {
  constructor(private readonly database: Database) {}

  ofVisits(ids: readonly string[]): Promise<TripPlace[]> {
    return this.database.query<TripPlace>(
      `SELECT l.visit_id AS "visitId", t.id AS "tripId", t.title,
         CASE WHEN l.during IS NOT NULL THEN
           (SELECT count(*)::int FROM trip_leg b WHERE b.trip_id = l.trip_id AND lower(b.during) <= lower(l.during)) END AS place,
         (SELECT count(*)::int FROM trip_leg a WHERE a.trip_id = l.trip_id AND a.during IS NOT NULL) AS count
       FROM trip_leg l JOIN trip t ON t.id = l.trip_id WHERE l.visit_id = ANY ($1)`,
      [ids],
    );
  }
}
