import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { NamedHoliday } from '../domain/holiday-paste.js';

/** A regional office with its settings. */
export interface OfficeLine {
  code: string;
  name: string;
  shortName: string;
  region: string;
  seat: string;
  timeZone: Zone;
  email: string | null;
  /** Whether it must approve visits inside its region, and visits across regions. */
  approvesInside: boolean;
  approvesAcross: boolean;
  version: number;
}

/** A program; dates are calendar dates. */
export interface ProgramLine {
  code: string;
  framework: string;
  number: number | null;
  title: string;
  from: string;
  verified: boolean;
  /** Since when it is not offered any more; null while it is. */
  retiredOn: string | null;
}

/** The short reference lists, whole. */
@Injectable()
export class ListReference {
  constructor(private readonly database: Database) {}

  regionalOffices(): Promise<OfficeLine[]> {
    return this.database.query(
      `SELECT code, name, short_name AS "shortName", region, seat, time_zone AS "timeZone", email,
         approves_inside AS "approvesInside", approves_across AS "approvesAcross", version
       FROM regional_office ORDER BY name, code`,
    );
  }

  programs(): Promise<ProgramLine[]> {
    return this.database.query(
      `SELECT code, framework, number, title, from_date::text AS "from", verified,
         retired_on::text AS "retiredOn"
       FROM program ORDER BY framework, number NULLS LAST, code`,
    );
  }

  /** Holidays of a year, or all. */
  holidays(year: number | null): Promise<NamedHoliday[]> {
    return this.database.query(
      `SELECT date::text AS date, name, kind FROM holiday
       WHERE $1::int IS NULL OR extract(year FROM date) = $1 ORDER BY holiday.date`,
      [year],
    );
  }
}
