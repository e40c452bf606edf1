import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { referenceFile as reference } from '../../platform/database/reference-file.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';
import { kindsWith } from '../domain/organisation-kinds.js';
import { defaultPolicy } from '../domain/hosting-policy.js';

/** How many rows of each kind were missing and are there now. */
export interface LoadedCounts {
  regionalOffices: number;
  unitTypes: number;
  units: number;
  directorates: number;
  hostingPolicies: number;
  holidays: number;
  programs: number;
}

/** Fills in the reference data that is missing; what somebody has edited stays as it is. */
@Injectable()
export class LoadReferenceData {
  constructor(private readonly database: Database) {}

  /** @returns the number of rows added; all 0 when everything was there */
  async execute(): Promise<LoadedCounts> {
    return this.database.transaction(async () => ({
      regionalOffices: await this.insert(
        `INSERT INTO regional_office (code, name, short_name, region, seat, time_zone)
         SELECT code, name, "shortName", region, seat, "timeZone" FROM jsonb_to_recordset($1::jsonb)
           AS r(code text, name text, "shortName" text, region text, seat text, "timeZone" text)`,
        [await reference('regional-offices')],
      ),
      unitTypes: await this.insert(
        `INSERT INTO unit_type (code, name, head)
         SELECT code, name, head FROM jsonb_to_recordset($1::jsonb) AS r(code text, name text, head text)`,
        [await reference('unit-types')],
      ),
      units: await this.insert(
        `INSERT INTO unit (code, name, type, subtype, class, place, regional_office, time_zone, area_group,
           latitude, longitude, aliases)
         SELECT code, name, type, subtype, class, place, "regionalOffice", "timeZone", "group",
           latitude, longitude, coalesce(aliases, '{}') FROM jsonb_to_recordset($1::jsonb)
           AS r(code text, name text, type text, subtype text, class text, place text, "regionalOffice" text,
             "timeZone" text, "group" text, latitude float8, longitude float8, aliases text[])`,
        [await reference('units')],
      ),
      // Of the centre only what is known stands there; administrators add the others.
      directorates: await this.insert(
        `INSERT INTO unit (code, kind, name, place, time_zone, aliases)
         SELECT code, 'directorate', name, '', $2, coalesce(aliases, '{}') FROM jsonb_to_recordset($1::jsonb)
           AS r(code text, name text, aliases text[])`,
        [await reference('directorates'), NATIONAL_ZONE],
      ),
      hostingPolicies: await this.insertPolicies(),
      holidays: await this.insert(
        `INSERT INTO holiday (date, name, kind)
         SELECT date, name, kind FROM jsonb_to_recordset($1::jsonb) AS r(date date, name text, kind text)`,
        [await reference('holidays')],
      ),
      programs: await this.insert(
        `INSERT INTO program (code, framework, number, title, from_date, verified)
         SELECT code, framework, number, title, "from", verified FROM jsonb_to_recordset($1::jsonb)
           AS r(code text, framework text, number integer, title text, "from" date, verified boolean)`,
        [await reference('programs')],
      ),
    }));
  }

  /** Windows go only to units whose policy is new: a unit that removed its windows does not get them back. */
  private async insertPolicies(): Promise<number> {
    const { open, capacity, shortestNoticeDays, longestNoticeDays, windows } = defaultPolicy;
    const [row] = await this.database.query<{ count: number }>(
      `WITH added AS (
         INSERT INTO hosting_policy (unit, open, capacity, shortest_notice_days, longest_notice_days)
         SELECT code, $1, $2, $3, $4 FROM unit WHERE kind = ANY ($6) ON CONFLICT DO NOTHING RETURNING unit
       ), filled AS (
         INSERT INTO hosting_window (unit, weekday, starts_minute, ends_minute)
         SELECT unit, weekday, "startsMinute", "endsMinute" FROM added, jsonb_to_recordset($5::jsonb)
           AS w(weekday integer, "startsMinute" integer, "endsMinute" integer)
       )
       SELECT count(*)::int AS count FROM added`,
      [open, capacity, shortestNoticeDays, longestNoticeDays, JSON.stringify(windows), kindsWith('mayHost')],
    );
    return row?.count ?? 0;
  }

  private async insert(sql: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `WITH added AS (${sql} ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*)::int AS count FROM added`,
      parameters,
    );
    return row?.count ?? 0;
  }
}
