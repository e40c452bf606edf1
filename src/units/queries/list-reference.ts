import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The short reference lists, whole. */
@Injectable()
export class ListReference {
  constructor(private readonly database: Database) {}

  regionalOffices(): Promise<object[]> {
    return this.database.query(
      `SELECT code, name, short_name AS "shortName", region, seat, time_zone AS "timeZone", email,
         approves_inside AS "approvesInside", approves_across AS "approvesAcross", version
       FROM regional_office ORDER BY name, code`,
    );
  }

  programs(): Promise<object[]> {
    return this.database.query(
      `SELECT code, framework, number, title, from_date::text AS "from", verified
       FROM program ORDER BY framework, number NULLS LAST, code`,
    );
  }

  /** Holidays of a year, or all. */
  holidays(year: number | null): Promise<object[]> {
    return this.database.query(
      `SELECT date::text AS date, name, kind FROM holiday
       WHERE $1::int IS NULL OR extract(year FROM date) = $1 ORDER BY holiday.date`,
      [year],
    );
  }
}
