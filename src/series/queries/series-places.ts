import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Which of the dates of its series a visit is. */
export interface SeriesPlace {
  visitId: string;
  seriesId: string;
  title: string;
  onDate: string;
  place: number;
  count: number;
}

/** Where visits stand in their series; dates that were skipped do not count. */
@Injectable()
export class SeriesPlaces {
  constructor(private readonly database: Database) {}

  ofVisits(ids: readonly string[]): Promise<SeriesPlace[]> {
    return this.database.query<SeriesPlace>(
      `SELECT d.visit_id AS "visitId", s.id AS "seriesId", s.title,
         d.on_date::text AS "onDate",
         (SELECT count(*)::int FROM series_date b
          WHERE b.series_id = d.series_id AND b.visit_id IS NOT NULL AND b.on_date <= d.on_date) AS place,
         (SELECT count(*)::int FROM series_date a WHERE a.series_id = d.series_id AND a.visit_id IS NOT NULL) AS count
       FROM series_date d JOIN series s ON s.id = d.series_id WHERE d.visit_id = ANY ($1)`,
      [ids],
    );
  }
}
